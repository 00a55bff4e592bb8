namespace Telecom;

/// <summary>Frames and alarms of an E1 line: 32 time slots, errors of the line second by second.</summary>
[InterruptDriver(VendorId = 0x10EE)]
[DeviceBar(0, 0x1000)]
internal sealed partial class E1Driver(PciDevice device)
{
    private const uint Cause = 0x20;
    private const uint Alarms = 0x24;
    private const uint Errors = 0x28;
    private const int SlotCount = 32;

    private readonly Bar _registers = device.GetBar(0);
    private readonly byte[] _slots = new byte[SlotCount];
    private readonly Window _window = new();
    private Alarm _alarm;
    private int _changes;

    [Flags]
    private enum Alarm : uint
    {
        None = 0,
        LossOfSignal = 1,
        LossOfFrame = 2,
        Remote = 4,
    }

    public int Changes => Volatile.Read(ref _changes);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 3)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 3, Clear = IrqClear.Echo)]
    private void OnFrame(in Interrupt irq)
    {
        if ((irq.Status & 2) != 0)
        {
            _window.Add((int)_registers.Read32(Errors)); //p TH2012
        }

        var alarm = (Alarm)_registers.Read32(Alarms);
        if (alarm != _alarm)
        {
            Volatile.Write(ref _changes, _changes + 1);
            _alarm = alarm;
        }

        if ((alarm & (Alarm.LossOfSignal | Alarm.LossOfFrame)) != Alarm.None)
        {
            return;
        }

        for (uint i = 1; i < SlotCount; i++)
        {
            _slots[i] = _registers.Read8(0x800 + i);
        }
    }
}

/// <summary>Errors of the last sixty seconds.</summary>
internal sealed class Window
{
#if PLANTED
    private readonly Queue<int> _seconds = new(64);
    private int _sum;

    public void Add(int errors)
    {
        _sum += errors;
        if (_seconds.Count >= 60 && _seconds.TryDequeue(out int oldest))
        {
            _sum -= oldest;
        }

        _seconds.Enqueue(errors);
    }
#else
    private readonly int[] _seconds = new int[60];
    private int _at;
    private int _sum;

    public void Add(int errors)
    {
        _sum += errors - _seconds[_at];
        _seconds[_at] = errors;
        _at = (_at + 1) % _seconds.Length;
    }
#endif
}
