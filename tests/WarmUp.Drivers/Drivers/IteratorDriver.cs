namespace TopHalf.WarmUp.Drivers;

/// <summary>Iterators, enumerators by pattern, foreach through an interface, LINQ, using.</summary>
[InterruptDriver]
internal sealed partial class IteratorDriver : IProbed
{
    private readonly Ring _ring = new();
    private readonly List<Cell> _cells = [new(1), new(2)];
    private long _sum;

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnWalk(in Interrupt irq)
    {
        Probe.Enter();
        foreach (Cell cell in Count((int)irq.Signals & 7))
        {
            _sum += cell.Value;
        }

        foreach (Cell cell in _ring)
        {
            _sum += cell.Value;
        }

        IEnumerable<Cell> cells = _cells;
        foreach (Cell cell in cells)
        {
            _sum += cell.Value;
        }

        _sum += _cells.Where(static cell => cell.Value > 1).Select(static cell => cell.Value).Sum();
        using var scope = new Scope(this);
        _sum += scope.Value;
        Probe.Leave();
    }

    private static IEnumerable<Cell> Count(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return new Cell(i);
        }
    }

    private readonly record struct Cell(int Value);

    private sealed class Ring
    {
        private readonly Cell[] _cells = new Cell[4];

        public Enumerator GetEnumerator() => new(_cells);

        public struct Enumerator(Cell[] cells)
        {
            private int _index = -1;

            public readonly Cell Current => cells[_index];

            public bool MoveNext() => ++_index < cells.Length;
        }
    }

    private readonly struct Scope(IteratorDriver owner) : IDisposable
    {
        public long Value => owner._sum & 1;

        public void Dispose() => owner._sum++;
    }
}
