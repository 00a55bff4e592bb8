// information is not the point
using System.Diagnostics.CodeAnalysis;

[InterruptDriver]
internal sealed partial class Throws
{
    private static readonly InvalidOperationException Ready = new("ready");
    private readonly int[] _items = new int[4];
    private readonly List<int> _list = [];
    private string? _name;
    private int _n;

    [MsiVector(0)]
    private void Statement(in Interrupt irq)
    {
        if (irq.Status == 0)
        {
            throw new InvalidOperationException(); //! TH4001
        }
    }

    [MsiVector(1)] // throw-prealloc
    private void Preallocated(in Interrupt irq)
    {
        if (irq.Status == 0)
        {
            throw Ready; //! TH4001
        }
    }

    [MsiVector(2)]
    private void Expression(in Interrupt irq)
    {
        _n = irq.Vector > 0 ? irq.Vector : throw new InvalidOperationException("no vector " + irq.Index); //! TH4001
    }

    [MsiVector(3)] // throw-catch
    private void Caught(in Interrupt irq)
    {
        try
        {
            throw new InvalidOperationException(); //! TH4001
        }
        catch (InvalidOperationException)
        {
            _n++;
        }
    }

    [MsiVector(4)] // throw_helper_catch
    private void Helper(in Interrupt irq)
    {
        if (irq.Vector > 100)
        {
            ThrowVector(irq.Vector); //! TH4001
        }
    }

    [MsiVector(6)]
    private void NullCoalescing(in Interrupt irq)
    {
        _n = (_name ?? throw new InvalidOperationException()).Length; //! TH4001
    }

    [MsiVector(7)] // what is only allocated for the throw is not told beside it
    private void ThrowOnlyPath(in Interrupt irq)
    {
        if (irq.Status > 8)
        {
            string text = $"status {irq.Status} of {irq.Vector}";
            object[] data = [text, irq.Status];
            throw new InvalidOperationException(string.Concat(data)); //! TH4001
        }

        _n++;
    }

    [MsiVector(8)] // a switch that throws in its default arm
    private void SwitchThrows(in Interrupt irq)
    {
        _n = irq.Index switch
        {
            0 => 1,
            1 => 2,
            _ => throw new InvalidOperationException(), //! TH4001
        };
    }

    [MsiVector(9)] // implicit throws are off by default
    private void Implicit(in Interrupt irq)
    {
        _n = _items[irq.Index] / irq.Vector;
        _n += _name!.Length;
        _n = checked(_n + 1);
    }

    [MsiVector(10)]
    private void ThrowThreeBelow(in Interrupt irq)
    {
        First(irq.Vector); //! TH4001
    }

    [MsiVector(11)] // an argument check of the library is no normal use
    private void GuardOfArguments(in Interrupt irq)
    {
        ArgumentNullException.ThrowIfNull(_name);
        ArgumentOutOfRangeException.ThrowIfNegative(_n);
    }

    [MsiVector(12)]
    private void TryCatchOfLibrary(in Interrupt irq)
    {
        try
        {
            _n = _list[irq.Index];
        }
        catch (ArgumentOutOfRangeException)
        {
            _n = 0;
        }
    }

    [MsiVector(13)]
    private void Unreachable(in Interrupt irq)
    {
        if (_n >= 0)
        {
            return;
        }

        ThrowUnreachable(); //! TH4001
    }

    [MsiVector(14)]
    private void NotImplemented(in Interrupt irq) => throw new NotImplementedException(); //! TH4001

    [DoesNotReturn]
    private static void ThrowVector(int vector) => throw new InvalidOperationException("vector " + vector);

    [DoesNotReturn]
    private static void ThrowUnreachable() => throw new UnreachableException();

    private static void First(int vector) => Second(vector + 1);

    private static void Second(int vector) => Third(vector);

    private static void Third(int vector)
    {
        if (vector < 0)
        {
            throw new InvalidOperationException();
        }
    }
}
