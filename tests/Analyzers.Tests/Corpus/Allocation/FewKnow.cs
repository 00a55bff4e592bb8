using System.Buffers;
using System.Runtime.InteropServices;

// Places where a value is made into an object by a rule of the language that few people know.
// information is not the point
[InterruptDriver]
internal sealed partial class FewKnow
{
    private static readonly Func<int, int> s_same = static n => n;
    private readonly int[] _items = [1, 2, 3];
    private readonly Box _box = new();
    private readonly Dictionary<int, Plain> _plains = new() { [1] = default };
    private readonly Action<int>? _each;
    private readonly IComparer<int> _comparer = Comparer<int>.Default;
    private Plain _plain;
    private object? _kept;
    private string _name = "name";
    private int _n;

    [MsiVector(0)] // a local function of its own name, that takes the same and is not static
    private void LocalAsDelegate(in Interrupt irq)
    {
        _n = Use(Twice); //! TH2005
        _n += Twice(irq.Vector);

        int Twice(int n) => n * 2;
    }

    [MsiVector(1)]
    private void StaticLocalAsDelegate(in Interrupt irq)
    {
        _n = Use(Twice);

        static int Twice(int n) => n * 2;
    }

    [MsiVector(2)]
    private void GenericLocalAsDelegate(in Interrupt irq)
    {
        _n = Use(Same<int>); //! TH2005

        T Same<T>(T n) => n;
    }

    [MsiVector(3)]
    private void DelegateOfDelegate(in Interrupt irq)
    {
        Converter<int, int> other = s_same.Invoke; //! TH2005
        _n = other(irq.Vector);
    }

    [MsiVector(4)]
    private void RemovesDelegate(in Interrupt irq)
    {
        Func<int, int>? left = s_same;
        left -= s_same; //! TH2005
        _n = left is null ? 0 : 1;
    }

    [MsiVector(5)] // what is empty has nothing to box
    private void EmptyNullable(in Interrupt irq)
    {
        _kept = (int?)null;
        _kept = default(Plain?);
        _kept = irq.Vector > 3 ? (object?)(int?)irq.Index : null; //! TH2003
    }

    [MsiVector(6)]
    private void HashesParts(in Interrupt irq)
    {
        HashCode hash = default;
        hash.Add(irq.Vector);
        hash.Add(_name);
        hash.Add(_plain); //! TH2017|TH2003
        _n = hash.ToHashCode();
    }

    [MsiVector(7)]
    private void CombinesParts(in Interrupt irq)
    {
        _n = HashCode.Combine(irq.Vector, irq.Status, DayOfWeek.Friday, (1, 2));
        _n += HashCode.Combine(irq.Vector, irq.Index, irq.Status, _plain); //! TH2017|TH2003
    }

    [MsiVector(8)]
    private void TupleMethods(in Interrupt irq)
    {
        _n = (irq.Vector, _name).GetHashCode() + ((irq.Vector, 2).Equals((3, 4)) ? 1 : 0) + (1, irq.Vector).CompareTo((2, 3));
        _n += (_plain, 3).Equals((_plain, 3)) ? 1 : 0; //! TH2017|TH2003
    }

    [MsiVector(9)]
    private void ValuesOfMap(in Interrupt irq)
    {
        _n = _plains.TryGetValue(1, out Plain plain) ? plain.Value : 0;
        _n += _plains.ContainsValue(_plain) ? 1 : 0; //! TH2017|TH2003
    }

    [MsiVector(10)]
    private void ThroughPattern(in Interrupt irq)
    {
        if (_kept is Box { Value: > 3 } box)
        {
            _n = box.Value;
        }

        if (_box is IMeasured measured)
        {
            _n += measured.Measure();
        }
    }

    [MsiVector(11)]
    private void ThroughPatternOfStruct(in Interrupt irq)
    {
        _n = _plain is IMeasured measured ? measured.Measure() : 0; //! TH2003
    }

