namespace TopHalf.Samples.E1000e;

/// <content>Sending and receiving.</content>
public sealed partial class E1000eDriver
{
    /// <summary>The most bytes of a frame, without the checksum that the card adds and takes off.</summary>
    public const int MostBytes = 1514;

    /// <summary>The most bytes of a frame that is received: with the tag of a virtual network.</summary>
    public const int MostReceivedBytes = MostBytes + 4;

    // The card sends no shorter ones; up to 60 bytes it fills up.
    private const int FewestBytes = 17;

    private long _taken;
    private long _damaged;

    /// <summary>Frames that came damaged, and were dropped.</summary>
    public long Damaged => Volatile.Read(ref _damaged);

    /// <summary>Sends a frame; returns when the interrupt of its end was handled.</summary>
    /// <param name="frame">From the address of the receiver on: 17 to 1514 bytes.</param>
    /// <exception cref="IOException">The binding has ended; the card is gone.</exception>
    /// <exception cref="TimeoutException">No interrupt came.</exception>
    public void Send(ReadOnlySpan<byte> frame)
    {
        if (frame.Length is < FewestBytes or > MostBytes)
        {
            throw new ArgumentException($"{frame.Length} bytes: a frame has {FewestBytes} to {MostBytes}.", nameof(frame));
        }

        // One that was sent and not reported, after a time-out, is still the card's.
        Await(() => _transmit.Given - _transmit.Done < DescriptorRing.Entries - 1, _timeLimit, "the card has not sent what it was given before");
        frame.CopyTo(_transmit.Buffer(_transmit.Given));
        _transmit.Give((ulong)frame.Length | E1000eRegisters.WholeFrame);
        long given = _transmit.Given;
        DmaBuffer.Publish();
        _registers.Write32(E1000eRegisters.TransmitRing + E1000eRegisters.RingTail, _transmit.Tail);
        Await(() => _transmit.Done >= given, _timeLimit, $"no interrupt came for a frame of {frame.Length} bytes");
    }

    /// <summary>Waits for a frame and takes it.</summary>
    /// <param name="frame">Takes it; at least <see cref="MostReceivedBytes"/>.</param>
    /// <param name="limit">How long to wait.</param>
    /// <returns>Its bytes, without the checksum.</returns>
    /// <exception cref="IOException">The binding has ended; the card is gone.</exception>
    /// <exception cref="TimeoutException">None came.</exception>
    public int Receive(Span<byte> frame, TimeSpan limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frame.Length, MostReceivedBytes, nameof(frame));
        while (true)
        {
            Await(() => _receive.Done > _taken, limit, $"no frame came in {limit.TotalSeconds:0.#} s");
            ulong word = _receive.WordOf(_taken);
            int length = (int)(word & 0xFFFF);
            bool isWhole = length <= MostReceivedBytes && (word & E1000eRegisters.EndOfFrame) != 0 && (word & E1000eRegisters.ReceiveErrors) == 0;
            if (isWhole)
            {
                _receive.Buffer(_taken)[..length].CopyTo(frame);
            }

            _taken++;
            _receive.Give(0); // another one: that of the frame before, which was left out
            DmaBuffer.Publish();
            _registers.Write32(E1000eRegisters.ReceiveRing + E1000eRegisters.RingTail, _receive.Tail);
            if (isWhole)
            {
                return length;
            }

            _damaged++;
        }
    }
}
