// Single constructs, by someone who had read no other file of the corpus.
[InterruptDriver]
internal sealed partial class BlindConstructs
{
    private readonly int[] _samples = new int[32];
    private readonly (uint Address, int Length)[] _segments = new (uint, int)[8];
    private readonly byte[] _frame = new byte[64];
    private readonly char[] _line = new char[64];
    private object? _kept;
    private string _command = "";
    private long _sum;
    private Window _window;
    private Window _before;
    private Mode _mode;
    private int? _found;

    [MsiVector(0)]
    private void RestOfArray(in Interrupt irq)
    {
        if (_samples is [0, .. var rest]) //! TH2013
        {
            _sum += rest.Length;
        }
    }

    [MsiVector(1)]
    private void RestOfSpan(in Interrupt irq)
    {
        if (_samples is [> 0, .., var last] && _frame.AsSpan() is [0x55, .. var payload])
        {
            _sum += last + payload.Length;
        }
    }

    [MsiVector(2)]
    private void ScratchOrArray(in Interrupt irq)
    {
        int length = (int)(irq.Status & 0xFFF);
        Span<byte> scratch = length <= 128 ? stackalloc byte[128] : new byte[length]; //! TH2002
        scratch.Fill(1);
        _sum += scratch.Length;
    }

    [MsiVector(3)]
    private void Tuples(in Interrupt irq)
    {
        foreach ((uint address, int length) in _segments)
        {
            _sum += address + length;
        }

        (_segments[0], _segments[1]) = (_segments[1], _segments[0]);
        if (_segments[0] == (0u, 0) || (irq.Vector, irq.Index) != (3, 0))
        {
            _sum++;
        }
    }

    [MsiVector(4)]
    private void RecordOfPlainStruct(in Interrupt irq)
    {
        _window = _window with { Width = irq.Index };
        if (_window == _before) //! TH2003|TH2017
        {
            _sum++;
        }
    }

    [MsiVector(5)]
    private void NullableByOperators(in Interrupt irq)
    {
        _found = irq.Index > 3 ? irq.Index : null;
        _sum += _found ?? -1;
        _sum += _found == 4 ? _found.GetValueOrDefault() : 0;
        _sum += _found is int there and > 5 ? there : 0;
    }

    [MsiVector(6)]
    private void NullableEquals(in Interrupt irq)
    {
        if (_found.Equals(irq.Index)) //! TH2003
        {
            _sum++;
        }
    }

    [MsiVector(7)]
    private void OwnInterpolation(in Interrupt irq) => _sum += Fold($"{irq.Index}:{irq.Vector}/{_sum}");

    [MsiVector(8)]
    private void TextInOwnBuffer(in Interrupt irq)
    {
        if (_line.AsSpan().TryWrite($"v={irq.Vector} s={irq.Status:X8}", out int written)) //? TH5005
        {
            _sum += written;
        }
    }

    [MsiVector(9)]
    private void LocalFunctionAsDelegate(in Interrupt irq)
    {
        int pivot = irq.Index;
        int Distance(int a, int b) => Math.Abs(a - pivot) - Math.Abs(b - pivot);
        _samples.AsSpan().Sort(Distance); //! TH2004|TH2005
    }

    [MsiVector(10)]
    private void ScopeOnTheStack(in Interrupt irq)
    {
        using var scope = new Scope(ref _sum);
        scope.Add(irq.Signals);
    }

    [MsiVector(11)]
    private void SwitchOnText(in Interrupt irq)
    {
        _sum += _command switch
        {
            "start" => 1,
            "stop" => 2,
            "reset" or "halt" => 3,
            "identify" => 4,
            "flush" => 5,
            "format" => 6,
            "abort" => 7,
            { Length: 0 } => 8,
            _ => 0,
        };
        _command = irq.Index == 0 ? "start" + "," + nameof(SwitchOnText) : _command;
    }

    [MsiVector(12)]
    private void LambdaAtOnce(in Interrupt irq) => _sum += ((Func<int, int>)(static x => x * 2))(irq.Index); //i TH5003

    [MsiVector(13)]
    private void BoxInCondition(in Interrupt irq) => _kept = irq.Index > 3 ? "many" : 1; //! TH2003

    [MsiVector(14)]
    private void ArrayBehindInterface(in Interrupt irq)
    {
        IReadOnlyList<int> view = _samples;
        foreach (int sample in view) //! TH2011
        {
            _sum += sample;
        }
    }

    [MsiVector(15)]
    private void Enumerations(in Interrupt irq)
    {
        _mode |= Mode.Ready;
        if (_mode == Mode.Busy || EqualityComparer<Mode>.Default.Equals(_mode, Mode.None))
        {
            _sum += (int)_mode;
        }

        if (_mode.HasFlag(Mode.Ready)) //i TH2090
        {
            _sum++;
        }
    }

    [MsiVector(16)]
    private void EnumerationEquals(in Interrupt irq) => _sum += _mode.Equals(Mode.Busy) ? 1 : 0; //! TH2003

    private static long Fold(Folding folding) => folding.Value;

    [Flags]
    private enum Mode
    {
        None = 0,
        Ready = 1,
        Busy = 2,
    }

    private struct Plain
    {
        public int X;
        public int Y;
    }

    private readonly record struct Window(Plain Origin, int Width);

    private ref struct Scope(ref long total)
    {
        private readonly ref long _total = ref total;
        private long _added;

        public void Add(long value) => _added += value;

        public void Dispose() => _total += _added;
    }

    [InterpolatedStringHandler]
    private ref struct Folding(int literalLength, int formattedCount)
    {
        public long Value { get; private set; } = literalLength + formattedCount;

        public void AppendLiteral(string text) => Value += text.Length;

        public void AppendFormatted<T>(T value)
            where T : struct, IEquatable<T>
            => Value = (Value * 31) + value.GetHashCode();
    }
}
