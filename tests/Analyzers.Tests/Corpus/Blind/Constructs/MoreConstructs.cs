// Single constructs of a second batch.
using System.Diagnostics.CodeAnalysis;

[InterruptDriver]
internal sealed partial class BlindMoreConstructs
{
    private readonly int[] _samples = new int[32];
    private readonly List<int> _list = new(32);
    private object? _kept;
    private string _text = "ready";
    private long _sum;
    private Eight _eight;
    private Key _key;
    private Tag _tag;

    private event Action? Changed;

    [MsiVector(0)]
    private void InlineArrays(in Interrupt irq)
    {
        _eight[irq.Index & 7] = irq.Vector;
        foreach (ref int item in _eight[1..3])
        {
            item++;
        }

        foreach (int item in _eight)
        {
            _sum += item;
        }
    }

    [MsiVector(1)]
    private void SpreadIntoSpan(in Interrupt irq)
    {
        Span<int> all = [.. _samples, irq.Index]; //! TH2002|TH2008
        _sum += all.Length;
    }

    [MsiVector(2)]
    private void ConstantData(in Interrupt irq)
    {
        ReadOnlySpan<int> weights = [1, 2, 4, 8];
        ReadOnlySpan<byte> name = "card"u8;
        Span<int> few = [irq.Index, irq.Vector];
        _sum += weights[irq.Index & 3] + name.Length + few[1];
    }

    [MsiVector(3)]
    private void CatchAndFinally(in Interrupt irq)
    {
        try
        {
            _sum /= irq.Index;
        }
        catch (DivideByZeroException) when (_sum > 3)
        {
            _sum = 0;
        }
        finally
        {
            _sum++;
        }
    }

    [MsiVector(4)]
    private void ThrowExpression(in Interrupt irq) => _text = Find(irq.Index) ?? throw new InvalidOperationException("none"); //! TH4001

    [MsiVector(5)]
    private void ArgumentChecks(in Interrupt irq)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(irq.Index);
        ArgumentNullException.ThrowIfNull(_text);
        if (irq.Index > 31)
        {
            Corrupt(irq.Index); //! TH4001
        }

        _sum += _samples[irq.Index];
    }

    [MsiVector(6)]
    private void AnonymousType(in Interrupt irq) => _kept = new { irq.Index, _sum }; //! TH2001

    [MsiVector(7)]
    private void SlicesOfText(in Interrupt irq)
    {
        if (_text.Contains('x') || _text.StartsWith("re", StringComparison.Ordinal) || _text is ['r', .., 'y'])
        {
            _sum += _text.AsSpan()[1..3].Length + _text[^1];
        }

        _text = _text[1..]; //! TH2006|TH2013
    }

    [MsiVector(8)]
    private void EventAdd(in Interrupt irq) => Changed += Recount; //! TH2005

    [MsiVector(9)]
    private void StructBehindInterface(in Interrupt irq)
    {
        using (IDisposable guard = new Guard()) //! TH2003
        {
            _sum++;
        }

        using (var guard = new Guard())
        {
            _sum += irq.Index;
        }
    }

    [MsiVector(10)]
    private void GenericObjectMembers(in Interrupt irq)
    {
        _sum += Hash(irq.Index) + Hash(_key);
        _sum += Hash(_tag); //! TH2003
    }

    [MsiVector(11)]
    private void GenericEquals(in Interrupt irq) => _sum += Same(irq.Index, irq.Vector) ? 1 : 0; //! TH2003

    [MsiVector(12)]
    private void LambdaOverThis(in Interrupt irq)
    {
        _list.RemoveAll(item => item == _sum); //! TH2005
        _list.RemoveAll(static item => item == 0); //i TH5003
    }

    [MsiVector(13)]
    private void ParamsWithoutArray(in Interrupt irq)
    {
        _sum += Total(irq.Index, irq.Vector, 3) + Total() + All(_samples) + All();
        _sum += All(irq.Index); //! TH2007
    }

    [MsiVector(14)]
    private void StateMachineByGoto(in Interrupt irq)
    {
        int state = irq.Index & 3;
        switch (state)
        {
            case 0:
                _sum++;
                goto case 1;
            case 1:
                _sum += 2;
                goto case 2;
            case 2:
                _sum += 3;
                goto default;
            default:
                break;
        }
    }

    [MsiVector(15)]
    private void RefsAndCasts(in Interrupt irq)
    {
        ref int low = ref _samples[0];
        ref int high = ref irq.Index > 3 ? ref low : ref _samples[^1];
        high = unchecked((int)irq.Status);
        object none = _kept ?? "nothing";
        _sum += none is string { Length: > 3 } text ? text.Length : none is int number ? number : 0;
        (low, high) = (high, low);
    }

    private void Recount() => _sum = 0;

    private string? Find(int index) => index == 0 ? _text : null;

    [DoesNotReturn]
    private static void Corrupt(int index) => throw new InvalidOperationException($"slot {index} is corrupt");

    private static int Hash<T>(T value)
        where T : struct
        => value.GetHashCode();

    private static bool Same<T>(T a, T b)
        where T : struct
        => a.Equals(b);

    private static int Total(params ReadOnlySpan<int> values)
    {
        int total = 0;
        foreach (int value in values)
        {
            total += value;
        }

        return total;
    }

    private static int All(params int[] values) => values.Length;

    [InlineArray(8)]
    private struct Eight
    {
        private int _first;
    }

    private readonly record struct Key(int A, int B);

    private struct Tag
    {
        public int A;
    }

    private readonly struct Guard : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
