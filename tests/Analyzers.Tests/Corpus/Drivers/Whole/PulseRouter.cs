// information is not the point
[InterruptDriver(VendorId = 0x1057, DeviceId = 0x4801)]
public sealed partial class PulseRouter
{
    private readonly Bar _bar;
    private readonly Route[] _routes;
    private readonly Router _router;
    private readonly Rule _rule;
    private readonly Pipeline _pipeline;
    private long _total;
    private int _level;

    public PulseRouter(PciDevice device, int gain)
    {
        _bar = device.GetBar(0);
        _routes = [new Route(0, 1), new Route(1, 2)];
        _router = new Router(new Scaler(gain), onFull: Overflow);
        _rule = new Rule(static level => level > 3, level => Note(level + gain));
        _pipeline = Pipeline.Start(Square).Then(Halve);
    }

    public long Total => Interlocked.Read(ref _total);

    [MsiVector(0)]
    private void OnPulse(in Interrupt irq)
    {
        int level = (int)(_bar.Read32(0x10) & 0xFFF);
        foreach (ref readonly Route route in _routes.AsSpan())
        {
            level = _router.Forward(in route, level); //p:INJECTED TH2001 //p:FULL TH3003
        }

        _rule.Apply(level); //p:RECORD TH2006
        _level = _pipeline.Run(level); //p:FLUENT TH2002
        Interlocked.Add(ref _total, level);
    }

    private void Overflow()
    {
        _level = 0;
#if PLANTED_FULL
        Thread.Sleep(1);
#endif
    }

    private void Note(int level)
    {
#if PLANTED_RECORD
        _last = level.ToString("X");
#else
        _level = level;
#endif
    }

#if PLANTED_RECORD
    private string? _last;
#endif

    private static int Square(int value) => value * value;

#if PLANTED_FLUENT
    private static int Halve(int value) => new int[value & 3].Length;
#else
    private static int Halve(int value) => value / 2;
#endif

    private readonly record struct Route(int From, int To);

    internal interface IScaler
    {
        int Scale(int level);
    }

    internal sealed class Scaler(int gain) : IScaler
    {
#if PLANTED_INJECTED
        public int Scale(int level) => new Gain { Value = gain }.Value * level;

        private sealed class Gain
        {
            public int Value;
        }
#else
        public int Scale(int level) => gain * level;
#endif
    }

    private sealed class Router(IScaler scaler, Action? onFull = null)
    {
        private readonly int[] _counts = new int[8];

        public int Forward(in Route route, int level)
        {
            if (++_counts[route.To] > 1000)
            {
                onFull?.Invoke();
                _counts[route.To] = 0;
            }

            return scaler.Scale(level);
        }
    }

    private sealed record Rule(Predicate<int> When, Action<int> Do)
    {
        public void Apply(int level)
        {
            if (When(level))
            {
                Do(level);
            }
        }
    }

    private sealed class Pipeline
    {
        private readonly Func<int, int> _first;
        private readonly Func<int, int>? _second;

        private Pipeline(Func<int, int> first, Func<int, int>? second) => (_first, _second) = (first, second);

        public static Pipeline Start(Func<int, int> first) => new(first, null);

        public Pipeline Then(Func<int, int> second) => new(_first, second);

        public int Run(int value)
        {
            value = _first(value);
            return _second is null ? value : _second(value);
        }
    }
}
