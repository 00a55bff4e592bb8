namespace TopHalf.WarmUp.Drivers;

/// <summary>Switches over strings, patterns, records, tuples, nullable values, enums, arrays of several dimensions.</summary>
[InterruptDriver]
internal sealed partial class TextDriver : IProbed
{
    private static readonly string[] Names = ["rx", "tx", "link", "error", "admin", "timer", "sync"];
    private readonly State _state = new("rx", 1);
    private readonly int[,] _grid = new int[4, 4];
    private long _sum;
    private int? _last;

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnText(in Interrupt irq)
    {
        Probe.Enter();
        _sum += Number(Names[(int)(irq.Timestamp % Names.Length)]) + Number("sync");
        State next = _state with { Kind = 2 };
        _sum += next == _state ? 1 : 0;
        (int left, int right) = Split((int)irq.Signals);
        _sum += (left, right) == (1, 2) ? 1 : right;
        _sum += _last is > 3 and < 9 ? 2 : 1;
        _last = _last.GetValueOrDefault() + 1;
        _grid[1, 2]++;
        object boxed = irq.Signals > 3 ? Mode.Fast : 5;
        _sum += boxed switch
        {
            Mode mode => (int)mode,
            int number => number,
            _ => 0,
        };
        Span<char> text = stackalloc char[32];
        _sum += irq.Signals.TryFormat(text, out int written) ? written : 0;
        _sum += string.Equals(_state.Name, "RX", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        Probe.Leave();
    }

    private static int Number(string name) => name switch
    {
        "rx" => 1,
        "tx" => 2,
        "link" => 3,
        "error" => 4,
        "admin" => 5,
        "timer" => 6,
        "sync" => 7,
        _ => 0,
    };

    private static (int Left, int Right) Split(int value) => (value & 1, value >> 1);

    private enum Mode
    {
        Fast = 3,
    }

    private sealed record State(string Name, int Kind);
}
