using System.Diagnostics;

namespace TopHalf.Samples.Xdma;

/// <content>Setting up, and transfers.</content>
public sealed partial class XdmaDriver
{
    private const uint MostBytesOfDescriptor = 0x1000;
    private const long TurnsPerLook = 128;

    // Of a channel that was stopped: it ends the descriptor that it is at, 4 KiB.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(1);

    /// <summary>The identifier of the interrupt block: 0x1FC2 and a version.</summary>
    public uint InterruptBlock => _dma.Read32(XdmaRegisters.Interrupts + XdmaRegisters.Identifier);

    /// <summary>The card has the subsystem, with as many channels as the driver is written for.</summary>
    public bool IsSupported => InterruptBlock >> 16 == 0x1FC2
        && Has(XdmaRegisters.ToCard, 0x1FC0, Channels) && Has(XdmaRegisters.FromCard, 0x1FC1, Channels);

    /// <summary>
    /// Masks everything, and tells the card which vector is whose: 0 for the user's logic, then one for each channel. Call it before
    /// interrupts are enabled, which unmasks.
    /// </summary>
    public void Prepare()
    {
        _dma.Write32(XdmaRegisters.UserEnableClear, 0xFFFF);
        _dma.Write32(XdmaRegisters.ChannelEnableClear, 0xFF);
        for (uint register = 0; register < 4; register++)
        {
            _dma.Write32(XdmaRegisters.UserVectors + (4 * register), 0);
        }

        _dma.Write32(XdmaRegisters.ChannelVectors, 0x0403_0201);
        _dma.Write32(XdmaRegisters.ChannelEnableSet, 0xF);
    }

    /// <summary>Moves bytes to the card's memory; returns when the interrupt of their end was handled. One caller for a channel at a time.</summary>
    /// <param name="channel">0 or 1.</param>
    /// <param name="bytes">A multiple of 4 bytes, at most 16 KiB.</param>
    /// <param name="cardAddress">Where to.</param>
    /// <exception cref="IOException">The channel has reported an error; it was stopped meanwhile, as the end of the binding does; the card is gone.</exception>
    /// <exception cref="TimeoutException">No interrupt came. The channel was stopped.</exception>
    public void Send(int channel, ReadOnlySpan<byte> bytes, ulong cardAddress)
    {
        Check(channel, bytes.Length);
        uint data = TransferMemory.DataOf(channel);
        bytes.CopyTo(_memory.AsSpan(data, bytes.Length));
        Run(_toCard[channel], channel, XdmaRegisters.ToCard + ((uint)channel * XdmaRegisters.ChannelStride), (at, length, next, control)
            => new XdmaDescriptor(control, length, _memory.Address + data + at, cardAddress + at, next), bytes.Length);
    }

    /// <summary>Moves bytes from the card's memory.</summary>
    /// <inheritdoc cref="Send"/>
    public void Receive(int channel, Span<byte> bytes, ulong cardAddress)
    {
        Check(channel, bytes.Length);
        int engine = Channels + channel;
        uint data = TransferMemory.DataOf(engine);
        Run(_fromCard[channel], engine, XdmaRegisters.FromCard + ((uint)channel * XdmaRegisters.ChannelStride), (at, length, next, control)
            => new XdmaDescriptor(control, length, cardAddress + at, _memory.Address + data + at, next), bytes.Length);
        _memory.AsSpan(data, bytes.Length).CopyTo(bytes);
    }

    // One more than there are must not be there: the vectors of those from the card come behind those to it.
    private bool Has(uint first, uint kind, uint channels)
    {
        for (uint channel = 0; channel <= channels; channel++)
        {
            uint expected = (kind << 16) | (channel << 8);
            if ((_dma.Read32(first + (channel * XdmaRegisters.ChannelStride)) & 0xFFFF_0F00) == expected != channel < channels)
            {
                return false;
            }
        }

        return true;
    }

    private delegate XdmaDescriptor Describe(uint at, uint length, ulong next, uint control);

