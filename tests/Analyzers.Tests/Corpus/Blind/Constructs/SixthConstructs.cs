// Constructs of a sixth batch: functions in functions, tasks, texts.
// information is not the point
using System.Linq.Expressions;

[InterruptDriver]
internal sealed partial class SixthConstructs(Task<int> transfer)
{
    private readonly int[] _items = new int[8];
    private readonly Inner _inner = new();
    private Func<int, int>? _convert;
    private Action? _action;
    private Point _point;
    private ValueTask<int> _pending;
    private object? _kept;
    private string _text = "";
    private long _sum;

    private IEnumerable<int> Large => from item in _items where item > 3 orderby item select item;

    [MsiVector(0)]
    private void StaticLocalFunction(in Interrupt irq)
    {
        _convert = Twice;
        _convert = Thrice; //! TH2005

        static int Twice(int x) => x * 2;
        int Thrice(int x) => x * 3;
    }

    [MsiVector(1)]
    private void QueryInProperty(in Interrupt irq) => _kept = Large; //! TH2001|TH2009

    [MsiVector(2)]
    private void AnonymousMethods(in Interrupt irq)
    {
        _action = delegate { };
        int step = irq.Index;
        _action = delegate { _sum += step; }; //! TH2004
    }

    [MsiVector(3)]
    private void TreeOfExpression(in Interrupt irq)
    {
        Expression<Func<int, int>> tree = x => x + 1; //! TH2015
        _kept = tree;
    }

    [MsiVector(4)]
    private void Rethrows(in Interrupt irq)
    {
        try
        {
            _sum = checked(_sum + irq.Index);
        }
        catch (OverflowException)
        {
            _sum = 0;
            throw;
        }
    }

    [MsiVector(5)]
    private void TextAsSpan(in Interrupt irq)
    {
        ReadOnlySpan<char> name = _text;
        _sum += name switch
        {
            "start" => 1,
            "stop" => 2,
            ['r', .. var rest] => rest.Length,
            _ => name.Trim().Length,
        };
        _kept = _text[..^1]; //! TH2006|TH2013
    }

    [MsiVector(6)]
    private void AsyncLocalFunction(in Interrupt irq)
    {
        _ = Later(); //! TH2010 TH2010|TH3005|TH2001

        async Task Later() => await Task.Delay(irq2);
    }

    private readonly int irq2 = 3;

    [MsiVector(7)]
    private void PendingValue(in Interrupt irq)
    {
        if (!_pending.IsCompleted)
        {
            return;
        }

        _sum += _pending.GetAwaiter().GetResult();
        _pending = new ValueTask<int>(irq.Index);
    }

    [MsiVector(8)]
    private void TransferAfterLoop(in Interrupt irq)
    {
        bool isDone = transfer.IsCompletedSuccessfully;
        for (int i = 0; i < 4 && isDone; i++)
        {
            _sum += transfer.Result;
        }

        _sum += transfer.Result; //! TH3004
    }

    [MsiVector(9)]
    private void StructsByValue(in Interrupt irq)
    {
        Point moved = _point with { X = irq.Index };
        Point fresh = new() { X = 1, Y = 2 };
        _point = moved == fresh ? default : new(moved.X, fresh.Y);
        (int x, int y) = _point;
        _sum += x + y + _inner.At.X;
        var shape = new { X = x }; //! TH2001
        _kept = shape with { X = y }; //! TH2001
    }

    [MsiVector(10)]
    private void LocksSelf(in Interrupt irq)
    {
        lock (this) //! TH3001
        {
            _sum++;
        }
    }

    [MsiVector(11)]
    private void BoxesInComparison(in Interrupt irq)
    {
        _sum += Equals(_kept, irq.Index) ? 1 : 0; //! TH2003
        _sum += _kept is int number && number == irq.Index ? 1 : 0;
        _sum += ReferenceEquals(_kept, _text) ? 1 : 0;
    }

    [MsiVector(12)]
    private void LambdaInLambda(in Interrupt irq)
    {
        int factor = irq.Index;
        _action = () => _convert = x => x * factor; //! TH2004
    }

    private record struct Point(int X, int Y);

    private sealed class Inner
    {
        public Point At { get; } = new(1, 2);
    }
}
