namespace Industrial;

/// <summary>128 digital inputs: changes are filtered and put into a ring with their time.</summary>
[InterruptDriver(VendorId = 0x13FE)]
[DeviceBar(0, 0x100)]
internal sealed partial class DigitalInputDriver(PciDevice device)
{
    private const uint Changed = 0x40;
    private const uint Inputs = 0x00;
    private const int WordCount = 4;

    private readonly Bar _registers = device.GetBar(0);
    private readonly ChangeRing _ring = new();
    private InputWords _before;

    public bool TryRead(out Change change) => _ring.TryRead(out change);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Changed, mask: 0xF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Changed, mask: 0xF, Clear = IrqClear.Echo)]
    private void OnChange(in Interrupt irq)
    {
        for (int word = 0; word < WordCount; word++)
        {
            uint now = _registers.Read32(Inputs + ((uint)word * 4));
            uint changed = now ^ _before[word];
            _before[word] = now;
            for (int bit = 0; changed != 0 && bit < 32; bit++, changed >>= 1)
            {
                if ((changed & 1) != 0)
                {
                    var change = new Change((word * 32) + bit, (now >> bit & 1) != 0, irq.Timestamp);
                    _ring.Write(change); //p TH2003 //? TH6003
                }
            }
        }
    }

    [InlineArray(WordCount)]
    private struct InputWords
    {
        private uint _first;
    }
}

internal readonly record struct Change(int Input, bool IsOn, long Timestamp) : IComparable<Change>
{
    public int CompareTo(Change other) => Timestamp.CompareTo(other.Timestamp);
}

internal sealed class ChangeRing
{
    private readonly Change[] _changes = new Change[256];
    private uint _written;
    private uint _read;
    private Change _newest;

    public void Write(in Change change)
    {
        if (IsNewer(change, _newest))
        {
            _newest = change;
        }

        uint written = _written;
        if (written - Volatile.Read(ref _read) < 256)
        {
            _changes[written & 255] = change;
            Volatile.Write(ref _written, written + 1);
        }
    }

    public bool TryRead(out Change change)
    {
        uint read = Volatile.Read(ref _read);
        if (read == Volatile.Read(ref _written))
        {
            change = default;
            return false;
        }

        change = _changes[read & 255];
        Volatile.Write(ref _read, read + 1);
        return true;
    }

#if PLANTED
    private static bool IsNewer(IComparable<Change> left, Change right) => left.CompareTo(right) > 0;
#else
    private static bool IsNewer<T>(T left, T right)
        where T : IComparable<T>
        => left.CompareTo(right) > 0;
#endif
}
