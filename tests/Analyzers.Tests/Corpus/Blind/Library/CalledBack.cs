// What the library calls of one's own types, of a ninth batch: equality, order, text.
// information is not the point
[InterruptDriver]
internal sealed partial class CalledBack
{
    private readonly Dictionary<Quiet, int> _quiet = new(8);
    private readonly Dictionary<Loud, int> _loud = new(8);
    private readonly Dictionary<int, Loud> _values = new(8);
    private readonly HashSet<Loud> _set = new(8);
    private readonly List<Quiet> _quiets = new(8);
    private readonly List<Loud> _louds = new(8);
    private readonly Quiet[] _quietArray = new Quiet[4];
    private readonly Loud[] _loudArray = new Loud[4];
    private readonly char[] _chars = new char[64];
    private Pair<Quiet> _calm;
    private Pair<Loud> _noisy;
    private Loud? _maybe;
    private Loud _one;
    private long _sum;

    [MsiVector(0)]
    private void QuietKeys(in Interrupt irq)
    {
        var key = new Quiet(irq.Index);
        _sum += _quiet.TryGetValue(key, out int value) ? value : 0;
        _sum += _quiets.Contains(key) ? _quiets.IndexOf(key) : Array.IndexOf(_quietArray, key);
        _sum += _quietArray.AsSpan().IndexOf(key) + HashCode.Combine(key, 3);
        _quietArray.AsSpan().Sort();
        Array.Sort(_quietArray);
        _sum += _calm == default ? 1 : 0;
        _sum += EqualityComparer<Quiet>.Default.Equals(key, default) ? Comparer<Quiet>.Default.Compare(key, default) : 0;
    }

    [MsiVector(1)]
    private void LoudKey(in Interrupt irq) => _sum += _loud.ContainsKey(new Loud(irq.Index)) ? 1 : 0; //! TH3001 //? TH2002

    [MsiVector(2)]
    private void LoudInSet(in Interrupt irq) => _sum += _set.Contains(_one) ? 1 : 0; //! TH3001 //? TH2002

    [MsiVector(3)]
    private void LoudInList(in Interrupt irq) => _sum += _louds.IndexOf(_one); //! TH3001

    [MsiVector(4)]
    private void LoudInArray(in Interrupt irq) => Array.Sort(_loudArray); //! TH4001

    [MsiVector(5)]
    private void LoudInSpan(in Interrupt irq) => _sum += _loudArray.AsSpan().Contains(_one) ? 1 : 0; //! TH3001 //? TH2002

    [MsiVector(6)]
    private void LoudInRecord(in Interrupt irq) => _sum += _noisy == default ? 1 : 0; //! TH3001 //? TH2002

    [MsiVector(7)]
    private void LoudInTuple(in Interrupt irq) => _sum += (_one, 1).Equals((_one, 2)) ? 1 : 0; //! TH3001 //? TH2002

    [MsiVector(8)]
    private void LoudByComparer(in Interrupt irq)
    {
        _sum += EqualityComparer<Loud>.Default.Equals(_one, default) ? 1 : 0; //! TH3001 //? TH2002
        _sum += Comparer<Loud>.Default.Compare(_one, default); //! TH4001
        _sum += HashCode.Combine(_one, 3); //! TH2002
    }

    [MsiVector(9)]
    private void LoudText(in Interrupt irq) => _sum += _chars.AsSpan().TryWrite($"v {_one}", out int written) ? written : 0; //! TH2006

    [MsiVector(10)]
    private void OwnTextInPlace(in Interrupt irq) => _sum += _chars.AsSpan().TryWrite($"v {new Quiet(3)}", out int written) ? written : 0;

    [MsiVector(11)]
    private void ValuesAreNotAsked(in Interrupt irq)
    {
        _sum += _values.TryGetValue(irq.Index, out Loud value) ? value.Number : 0;
        _sum += _maybe.HasValue ? _maybe.GetValueOrDefault().Number : 0;
        _louds.Clear();
        _sum += _louds.Count + _loudArray.Length;
        Array.Reverse(_loudArray);
    }

    private readonly record struct Pair<T>(T A, int B);

    private readonly struct Quiet(int number) : IEquatable<Quiet>, IComparable<Quiet>, ISpanFormattable
    {
        public int Number => number;

        public bool Equals(Quiet other) => number == other.Number;

        public override bool Equals(object? other) => other is Quiet quiet && Equals(quiet);

        public override int GetHashCode() => number;

        public int CompareTo(Quiet other) => number.CompareTo(other.Number);

        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
            => number.TryFormat(destination, out charsWritten, format, provider);

        public string ToString(string? format, IFormatProvider? formatProvider) => number.ToString(format, formatProvider);
    }

    private readonly struct Loud(int number) : IEquatable<Loud>, IComparable<Loud>
    {
        private static readonly object s_gate = new();

        public int Number => number;

        public bool Equals(Loud other)
        {
            lock (s_gate)
            {
                return number == other.Number;
            }
        }

        public override bool Equals(object? other) => other is Loud loud && Equals(loud);

        public override int GetHashCode() => new int[1].Length + number;

        public int CompareTo(Loud other) => other.Number < 0 ? throw new ArgumentException("negative") : number - other.Number;

        public override string ToString() => "loud " + number;
    }
}
