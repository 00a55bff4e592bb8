// Single constructs of a fourth batch: what the compiler writes behind one word.
// information is not the point
using System.Collections;
using System.Diagnostics.CodeAnalysis;

[InterruptDriver]
internal sealed unsafe partial class BlindFourthConstructs
{
    private readonly int[] _items = new int[16];
    private readonly Pinned _pinned = new();
    private readonly IReadOnlyDictionary<int, int> _names = new Dictionary<int, int>();
    private Scale _scale;
    private Func<int, int>? _convert;
    private IEnumerable<object>? _objects;
    private object? _kept;
    private long _sum;
    private decimal _price;
    private string? _name;

    [MsiVector(0)]
    private void MethodOfStruct(in Interrupt irq) => _convert = _scale.Apply; //! TH2003|TH2005

    [MsiVector(1)]
    private void FixedOverPattern(in Interrupt irq)
    {
        fixed (int* first = _pinned)
        fixed (int* items = _items)
        fixed (char* name = _name)
        {
            _sum += *first + items[1] + (name is null ? 0 : name[0]);
        }
    }

    [MsiVector(2)]
    private void StackPointers(in Interrupt irq)
    {
        int* scratch = stackalloc int[4] { 1, 2, 3, irq.Index };
        _sum += Add(scratch, 4) + sizeof(Scale);
    }

    [MsiVector(3)]
    private void Builder(in Interrupt irq)
    {
        Bits bits = [1, 3, irq.Index & 31];
        _sum += bits.Value;
        Heavy heavy = [irq.Index]; //! TH2001|TH2002|TH2008
        _sum += heavy.Length;
    }

    [MsiVector(4)]
    private void QuerySyntax(in Interrupt irq)
    {
        var found = from item in _items where item > 3 select item * 2; //! TH2001|TH2004|TH2005|TH2009
        _kept = found;
    }

    [MsiVector(5)]
    private void Covariance(in Interrupt irq)
    {
        string[] names = s_names;
        _objects = names;
        object[] objects = names;
        _kept = objects[irq.Index & 1];
        _sum += names is IList<string> ? 1 : 0;
    }

    [MsiVector(6)]
    private void OptionalArguments(in Interrupt irq)
    {
        _sum += Scaled(irq.Index) + Scaled(irq.Index, by: 3) + Scaled(by: 2, value: 1);
        _sum += Named(irq.Index); //! TH2003
    }

    [MsiVector(7)]
    private void Decimals(in Interrupt irq)
    {
        _price = (_price * 1.05m) + irq.Index;
        _sum += (long)decimal.Truncate(_price) + (_price > 3m ? 1 : 0);
        Int128 wide = (Int128)irq.Status * 3;
        _sum += (long)(wide >> 64);
    }

    [MsiVector(8)]
    private void ConditionalCalls(in Interrupt irq)
    {
        Debug.Assert(irq.Index >= 0, $"index {irq.Index}");
        Note($"never {irq.Index}", new object());
        Debug.WriteLine(irq.Index);
    }

    [MsiVector(9)]
    private void DynamicWord(in Interrupt irq)
    {
        dynamic value = irq.Index; //! TH2003|TH2014
        _sum += (int)value; //! TH2003|TH2014
    }

    [MsiVector(10)]
    private void ExplicitInterface(in Interrupt irq)
    {
        foreach (KeyValuePair<int, int> pair in _names) //! TH2011
        {
            _sum += pair.Value;
        }
    }

    [MsiVector(11)]
    private void NullConditionals(in Interrupt irq)
    {
        int? length = _name?.Length;
        _sum += length ?? _name?.GetHashCode() ?? 0;
        _name ??= "card";
        _kept = _name ?? _kept;
    }

    [MsiVector(12)]
    private void LocalIterator(in Interrupt irq)
    {
        int limit = irq.Index;
        foreach (int bit in Bits()) //! TH2009|TH2011|TH2004
        {
            _sum += bit;
        }

        IEnumerable<int> Bits() //? TH2004
        {
            for (int bit = 0; bit < limit; bit++)
            {
                yield return bit;
            }
        }
    }

    [MsiVector(13)]
    private void PointerToMethod(in Interrupt irq)
    {
        delegate*<int*, int, int> add = &Add;
        int one = 1;
        _sum += add(&one, 1); //? TH6004
    }

    private static readonly string[] s_names = ["a", "b"];

    private static int Add(int* items, int count)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += items[i];
        }

        return sum;
    }

    private static int Scaled(int value, int by = 1, [CallerMemberName] string caller = "") => value * by * caller.Length;

    private static int Named(int value, object? tag = null) => tag is null ? Tagged(value) : value;

    private static int Tagged(object tag) => tag is string ? 1 : 0;

    [Conditional("TRACING")]
    private static void Note(string text, object tag) => Console.WriteLine(text + tag);

    private struct Scale
    {
        public int Factor;

        public readonly int Apply(int value) => value * Factor;
    }

    private sealed class Pinned
    {
        private readonly int[] _items = new int[4];

        public ref int GetPinnableReference() => ref _items[0];
    }

    [CollectionBuilder(typeof(BitsBuilder), nameof(BitsBuilder.Create))]
    internal readonly struct Bits(uint value) : IEnumerable<int>
    {
        public uint Value { get; } = value;

        public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    internal static class BitsBuilder
    {
        public static Bits Create(ReadOnlySpan<int> bits)
        {
            uint value = 0;
            foreach (int bit in bits)
            {
                value |= 1u << bit;
            }

            return new Bits(value);
        }
    }

    [CollectionBuilder(typeof(HeavyBuilder), nameof(HeavyBuilder.Create))]
    internal readonly struct Heavy(int[] items) : IEnumerable<int>
    {
        public int Length => items.Length;

        public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)items).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    internal static class HeavyBuilder
    {
        public static Heavy Create(ReadOnlySpan<int> items) => new(items.ToArray());
    }
}