    [MsiVector(12)]
    private void GenericDispose(in Interrupt irq)
    {
        Close(_box);
        Close(irq.Vector);
        Close(_plain); //! TH2003
    }

    [MsiVector(13)]
    private void Ternaries(in Interrupt irq)
    {
        int? maybe = irq.Vector > 3 ? irq.Vector : null;
        long wide = irq.Vector > 3 ? irq.Vector : irq.Signals;
        IMeasured measured = irq.Vector > 3 ? _box : _plain; //! TH2003
        _n = (maybe ?? 0) + (int)wide + measured.Measure();
    }

    [MsiVector(14)]
    private void InterfaceSpread(in Interrupt irq)
    {
        Span<int> items = stackalloc int[4];
        _items.AsSpan().CopyTo(items);
        _n = items[^1];
        int[] all = [.. items, irq.Vector]; //! TH2008
        _n += all.Length;
    }

    [MsiVector(15)]
    private void SpanOfEnum(in Interrupt irq)
    {
        ReadOnlySpan<DayOfWeek> days = [DayOfWeek.Monday, DayOfWeek.Friday];
        ReadOnlySpan<char> letters = ['a', 'b'];
        ReadOnlySpan<bool> flags = [true, false];
        ReadOnlySpan<(int, int)> pairs = [(1, 2), (irq.Vector, 4)];
        _n = days.Length + letters.Length + flags.Length + pairs.Length;
    }

    [MsiVector(16)]
    private void MemoryCalls(in Interrupt irq)
    {
        ReadOnlyMemory<int> memory = _items;
        _n = memory.Length + memory[1..].Span[0] + MemoryMarshal.AsMemory(memory).Length;
        _n += memory.ToArray().Length; //! TH2002
    }

    [MsiVector(17)]
    private void Comparers(in Interrupt irq)
    {
        _n = EqualityComparer<int>.Default.Equals(irq.Vector, 3) ? 1 : 0;
        _n += StringComparer.Ordinal.Equals(_name, "x") ? 1 : 0;
        IComparer<int> made = Comparer<int>.Create(static (a, b) => a - b); //! TH2001
        _kept = made;
    }

    [MsiVector(18)]
    private void ConstantText(in Interrupt irq)
    {
        const string A = "a";
        _name = A + nameof(FewKnow) + "b" + 'c';
        _name = irq.Vector > 3 ? A : "z";
        _name = A + 1; //! TH2006
    }

    [MsiVector(19)]
    private void CallerInfo(in Interrupt irq) => Trace(irq.Vector > 3, irq.Vector);

    [MsiVector(20)]
    private void NullConditional(in Interrupt irq)
    {
        _n = _box?.Value ?? 0;
        _each?.Invoke(_n); //? TH6001
        _kept = _box?.Value; //! TH2003
    }

    [MsiVector(21)]
    private void RangesOfText(in Interrupt irq)
    {
        ReadOnlySpan<char> text = _name;
        _n = text[1..].Length + text[^1] + (text is ['n', .. var rest] ? rest.Length : 0);
        _n += _name is ['n', .. { Length: > 2 }] ? 1 : 0; //! TH2013
    }

    private static int Use(Func<int, int> change) => change(3);

    private static void Close<T>(T value)
    {
        if (value is IDisposable disposable)
        {
            disposable.Dispose();
        }
    }

    private void Trace(bool condition, int value, [CallerArgumentExpression(nameof(condition))] string? text = null, [CallerMemberName] string member = "")
        => _n = value + (text?.Length ?? 0) + member.Length + (condition ? 1 : 0);

    private interface IMeasured
    {
        int Measure();
    }

    private struct Plain : IMeasured, IDisposable
    {
        public int Value;

        public readonly int Measure() => Value;

        public readonly void Dispose()
        {
        }
    }

    private sealed class Box : IMeasured, IDisposable
    {
        public int Value { get; set; }

        public int Measure() => Value;

        public void Dispose() => Value = 0;
    }
}
