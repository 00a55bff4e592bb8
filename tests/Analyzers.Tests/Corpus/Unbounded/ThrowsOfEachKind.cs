using System.IO;
using System.Runtime.ExceptionServices;

[InterruptDriver]
internal sealed partial class ThrowsOfEachKind(PciDevice device)
{
    private static readonly Exception s_broken = new InvalidOperationException("broken");
    private readonly Bar _bar = device.GetBar(0);
    private readonly int[] _words = new int[8];
    private string? _name;
    private object? _object;
    private int _n;

    [MsiVector(0)]
    private void Throws(in Interrupt irq)
    {
        throw new InvalidOperationException(); //! TH4001
    }

    [MsiVector(1)]
    private void ThrowsExpression(in Interrupt irq)
    {
        _name = _name ?? throw new InvalidOperationException(); //! TH4001
    }

    [MsiVector(2)]
    private void ThrowsMade(in Interrupt irq)
    {
        if (_n > 3)
        {
            throw s_broken; //! TH4001
        }
    }

    [MsiVector(3)]
    private void ThrowsByHelper(in Interrupt irq)
    {
        Check(_n); //! TH4001
    }

    [MsiVector(4)]
    private void ThrowsByHelperOfHelper(in Interrupt irq)
    {
        Outer(_n); //! TH4001
    }

    [MsiVector(5)]
    private void ThrowsByProperty(in Interrupt irq)
    {
        _n = Strict; //! TH4001
    }

    [MsiVector(6)]
    private void ThrowsBySetter(in Interrupt irq)
    {
        Strict = 3; //! TH4001
    }

    [MsiVector(7)]
    private void ThrowsByNever(in Interrupt irq)
    {
        Fail(); //! TH4001
    }

    [MsiVector(8)]
    private void ThrowsInSwitch(in Interrupt irq)
    {
        _n = irq.Index switch
        {
            0 => 1,
            1 => 2,
            _ => throw new InvalidDataException(), //! TH4001
        };
    }

    [MsiVector(9)]
    private void SwitchComplete(in Interrupt irq)
    {
        _n = irq.Index switch
        {
            0 => 1,
            1 => 2,
            _ => 0,
        };
    }

    [MsiVector(10)]
    private void CaughtInside(in Interrupt irq)
    {
        try
        {
            Check(_n); //! TH4001
        }
        catch (InvalidOperationException)
        {
            _n = 0;
        }
    }

    [MsiVector(11)]
    private void Rethrows(in Interrupt irq)
    {
        try
        {
            _n++;
        }
        catch (IOException)
        {
            throw;
        }
    }

    [MsiVector(12)]
    private void ThrowsInFinally(in Interrupt irq)
    {
        try
        {
            _n++;
        }
        finally
        {
            if (_n > 9)
            {
                throw new InvalidOperationException(); //! TH4001
            }
        }
    }

    [MsiVector(13)]
    private void ThrowsUnreached(in Interrupt irq)
    {
        const bool Strictly = false;
        if (Strictly)
        {
        #pragma warning disable CS0162
            throw new InvalidOperationException();
        #pragma warning restore CS0162
        }
    }

    [MsiVector(14)]
    private void Guards(in Interrupt irq)
    {
        ArgumentNullException.ThrowIfNull(_name);
        ArgumentException.ThrowIfNullOrEmpty(_name);
        ArgumentOutOfRangeException.ThrowIfZero(_n);
        Debug.Assert(_n > 0);
    }

    [MsiVector(15)]
    private void NotImplemented(in Interrupt irq)
    {
        Later(); //! TH4001
    }

    [MsiVector(16)]
    private void Casts(in Interrupt irq)
    {
        _n += _object is string text ? text.Length : 0;
        string? other = _object as string;
        _n += other?.Length ?? 0;
    }

    [MsiVector(17)]
    private void CastsForce(in Interrupt irq)
    {
        _n += ((string)_object!).Length;
    }

    [MsiVector(18)]
    private void Missing(in Interrupt irq)
    {
        _n += _words.First(); //! TH4002|TH2011 //? TH2011
    }

    [MsiVector(19)]
    private void MissingOr(in Interrupt irq)
    {
        _n += _words.FirstOrDefault(); //? TH2011
    }

    [MsiVector(20)]
    private void Single(in Interrupt irq)
    {
        _n += _words.Single(); //! TH4002|TH2011 //? TH2011 TH4002
    }

    [MsiVector(21)]
    private void ParsesVersion(in Interrupt irq)
    {
        _object = Version.Parse("1.2"); //! TH4002|TH2001 //? TH2001
    }

    [MsiVector(22)]
    private void ParsesEnum(in Interrupt irq)
    {
        _n += (int)Enum.Parse(typeof(DayOfWeek), "Monday"); //! TH4002|TH2003 //? TH2003 TH4002
    }

    [MsiVector(23)]
    private void ParsesNumberStyle(in Interrupt irq)
    {
        _n += (int)long.Parse("1"); //! TH4002 //? TH5005
    }

    [MsiVector(24)]
    private void ParsesSpanned(in Interrupt irq)
    {
        _n += (int)TimeSpan.Parse("1").Ticks; //! TH4002 //? TH5005
    }

    [MsiVector(25)]
    private void ParsesChecked(in Interrupt irq)
    {
        checked
        {
            _n += (int)irq.Status;
        }
    }

    [MsiVector(26)]
    private void ParsesByteChecked(in Interrupt irq)
    {
        _n += byte.CreateChecked(irq.Index); //? TH4002
    }

    [MsiVector(27)]
    private void GuardsOfOthers(in Interrupt irq)
    {
        Nullable<int> maybe = _n;
        _n += maybe.Value;
    }

    [MsiVector(28)]
    private void Faults(in Interrupt irq)
    {
        _object = Task.FromException(s_broken); //! TH2001
    }

    private int Strict
    {
        get => _n > 3 ? throw new InvalidOperationException() : _n;
        set => _n = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    private static void Check(int n)
    {
        if (n > 3)
        {
            throw new InvalidOperationException();
        }
    }

    private static void Outer(int n) => Inner(n);

    private static void Inner(int n) => Check(n + 1);

    private static void Fail() => throw new NotSupportedException();

    private static void Later() => throw new NotImplementedException();
}
