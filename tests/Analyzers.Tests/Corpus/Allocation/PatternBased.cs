// What the compiler finds by its name: enumerators, Deconstruct, Dispose, Slice, Add, Select, GetPinnableReference.
// information is not the point
[InterruptDriver]
internal sealed partial class PatternBased
{
    private readonly int[] _items = [1, 2, 3];
    private readonly List<int> _list = [1, 2, 3];
    private readonly Deck _deck = new();
    private Packet _packet;
    private int _n;

    [MsiVector(0)]
    private void ExtensionEnumerator(in Interrupt irq)
    {
        foreach (int i in 4)
        {
            _n += i;
        }

        foreach (int i in 4L) //! TH2011|TH2009|TH2001
        {
            _n += i;
        }
    }

    [MsiVector(1)]
    private void Deconstructs(in Interrupt irq)
    {
        (int head, int tail) = _packet;
        _n = head + tail;
        (int a, int[] rest, _) = _packet; //! TH2002
        _n += a + rest.Length;
    }

    [MsiVector(2)]
    private void DeconstructPattern(in Interrupt irq)
    {
        if (_packet is (> 2, 3))
        {
            _n++;
        }
    }

    [MsiVector(3)]
    private void PatternDispose(in Interrupt irq)
    {
        using Guard guard = new(this);
        using Noisy noisy = new(); //! TH2002
    }

    [MsiVector(4)]
    private void IndexByName(in Interrupt irq) => _n = _deck[^1] + _deck[1..].Left + _deck[..^1].Left;

    [MsiVector(5)]
    private void SliceThatCopies(in Interrupt irq) => _n = new Copier(_items)[1..].Length; //! TH2002|TH2013

    [MsiVector(6)]
    private void ListPattern(in Interrupt irq)
    {
        _n = _list is [1, _, .., 3] ? 1 : 0;
        _n += _deck is [> 0, .. var rest] ? rest.Left : 0;
        _n += new Copier(_items) is [1, .. var copied] ? copied.Length : 0; //! TH2002|TH2013
    }

    [MsiVector(7)]
    private void QueryOfOwn(in Interrupt irq)
    {
        _n = from x in new Once(irq.Vector) select x + 1;
        int offset = irq.Index;
        _n += from x in new Once(irq.Vector) select x + offset; //! TH2004
    }

    [MsiVector(8)]
    private unsafe void Pins(in Interrupt irq)
    {
        fixed (int* p = new Pinnable(_items))
        {
            _n = *p;
        }

        fixed (int* p = _items)
        {
            _n += *p;
        }

        fixed (char* c = "text")
        {
            _n += *c;
        }
    }

    [MsiVector(9)]
    private void Initialisers(in Interrupt irq)
    {
        Sum sum = new() { 1, irq.Vector, { 2, 3 } };
        _n = sum.Total;
        Sum other = new() { "text", "b" }; //! TH2002
        _n += other.Total;
    }

    [MsiVector(10)]
    private void IndexInitialiser(in Interrupt irq)
    {
        Grid grid = new() { [0] = irq.Vector, [1] = 3, Inner = { Value = 3 } };
        _n = grid.Sum;
        Grid bad = new() { ["a"] = 3 }; //! TH2006
        _n += bad.Sum;
    }

    [MsiVector(11)]
    private void EnumeratorByInterface(in Interrupt irq)
    {
        _n = First(_list); //! TH2011|TH2003
    }

    [MsiVector(12)]
    private void EnumeratorOfStructByInterface(in Interrupt irq)
    {
        foreach (int item in new Explicit()) //! TH2011|TH2001
        {
            _n += item;
        }
    }

    [MsiVector(13)]
    private void EnumeratorBoxed(in Interrupt irq)
    {
        IEnumerator<int> items = _list.GetEnumerator(); //! TH2003
        _n = items is null ? 1 : 0;
        List<int>.Enumerator own = _list.GetEnumerator();
        _n += own.MoveNext() ? own.Current : 0;
    }

