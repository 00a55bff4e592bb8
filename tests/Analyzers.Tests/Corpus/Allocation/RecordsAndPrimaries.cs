// Records, primary constructors, with, tuples, anonymous types, init: which of them are objects.
// information is not the point
[InterruptDriver]
internal sealed partial class RecordsAndPrimaries
{
    private readonly Shape _shape = new(1, 2);
    private readonly Holder _holder = new(3);
    private Point _point = new(1, 2);
    private Pair<int> _pair = new(1, 2);
    private Shape? _last;
    private object? _kept;
    private int _n;

    [MsiVector(0)]
    private void RecordStruct(in Interrupt irq)
    {
        _point = new Point(irq.Vector, 2);
        _point = _point with { X = irq.Index };
        (int x, int y) = _point;
        _n = x + y + (_point == new Point(1, 2) ? 1 : 0) + _point.GetHashCode();
    }

    [MsiVector(1)]
    private void RecordClass(in Interrupt irq) => _last = _shape with { Width = irq.Vector }; //! TH2001

    [MsiVector(2)]
    private void RecordReads(in Interrupt irq)
    {
        (int width, int height) = _shape;
        _n = width + height + _shape.Area + (_shape == _last ? 1 : 0);
        _n += _shape is { Width: > 2, Height: var h } ? h : 0;
    }

    [MsiVector(3)]
    private void RecordText(in Interrupt irq) => _n = _point.ToString().Length; //! TH2006|TH2001|TH2012

    [MsiVector(4)] // a captured parameter is a field
    private void Captured(in Interrupt irq) => _n = _holder.Next(irq.Vector);

    [MsiVector(5)]
    private void Grown(in Interrupt irq) => _n = _holder.Grow(irq.Vector); //! TH2002

    [MsiVector(6)]
    private void Tuples(in Interrupt irq)
    {
        (int A, int B) pair = (irq.Vector, irq.Index);
        (pair.A, pair.B) = (pair.B, pair.A);
        _n = pair.A + (pair == (1, 2) ? 1 : 0);
        var nested = (1, (2, "three"), irq.Vector);
        _n += nested.Item2.Item1;
    }

    [MsiVector(7)]
    private void TupleObject(in Interrupt irq) => _kept = Tuple.Create(irq.Vector, 2); //! TH2001

    [MsiVector(8)]
    private void TupleBoxed(in Interrupt irq) => _kept = (irq.Vector, 2); //! TH2003

    [MsiVector(9)]
    private void Anonymous(in Interrupt irq)
    {
        var pair = new { irq.Vector, irq.Index }; //! TH2001
        _n = pair.Vector;
    }

    [MsiVector(10)]
    private void StructInitialiser(in Interrupt irq)
    {
        Options options = new() { Level = irq.Vector, Name = "fast" };
        _n = options.Level;
        Options more = options with { Level = 3 };
        _n += more.Level;
    }

    [MsiVector(11)] // the initial value of a struct's field runs with its constructor
    private void StructWithInitialValue(in Interrupt irq)
    {
        Buffered buffered = default;
        _n = buffered.Length;
        buffered = new Buffered(); //! TH2002
        _n += buffered.Length;
    }

    [MsiVector(12)]
    private void GenericStruct(in Interrupt irq)
    {
        _pair = new Pair<int>(irq.Vector, 2);
        _n = _pair.First + (_pair.Equals(new Pair<int>(1, 2)) ? 1 : 0);
    }

    [MsiVector(13)]
    private void RecordEqualsObject(in Interrupt irq) => _n = _point.Equals((object)_point) ? 1 : 0; //! TH2003

    [MsiVector(14)]
    private void DerivedRecord(in Interrupt irq) => _last = new Square(irq.Vector); //! TH2001

    [MsiVector(15)]
    private void NullableValues(in Interrupt irq)
    {
        int? maybe = irq.Vector;
        Point? point = maybe > 3 ? new Point(1, 2) : null;
        _n = maybe.GetValueOrDefault() + (point?.X ?? 0) + (maybe == 3 ? 1 : 0) + maybe.GetHashCode();
        _n += maybe.Equals(3) ? 1 : 0; //! TH2003
    }

    [MsiVector(16)]
    private void IndexAndRange(in Interrupt irq)
    {
        Index last = ^1;
        Range middle = 1..^1;
        _n = last.GetOffset(8) + middle.GetOffsetAndLength(8).Length + (middle.Equals(1..2) ? 1 : 0);
        _n += "text"[last];
    }

    private record Shape(int Width, int Height)
    {
        public int Area => Width * Height;
    }

    private sealed record Square(int Side) : Shape(Side, Side);

    private sealed class Holder(int start)
    {
        private int[] _items = new int[start];

        public int Next(int n) => start += n;

        public int Grow(int n)
        {
            _items = new int[start & 7];
            return _items.Length + n;
        }
    }

    private record struct Point(int X, int Y);

    private record struct Pair<T>(T First, T Second);

    private struct Options
    {
        public int Level { get; init; }

        public required string Name { get; init; }
    }

    private struct Buffered
    {
        private readonly int[] _items = new int[4];

        public Buffered()
        {
        }

        public readonly int Length => _items?.Length ?? 0;
    }
}
