/// <summary>Timer card: alarms in a heap, the nearest one in the compare register.</summary>
[InterruptDriver(VendorId = 0x1AD7)]
[DeviceBar(0, 0x100)]
internal sealed partial class TimerWheel(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly AlarmHeap _heap = new(128);
    private readonly int[] _fired = new int[128];

    public int FiredOf(int id) => Volatile.Read(ref _fired[id]);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x20, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x20, mask: 1)]
    private void OnAlarm(in Interrupt irq)
    {
        ulong now = _registers.Read64(0x28);
        while (_heap.TryPop(now, out Alarm alarm)) //p TH2003 TH2003|TH6003
        {
            Interlocked.Increment(ref _fired[alarm.Id]);
        }

        if (_heap.Nearest is { } nearest)
        {
            _registers.Write64(0x30, nearest.Due);
        }
    }
}

internal readonly record struct Alarm(ulong Due, int Id) : IComparable<Alarm>, IComparable
{
    public int CompareTo(Alarm other) => Due.CompareTo(other.Due);

    public int CompareTo(object? other) => other is Alarm alarm ? CompareTo(alarm) : 1;

    public static bool operator <(Alarm a, Alarm b) => a.CompareTo(b) < 0;

    public static bool operator >(Alarm a, Alarm b) => a.CompareTo(b) > 0;
}

internal sealed class AlarmHeap(int capacity)
{
    private readonly Alarm[] _alarms = new Alarm[capacity];
    private int _count;

    public Alarm? Nearest => _count > 0 ? _alarms[0] : null;

    public bool TryPush(Alarm alarm)
    {
        if (_count == _alarms.Length)
        {
            return false;
        }

        int at = _count++;
        while (at > 0 && alarm < _alarms[(at - 1) / 2])
        {
            _alarms[at] = _alarms[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _alarms[at] = alarm;
        return true;
    }

    public bool TryPop(ulong now, out Alarm alarm)
    {
        alarm = default;
        if (_count == 0 || _alarms[0].Due > now)
        {
            return false;
        }

        alarm = _alarms[0];
        Alarm moved = _alarms[--_count];
        int at = 0;
        for (int child = 1; child < _count; child = (2 * at) + 1)
        {
            if (child + 1 < _count && Compare(_alarms[child + 1], _alarms[child]) < 0)
            {
                child++;
            }

            if (!(moved > _alarms[child]))
            {
                break;
            }

            _alarms[at] = _alarms[child];
            at = child;
        }

        _alarms[at] = moved;
        return true;
    }

#if PLANTED
    private static int Compare(IComparable a, object b) => a.CompareTo(b);
#else
    private static int Compare<T>(T a, T b)
        where T : IComparable<T>
        => a.CompareTo(b);
#endif
}
