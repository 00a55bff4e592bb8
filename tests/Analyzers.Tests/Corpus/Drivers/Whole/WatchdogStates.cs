// information is not the point
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x25AB)]
public sealed partial class WatchdogStates
{
    private readonly Bar _bar;
    private readonly StateMachine<Armed> _machine;
    private readonly Countdown<Seconds, NoRounding> _countdown = new(30);
    private readonly Countdown<Milliseconds, ToHundred> _fast = new(500);

    public WatchdogStates(PciDevice device)
    {
        _bar = device.GetBar(0);
        _machine = new StateMachine<Armed>(_bar) { Limit = 3, Expired = () => _bar.Write32(0x68, 1) };
    }

#if PLANTED_OUTSIDE
    public int Strikes => _machine.Strikes;
#else
    public int Strikes => _machine.ReadStrikes();
#endif

    [MsiVector(0)]
    private void OnStage(in Interrupt irq)
    {
        _machine.Step(irq.Timestamp); //p:STATE TH3006 //p:INITIALIZER TH2004 //p:OUTSIDE TH5010
        if (_countdown.Elapse(1) & _fast.Elapse(1000)) //p:POLICY TH2003 //p:MATH TH4001
        {
            _bar.Write32(0x60, 0x80);
        }
    }

    private interface IState<TSelf>
        where TSelf : IState<TSelf>
    {
        static abstract TSelf Initial { get; }

        int Next(long timestamp);

        string Name => typeof(TSelf).Name;
    }

    private readonly struct Armed(long since) : IState<Armed>
    {
        public static Armed Initial => new(0);

        public int Next(long timestamp)
        {
#if PLANTED_STATE
            Console.WriteLine(timestamp - since);
#endif
            return timestamp - since > 1_000_000 ? 1 : 0;
        }
    }

    private sealed class StateMachine<TState>(Bar bar)
        where TState : struct, IState<TState>
    {
        private TState _state = TState.Initial;
        private int _strikes;

        public required int Limit { get; init; }

        public Action? Expired { get; init; }

        public int Strikes => _strikes;

        public int ReadStrikes() => Volatile.Read(ref _strikes);

        public void Step(long timestamp)
        {
            Volatile.Write(ref _strikes, _strikes + _state.Next(timestamp));
            if (_strikes > Limit)
            {
                bar.Write32(0x64, 1);
                Expired?.Invoke();
                Reset();
            }
        }

        private void Reset()
        {
#if PLANTED_INITIALIZER
            int before = _strikes;
            Func<int> old = () => before;
            bar.Write32(0x6C, (uint)old());
#endif
            _state = TState.Initial;
        }
    }

    private interface IUnit
    {
        static abstract long Nanoseconds { get; }
    }

    private readonly struct Seconds : IUnit
    {
        public static long Nanoseconds => 1_000_000_000;
    }

    private readonly struct Milliseconds : IUnit
    {
        public static long Nanoseconds => 1_000_000;
    }

    private interface IRounding
    {
        long Round(long value);
    }

    private struct NoRounding : IRounding
    {
        public readonly long Round(long value) => value;
    }

    private struct ToHundred : IRounding
    {
        public long Last;

#if PLANTED_POLICY
        public long Round(long value) => ((IConvertible)(Last = value)).ToInt64(null) / 100 * 100;
#elif PLANTED_MATH
        public long Round(long value) => value < 0 ? throw new OverflowException() : Last = value / 100 * 100;
#else
        public long Round(long value) => Last = value / 100 * 100;
#endif
    }

    private sealed class Countdown<TUnit, TRounding>(long start)
        where TUnit : IUnit
        where TRounding : struct, IRounding
    {
        private TRounding _rounding;
        private long _left = start * TUnit.Nanoseconds;

        public bool Elapse(long units) => (_left = _rounding.Round(_left - (units * TUnit.Nanoseconds))) <= 0;
    }
}
