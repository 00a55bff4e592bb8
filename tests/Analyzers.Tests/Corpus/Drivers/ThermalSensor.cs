namespace Safety;

/// <summary>Temperatures of a board: thresholds with hysteresis, and the fan that follows.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x100)]
internal sealed partial class ThermalDriver(PciDevice device)
{
    private const uint Cause = 0x00;
    private const uint Temperature = 0x10;
    private const uint Fan = 0x40;
    private const int Sensors = 4;

    private readonly Bar _registers = device.GetBar(0);
    private readonly int[] _celsius = new int[Sensors];
    private readonly AlarmLog _log = new();
    private bool _isHot;

    public int Celsius(int sensor) => Volatile.Read(ref _celsius[sensor]);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0xF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0xF, Clear = IrqClear.Echo)]
    private void OnThreshold(in Interrupt irq)
    {
        int highest = int.MinValue;
        for (int i = 0; i < Sensors; i++)
        {
            int raw = (int)_registers.Read32(Temperature + ((uint)i * 4));
            int celsius = (raw * 503 / 4096) - 273;
            Volatile.Write(ref _celsius[i], celsius);
            highest = Math.Max(highest, celsius);
        }

        bool isHot = _isHot ? highest > 70 : highest > 80;
        if (isHot != _isHot)
        {
            _isHot = isHot;
            _log.Add(isHot, highest); //p TH2006 //? TH2003 TH2007
        }

        _registers.Write32(Fan, FanSpeed(highest));
    }

    private static uint FanSpeed(int celsius) => celsius switch
    {
        < 40 => 0,
        < 60 => 0x40,
        < 80 => 0x80,
        _ => 0xFF,
    };
}

internal sealed class AlarmLog
{
    private readonly Alarm[] _alarms = new Alarm[16];
    private int _count;

    public void Add(bool isHot, int celsius) => Put(new Alarm { IsHot = isHot, Celsius = celsius });

    private void Put(Alarm alarm)
    {
#if PLANTED
        alarm.Text = string.Format("{0} degrees", alarm.Celsius);
#endif
        _alarms[_count++ & 15] = alarm;
    }

    private struct Alarm
    {
        public bool IsHot;
        public int Celsius;
#if PLANTED
        public string Text;
#endif
    }
}