    [MsiVector(14)]
    private void IteratorProperty(in Interrupt irq)
    {
        foreach (int item in _deck.Cards) //! TH2009|TH2011
        {
            _n += item;
        }
    }

    [MsiVector(15)]
    private void LocalIterator(in Interrupt irq)
    {
        Numbers(); //! TH2009

        static IEnumerable<int> Numbers()
        {
            yield return 3;
        }
    }

    [MsiVector(16)]
    private void DisposeOfEnumerator(in Interrupt irq)
    {
        foreach (int item in new Disposing()) //! TH2002
        {
            _n += item;
        }
    }

    [MsiVector(17)]
    private void DelegateInvoke(in Interrupt irq)
    {
        var add = (int a, int b = 2) => a + b;
        _n = add(irq.Vector) + add(1, 2);
        var all = (params int[] items) => items.Length;
        _n += all(irq.Vector, 2); //! TH2007
    }

    private static int First<T>(T items)
        where T : IEnumerable<int>
    {
        foreach (int item in items)
        {
            return item;
        }

        return 0;
    }

    private struct Packet
    {
        public int Head;

        public readonly void Deconstruct(out int head, out int tail) => (head, tail) = (Head, 3);

        public readonly void Deconstruct(out int head, out int[] rest, out int more) => (head, rest, more) = (Head, new int[3], 0);
    }

    private readonly ref struct Guard(PatternBased owner)
    {
        public void Dispose() => owner._n++;
    }

    private readonly ref struct Noisy
    {
        public void Dispose() => GC.KeepAlive(new int[3]);
    }

    private sealed class Deck
    {
        public int Length => 4;

        public int this[int at] => at;

        public View Slice(int start, int length) => new() { Left = start + length };

        public IEnumerable<int> Cards
        {
            get
            {
                yield return 1;
            }
        }
    }

    private struct View
    {
        public int Left;
    }

    private readonly struct Copier(int[] items)
    {
        public int Length => items.Length;

        public int this[int at] => items[at];

        public int[] Slice(int start, int length) => items.AsSpan(start, length).ToArray();
    }

    private readonly struct Once(int value)
    {
        public int Select(Func<int, int> change) => change(value);
    }

    private readonly ref struct Pinnable(int[] items)
    {
        public ref int GetPinnableReference() => ref items[0];
    }

    private struct Sum : System.Collections.IEnumerable
    {
        public int Total;

        public void Add(int n) => Total += n;

        public void Add(int a, int b) => Total += a * b;

        public void Add(string text) => Total += text.ToCharArray().Length;

        public readonly System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();
    }

    private struct Grid
    {
        public int Sum;
        public View2 Inner;

        public int this[int at]
        {
            set => Sum += at * value;
        }

        public int this[string at]
        {
            set => Sum += (at + value).Length;
        }
    }

    private struct View2
    {
        public int Value;
    }

    private readonly struct Explicit : IEnumerable<int>
    {
        IEnumerator<int> IEnumerable<int>.GetEnumerator() => new Walk();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => new Walk();
    }

    private sealed class Walk : IEnumerator<int>
    {
        public int Current => 3;

        object System.Collections.IEnumerator.Current => 3;

        public bool MoveNext() => false;

        public void Reset()
        {
        }

        public void Dispose()
        {
        }
    }

    private readonly struct Disposing
    {
        public Steps GetEnumerator() => default;

        public struct Steps : IDisposable
        {
            private int _at;

            public readonly int Current => _at;

            public bool MoveNext() => ++_at < 3;

            public readonly void Dispose() => GC.KeepAlive(new int[3]);
        }
    }
}

internal static class Counting
{
    public static Steps GetEnumerator(this int count) => new(count);

    public static IEnumerator<int> GetEnumerator(this long count)
    {
        for (int i = 0; i < 3; i++)
        {
            yield return i;
        }
    }

    public struct Steps(int count)
    {
        private int _at = -1;

        public readonly int Current => _at;

        public bool MoveNext() => ++_at < count;
    }
}
