// information is not the point
[InterruptDriver(VendorId = 0x1D6C, DeviceId = 0x1004)]
public sealed partial class TelemetryTap
{
    private readonly Bar _bar;
    private readonly Sink _sink = new();
    private readonly IMeter[] _meters = [new Gauge(), new Rate()];
    private readonly Lazy<Calibration> _calibration = new(static () => new Calibration());
    private Calibration? _cached;
    private int _samples;
    [ThreadStatic]
    private static int s_nested;

    public TelemetryTap(PciDevice device)
    {
        _bar = device.GetBar(0);
        _ = _calibration.Value;
    }

    [MsiVector(0)]
    private void OnSample(in Interrupt irq)
    {
        uint raw = _bar.Read32(0x14);
        Debug.Assert(raw != uint.MaxValue, $"all ones at {irq.Timestamp}");
        Trail($"sample {raw} of {new object()}");
        foreach (IMeter meter in _meters)
        {
            meter.Record(Scale(raw)); //p:CACHE TH2001 //p:THREADSTATIC TH5004 //p:DEFAULTED TH2011|TH2009 //p:LOCALTHROW TH4001
        }

        _sink.Log(3, $"value {raw,6:F1} {irq.Vector}"); //p:HANDLER TH2006 //p:LEVEL TH3006
        _samples += Count(raw); //p:TAILRECURSION TH4003 //p:MUTUAL TH4003
    }

    [Conditional("TRACE_CARD")]
    private static void Trail(string text) => Console.WriteLine(text);

    private int Scale(uint raw)
    {
#if PLANTED_CACHE
        _cached ??= new Calibration();
        return _cached.Apply(raw);
#elif PLANTED_THREADSTATIC
        s_nested++;
        return (int)raw;
#elif PLANTED_LOCALTHROW
        return raw < 1 << 24 ? Exact() : (int)raw;

        int Exact() => raw == 7 ? throw new ArgumentException("seven") : (int)raw;
#else
        return _calibration.Value.Apply(raw) + (_cached?.Apply(0) ?? 0);
#endif
    }

    private static int Count(uint raw)
    {
#if PLANTED_TAILRECURSION
        return raw == 0 ? 0 : (int)(raw & 1) + Count(raw >> 1);
#elif PLANTED_MUTUAL
        return raw == 0 ? 0 : Odd(raw - 1);

        static int Odd(uint value) => value == 0 ? 1 : Count(value - 1);
#else
        return System.Numerics.BitOperations.PopCount(raw);
#endif
    }

    private interface IMeter
    {
        void Record(int value) => RecordAll(value);

        sealed int RecordAll(int value)
        {
            int sum = 0;
#if PLANTED_DEFAULTED
            foreach (int part in Parts(value))
            {
                sum += part;
            }
#else
            for (int part = value; part > 0; part >>= 8)
            {
                sum += part & 0xFF;
            }
#endif
            return sum;
        }

        private static IEnumerable<int> Parts(int value)
        {
            yield return value & 0xFF;
            yield return value >> 8;
        }
    }

    private sealed class Gauge : IMeter
    {
        private int _last;

        public void Record(int value) => _last = value;
    }

    private sealed class Rate : IMeter;

    private sealed class Calibration
    {
        private readonly double _gain = 1.5;

        public int Apply(uint raw) => (int)(raw * _gain);
    }

    private sealed class Sink
    {
        private long _hash;

        public void Log(int level, [InterpolatedStringHandlerArgument("", "level")] ref Entry entry)
        {
            _hash ^= entry.Hash;
#if PLANTED_LEVEL
            if (level > 2)
            {
                Console.Out.WriteLine(_hash);
            }
#endif
        }
    }

    [InterpolatedStringHandler]
    private ref struct Entry
    {
        public long Hash;

        public Entry(int literals, int holes, Sink sink, int level, out bool isOn) => isOn = level > 2 && sink is not null && literals + holes > 0;

        public void AppendLiteral(string text) => Hash += text.Length;

        public void AppendFormatted(int value) => Hash = (Hash * 31) + value;

#if PLANTED_HANDLER
        public void AppendFormatted<T>(T value, int alignment, string? format)
            where T : IFormattable => Hash += value.ToString(format, null).Length + alignment;
#else
        public void AppendFormatted<T>(T value, int alignment, string? format)
            where T : ISpanFormattable
        {
            Span<char> text = stackalloc char[32];
            Hash += value.TryFormat(text, out int written, format, System.Globalization.CultureInfo.InvariantCulture) ? written : alignment;
        }
#endif
    }
}