    private void Run(Engine engine, int number, uint block, Describe describe, int length)
    {
        uint descriptors = TransferMemory.DescriptorsOf(number);
        uint place = descriptors;
        for (uint at = 0; at < length; at += MostBytesOfDescriptor, place += XdmaDescriptor.Size)
        {
            bool isLast = at + MostBytesOfDescriptor >= length;
            uint control = XdmaDescriptor.Magic | (isLast ? XdmaDescriptor.Stop | XdmaDescriptor.Completed : 0);
            ulong next = isLast ? 0 : _memory.Address + place + XdmaDescriptor.Size;
            uint[] words = describe(at, Math.Min(MostBytesOfDescriptor, (uint)length - at), next, control).ToWords();
            for (uint word = 0; word < words.Length; word++)
            {
                _memory.Write32(place + (4 * word), words[word]);
            }
        }

        DmaBuffer.Publish();
        ulong first = _memory.Address + descriptors;
        long expected = engine.Finished + 1;
        _dma.Write32(block + XdmaRegisters.ToDescriptors + XdmaRegisters.FirstDescriptor, (uint)first);
        _dma.Write32(block + XdmaRegisters.ToDescriptors + XdmaRegisters.FirstDescriptor + 4, (uint)(first >> 32));
        _dma.Write32(block + XdmaRegisters.ControlClear, XdmaRegisters.Run);
        _dma.Write32(block + XdmaRegisters.ControlSet, XdmaRegisters.Run | (number < Channels ? XdmaRegisters.EventsToCard : XdmaRegisters.EventsFromCard));
        Await(engine, expected, block);
    }

    private void Await(Engine engine, long expected, uint block)
    {
        long start = Stopwatch.GetTimestamp();
        SpinWait spinner = default;
        for (long turn = 1; engine.Finished < expected; turn++)
        {
            // Yields, but never sleeps: a transfer takes microseconds, and the shortest sleep is a millisecond.
            spinner.SpinOnce(sleep1Threshold: -1);
            if (turn % TurnsPerLook == 0 && !IsRunning(block) && engine.Finished < expected)
            {
                throw new IOException($"{device.Name}: the channel at 0x{block:X4} was stopped before its transfer had ended: interrupts are not enabled any more.");
            }

            if (Stopwatch.GetElapsedTime(start) > _timeLimit)
            {
                string what = $"{device.Name}: no interrupt came for the transfer of the channel at 0x{block:X4}";
                throw new TimeoutException(Stop(block) ? $"{what}." : $"{what}, and it does not stop: reset the card before its memory is used again.");
            }
        }

        if (engine.Errors != 0)
        {
            throw new IOException($"{device.Name}: the channel at 0x{block:X4} has stopped with the error bits 0x{engine.Errors:X}.");
        }
    }

    // Nobody tells who waits that the binding has ended; the card does, whose channels the end stops.
    private bool IsRunning(uint block)
    {
        uint control = _dma.Read32(block + XdmaRegisters.Control);
        return control != uint.MaxValue ? (control & XdmaRegisters.Run) != 0 : throw new DeviceGoneException(device.Name);
    }

    /// <summary>Stops a channel; true when it works no more.</summary>
    private bool Stop(uint block)
    {
        _dma.Write32(block + XdmaRegisters.ControlClear, XdmaRegisters.Run);
        if (!SpinWait.SpinUntil(() => (_dma.Read32(block + XdmaRegisters.Status) & XdmaRegisters.Busy) == 0, StopLimit))
        {
            return false;
        }

        // What it has noted is not for the next transfer.
        _ = _dma.Read32(block + XdmaRegisters.StatusReadClears);
        return true;
    }

    private static void Check(int channel, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)channel, (uint)Channels);
        if (length is <= 0 or > TransferMemory.MostBytes || length % 4 != 0)
        {
            throw new ArgumentException($"{length} bytes: a transfer has 4 to {TransferMemory.MostBytes}, in words of 4.", nameof(length));
        }
    }
}
