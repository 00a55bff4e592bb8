using System.Diagnostics;

namespace TopHalf.Samples.E1000e;

/// <content>The way up, the self-test, and how the driver waits.</content>
public sealed partial class E1000eDriver
{
    // IVAR: receive queue 0 in bits 3:0, transmit queue 0 in 11:8, the others in 19:16; 8 says that the cause has a vector.
    private const uint Routing = (8 | ReceiveVector) | ((8 | TransmitVector) << 8) | ((8 | OtherVector) << 16);

    private const long TurnsPerLook = 128;

    /// <summary>The card's address, by its settings; after <see cref="Prepare"/>.</summary>
    public MacAddress Address { get; private set; }

    /// <summary>A cable, with somebody at its other end.</summary>
    public bool HasLink => (Read(E1000eRegisters.Status) & E1000eRegisters.LinkUp) != 0;

    /// <summary>
    /// Resets the card and tells it which vector is whose, and which causes it clears itself. All is masked afterwards: enabling
    /// interrupts unmasks.
    /// </summary>
    /// <exception cref="IOException">The card does not come back from the reset, or has no address.</exception>
    public void Prepare()
    {
        _registers.Write32(E1000eRegisters.MaskClear, uint.MaxValue);
        _registers.Write32(E1000eRegisters.ReceiveControl, 0);
        _registers.Write32(E1000eRegisters.TransmitControl, 0);
        _registers.Write32(E1000eRegisters.Control, Read(E1000eRegisters.Control) | E1000eRegisters.Reset);
        Thread.Sleep(1); // for a microsecond the card must not be asked anything
        bool isBack = SpinWait.SpinUntil(
            () => (Read(E1000eRegisters.Control) & E1000eRegisters.Reset) == 0 && (Read(E1000eRegisters.Settings) & E1000eRegisters.SettingsRead) != 0,
            _timeLimit);
        if (!isBack)
        {
            throw new IOException($"{_device.Name}: the card does not come back from its reset.");
        }

        uint high = Read(E1000eRegisters.AddressHigh);
        if ((high & E1000eRegisters.AddressValid) == 0)
        {
            throw new IOException($"{_device.Name}: the card's settings have no MAC address.");
        }

        _receive.Clear();
        _transmit.Clear();
        _taken = 0;
        Address = MacAddress.FromRegisters(Read(E1000eRegisters.AddressLow), high);
        _registers.Write32(E1000eRegisters.MaskClear, uint.MaxValue);
        _registers.Write32(E1000eRegisters.Causes, uint.MaxValue);
        _registers.Write32(E1000eRegisters.ExtendedControl, Read(E1000eRegisters.ExtendedControl) | E1000eRegisters.ClearsPendingMessages);
        _registers.Write32(E1000eRegisters.AutoClear, E1000eRegisters.Queues);
        _registers.Write32(E1000eRegisters.Vectors, Routing);
    }

    /// <summary>Sets a cause in ICS, as if it had happened, and waits until the handler of its vector has run.</summary>
    /// <param name="vector">0 is receive, 1 transmit, 2 the others, by a change of the link.</param>
    /// <exception cref="TimeoutException">It has not.</exception>
    public void Raise(int vector)
    {
        uint cause = vector switch
        {
            ReceiveVector => E1000eRegisters.Received,
            TransmitVector => E1000eRegisters.Sent,
            OtherVector => E1000eRegisters.LinkChange,
            _ => throw new ArgumentOutOfRangeException(nameof(vector), vector, "A vector is 0 to 2."),
        };
        long before = Handled(vector);
        _registers.Write32(E1000eRegisters.CauseSet, cause);
        Await(() => Handled(vector) > before, _timeLimit, $"no interrupt of vector {vector} came, though its cause 0x{cause:X} was set");
    }

    /// <summary>Gives the card its rings, lets it receive and send, and waits for the link. Interrupts must be enabled; once after each <see cref="Prepare"/>.</summary>
    /// <exception cref="TimeoutException">There is no link.</exception>
    public void Start()
    {
        SetUp(_receive, E1000eRegisters.ReceiveRing);
        SetUp(_transmit, E1000eRegisters.TransmitRing);
        _registers.Write32(E1000eRegisters.TransmitRing + E1000eRegisters.RingControl, E1000eRegisters.WriteBackEach);
        _registers.Write32(E1000eRegisters.ReceiveFilter, E1000eRegisters.NoAcknowledgements);
        _registers.Write32(E1000eRegisters.ReceiveControl, E1000eRegisters.Enable | E1000eRegisters.Broadcasts | E1000eRegisters.StripChecksum);
        _registers.Write32(E1000eRegisters.TransmitControl, E1000eRegisters.Enable | E1000eRegisters.PadShort | E1000eRegisters.Collisions);
        while (_receive.Given - _receive.Done < DescriptorRing.Entries - 1)
        {
            _receive.Give(0);
        }

        DmaBuffer.Publish();
        _registers.Write32(E1000eRegisters.ReceiveRing + E1000eRegisters.RingTail, _receive.Tail);
        _registers.Write32(E1000eRegisters.Control, Read(E1000eRegisters.Control) | E1000eRegisters.SetLinkUp);
        Await(() => HasLink, _timeLimit, "the card has no link: there is no cable, or nobody at its other end");
    }

    private void SetUp(DescriptorRing ring, uint registers)
    {
        _registers.Write32(registers + E1000eRegisters.RingAddress, (uint)ring.Address);
        _registers.Write32(registers + E1000eRegisters.RingAddress + 4, (uint)(ring.Address >> 32));
        _registers.Write32(registers + E1000eRegisters.RingLength, DescriptorRing.Length);
        _registers.Write32(registers + E1000eRegisters.RingHead, 0);
        _registers.Write32(registers + E1000eRegisters.RingTail, 0);
    }

    private void Await(Func<bool> condition, TimeSpan limit, string otherwise)
    {
        long start = Stopwatch.GetTimestamp();
        SpinWait spinner = default;
        for (long turn = 1; !condition(); turn++)
        {
            // Yields, but never sleeps: an interrupt takes microseconds, and the shortest sleep is a millisecond.
            spinner.SpinOnce(sleep1Threshold: -1);

            // Nobody tells who waits that the binding has ended; the card does, which the end resets.
            if (turn % TurnsPerLook == 0 && Read(E1000eRegisters.Vectors) != Routing && !condition())
            {
                throw new IOException($"{_device.Name}: the card was reset meanwhile: interrupts are not enabled any more.");
            }

            if (Stopwatch.GetElapsedTime(start) > limit && !condition())
            {
                throw new TimeoutException($"{_device.Name}: {otherwise}.");
            }
        }
    }

    private uint Read(uint register)
    {
        uint value = _registers.Read32(register);
        return value != uint.MaxValue ? value : throw new DeviceGoneException(_device.Name);
    }
}
