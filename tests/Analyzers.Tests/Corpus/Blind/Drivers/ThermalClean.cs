/// <summary>Thermal sensors: readings are filtered, trips are debounced. Nothing is wrong here.</summary>
[InterruptDriver(VendorId = 0x1022)]
[DeviceBar(0, 0x400)]
internal sealed partial class ThermalClean(PciDevice device)
{
    private const int Sensors = 8;
    private readonly Sensor[] _sensors = Make(device.GetBar(0));
    private readonly Bar _registers = device.GetBar(0);
    private int _trips;
    private int _failures;

    public (int Trips, int Failures) Counters => (Volatile.Read(ref _trips), Volatile.Read(ref _failures));

    public float Celsius(int sensor) => _sensors[sensor].Celsius;

    [MsiVector(0, Thread = "heat")]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x8, mask: 0xFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x8, mask: 0xFF, Clear = IrqClear.Echo)]
    private void OnThreshold(in Interrupt irq)
    {
        foreach (Sensor sensor in _sensors)
        {
            if (((irq.Status >> sensor.Number) & 1) == 0)
            {
                continue;
            }

            switch (sensor.TryRead(out short raw))
            {
                case Reading.Valid when sensor.Filter(raw) > 95f:
                    Interlocked.Increment(ref _trips);
                    _registers.Write32(0x10, 1u << sensor.Number);
                    break;
                case Reading.Valid:
                    break;
                case Reading.Stale or Reading.Failed:
                    Interlocked.Increment(ref _failures);
                    break;
            }
        }
    }

    private static Sensor[] Make(Bar registers)
    {
        var sensors = new Sensor[Sensors];
        for (int i = 0; i < sensors.Length; i++)
        {
            sensors[i] = new Sensor(registers, i);
        }

        return sensors;
    }

    private enum Reading
    {
        Valid,
        Stale,
        Failed,
    }

    private sealed class Sensor(Bar registers, int number)
    {
        private readonly short[] _history = new short[4];
        private float _celsius;
        private uint _at;

        public int Number { get; } = number;

        public float Celsius => Volatile.Read(ref _celsius);

        public Reading TryRead(out short raw)
        {
            raw = 0;
            ulong offset = 0x40u + ((ulong)Number * 4);
            int retries = 3;
            do
            {
                uint value = registers.Read32(offset);
                if ((value & 0x8000_0000) != 0)
                {
                    raw = (short)value;
                    return Reading.Valid;
                }

                if (value == uint.MaxValue)
                {
                    return Reading.Failed;
                }
            }
            while (retries-- > 0);

            return Reading.Stale;
        }

        public float Filter(short raw)
        {
            _history[_at++ % (uint)_history.Length] = raw;
            Span<short> sorted = stackalloc short[4];
            _history.CopyTo(sorted);
            for (int i = 1; i < sorted.Length; i++)
            {
                short moved = sorted[i];
                int j = i - 1;
                while (j >= 0 && sorted[j] > moved)
                {
                    sorted[j + 1] = sorted[j];
                    j--;
                }

                sorted[j + 1] = moved;
            }

            float celsius = (sorted[1] + sorted[2]) / 2f * 0.125f;
            Volatile.Write(ref _celsius, celsius);
            return celsius;
        }
    }
}
