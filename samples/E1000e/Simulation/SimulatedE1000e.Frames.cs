using System.Buffers.Binary;

namespace TopHalf.Samples.E1000e;

/// <content>What goes over the cable.</content>
public partial class SimulatedE1000e
{
    private const int FewestBytes = 60; // on a cable, without the checksum
    private const int MostBytes = 1518;
    private const int Checksum = 4;

    /// <summary>A frame arrives from the other end.</summary>
    /// <param name="frame">Without its checksum.</param>
    /// <param name="errors">What the card finds wrong with it: bits 47:40 of the descriptor's second word.</param>
    public void Arrive(ReadOnlySpan<byte> frame, ulong errors = 0)
    {
        byte[] whole = Padded(frame);
        lock (_state)
        {
            if (HasLink && IsEnabled(E1000eRegisters.ReceiveControl) && whole.Length <= MostBytes && IsForUs(MacAddress.FromBytes(whole)))
            {
                Store(whole, errors);
            }
        }
    }

    private bool IsForUs(MacAddress destination)
        => destination == MacAddress.Everybody
            ? (Plain(E1000eRegisters.ReceiveControl) & E1000eRegisters.Broadcasts) != 0
            : destination == MacAddress.FromRegisters(Plain(E1000eRegisters.AddressLow), Plain(E1000eRegisters.AddressHigh));

    private void Store(byte[] frame, ulong errors)
    {
        if (_receive.IsEmpty)
        {
            _causes.Happen(E1000eRegisters.Overrun);
            return;
        }

        if (Fetch(_receive) is not { } descriptor || !Reaches(() => WriteDma(descriptor.Buffer, frame)))
        {
            return;
        }

        int checksum = (Plain(E1000eRegisters.ReceiveControl) & E1000eRegisters.StripChecksum) != 0 ? 0 : Checksum;
        Done(_receive, (uint)(frame.Length + checksum) | errors | E1000eRegisters.EndOfFrame, E1000eRegisters.Received);
    }

    // The state is locked.
    private void SendWhatIsGiven()
    {
        if (!_isSending && CanSend)
        {
            _isSending = true;
            ThreadPool.UnsafeQueueUserWorkItem(static card => card.Work(), this, preferLocal: false);
        }
    }

    private bool CanSend => HasLink && IsEnabled(E1000eRegisters.TransmitControl) && !_transmit.IsEmpty;

    private void Work()
    {
        while (true)
        {
            byte[]? frame;
            lock (_state)
            {
                if (!CanSend)
                {
                    _isSending = false;
                    return;
                }

                frame = SendNext();
                _isSending = frame is not null;
            }

            if (frame is null)
            {
                return; // it has lost its way in the driver's memory
            }

            if (_otherEnd(frame) is { } answer)
            {
                Arrive(answer);
            }
        }
    }

    private byte[]? SendNext()
    {
        if (Fetch(_transmit) is not { } descriptor)
        {
            return null;
        }

        byte[] frame = new byte[descriptor.Word & 0xFFFF];
        if (!Reaches(() => ReadDma(descriptor.Buffer, frame)))
        {
            return null;
        }

        // A frame is one descriptor, as the driver has it; without the bit that asks for a report there is none.
        const ulong Report = 1ul << 27;
        Done(_transmit, (descriptor.Word & Report) != 0 ? descriptor.Word : null, E1000eRegisters.Sent);
        return (Plain(E1000eRegisters.TransmitControl) & E1000eRegisters.PadShort) != 0 ? Padded(frame) : frame;
    }

    private (ulong Buffer, ulong Word)? Fetch(SimulatedRing ring)
    {
        byte[] descriptor = new byte[DescriptorRing.DescriptorSize];
        return Reaches(() => ReadDma(ring.Next, descriptor))
            ? (BinaryPrimitives.ReadUInt64LittleEndian(descriptor), BinaryPrimitives.ReadUInt64LittleEndian(descriptor.AsSpan(8)))
            : null;
    }

    private void Done(SimulatedRing ring, ulong? word, uint cause)
    {
        ulong at = ring.Next + 8;
        ring.Advance();
        if (word is { } how)
        {
            byte[] bytes = new byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, how | E1000eRegisters.DescriptorDone);
            _ = Reaches(() => WriteDma(at, bytes));
            _causes.Happen(cause);
        }
    }

    // What the IOMMU refuses stops what the card was at, and is no error of the model.
    private bool Reaches(Func<bool> access)
    {
        try
        {
            return access();
        }
        catch (PciDeviceException e)
        {
            Interlocked.CompareExchange(ref _mistake, e.Message, null);
            return false;
        }
    }

    private static byte[] Padded(ReadOnlySpan<byte> frame)
    {
        byte[] whole = new byte[Math.Max(frame.Length, FewestBytes)];
        frame.CopyTo(whole);
        return whole;
    }
}
