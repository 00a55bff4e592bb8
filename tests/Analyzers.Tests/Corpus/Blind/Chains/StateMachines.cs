// State machines of drivers, in the ways that they are written.
// information is not the point
[InterruptDriver]
[DeviceBar(0, 0x100)]
internal sealed partial class StateMachines(PciDevice device)
{
    private static readonly byte[,] s_next = { { 1, 2 }, { 2, 0 }, { 0, 1 } };

    private readonly Bar _registers = device.GetBar(0);
    private readonly Dictionary<Mode, Action> _actions = new();
    private readonly char[] _label = new char[32];
    private Connection _connection = Connection.Closed;
    private Link _link = new Down();
    private Mode _mode;
    private Warm _warm;
    private string _text = "";
    private long _since;
    private int _level;

    internal event EventHandler<ModeArgs>? ModeChanged;

    [MsiVector(0)]
    private void SharedStates(in Interrupt irq) => _connection = _connection.On(irq.Index);

    [MsiVector(1)]
    private void FreshStates(in Interrupt irq) => _link = _link.On(irq.Index); //! TH2001

    [MsiVector(2)]
    private void StateInText(in Interrupt irq) => _text = Describe(_mode); //! TH2006

    [MsiVector(3)]
    private void StateInPlace(in Interrupt irq)
    {
        if (Label(_mode).TryCopyTo(_label))
        {
            _level++;
        }
    }

    [MsiVector(4)]
    private void BySwitch(in Interrupt irq) => _mode = (_mode, irq.Status & 1) switch
    {
        (Mode.Idle, 1) => Mode.Run,
        (Mode.Run, 0) => Mode.Stop,
        (Mode.Stop, _) => Mode.Idle,
        var (same, _) => same,
    };

    [MsiVector(5)]
    private void ByDelegates(in Interrupt irq)
    {
        if (_actions.TryGetValue(_mode, out Action? action))
        {
            action(); //! TH6001
        }
    }

    [MsiVector(6)]
    private void ByGoto(in Interrupt irq)
    {
        switch (_mode)
        {
            case Mode.Idle:
                _registers.Write32(0x10, 1);
                goto case Mode.Run;
            case Mode.Run:
                _mode = Mode.Run;
                break;
            default:
                _mode = Mode.Idle;
                break;
        }
    }

    [MsiVector(7)]
    private void ByTable(in Interrupt irq) => _mode = (Mode)s_next[(int)_mode, (int)(irq.Status & 1)];

    [MsiVector(8)]
    private void GenericPhase(in Interrupt irq) => _level += Run(ref _warm, 3);

    [MsiVector(9)]
    private void PhaseInBox(in Interrupt irq) => _level += RunAny(_warm, 3); //! TH2003

    [MsiVector(10)]
    private void Timeout(in Interrupt irq)
    {
        if (Stopwatch.GetElapsedTime(_since) > TimeSpan.FromMilliseconds(5))
        {
            _mode = Mode.Stop;
            _since = Stopwatch.GetTimestamp();
        }
    }

    [MsiVector(11)]
    private void Announces(in Interrupt irq) => SetMode(Mode.Run); //! TH2001 TH6001

    private static string Describe(Mode mode) => mode.ToString();

    private static ReadOnlySpan<char> Label(Mode mode) => mode switch { Mode.Idle => "idle", Mode.Run => "run", _ => "stop" };

    private static int Run<T>(ref T phase, int steps)
        where T : struct, IPhase
    {
        int level = 0;
        for (int i = 0; i < steps; i++)
        {
            level += phase.Step();
        }

        return level;
    }

    private static int RunAny(IPhase phase, int steps) => steps > 0 ? phase.Step() : 0;

    private void SetMode(Mode mode)
    {
        if (_mode != mode)
        {
            _mode = mode;
            ModeChanged?.Invoke(this, new ModeArgs(mode));
        }
    }

    internal enum Mode { Idle, Run, Stop }

    internal sealed class ModeArgs(Mode mode) : EventArgs
    {
        public Mode Mode => mode;
    }

    private interface IPhase
    {
        int Step();
    }

    private struct Warm : IPhase
    {
        private int _count;

        public int Step() => ++_count;
    }

    private abstract class Connection
    {
        public static readonly Connection Closed = new ClosedState();
        public static readonly Connection Open = new OpenState();

        public abstract Connection On(int signal);

        private sealed class ClosedState : Connection
        {
            public override Connection On(int signal) => signal == 1 ? Open : this;
        }

        private sealed class OpenState : Connection
        {
            private int _frames;

            public override Connection On(int signal)
            {
                _frames++;
                return signal == 2 ? Closed : this;
            }
        }
    }

    private abstract class Link
    {
        public abstract Link On(int signal);
    }

    private sealed class Down : Link
    {
        public override Link On(int signal) => signal == 1 ? new Up(signal) : this;
    }

    private sealed class Up(int speed) : Link
    {
        public override Link On(int signal) => signal == speed ? this : new Down();
    }
}
