// What boxes only before the code is optimised: information.
[InterruptDriver]
internal sealed partial class BoxingUnoptimised
{
    private int _n;
    private Type? _type;
    private Access _access;
    private Wide _wide;
    private readonly Part _part;

    [MsiVector(0)] // enum-hasflag
    private void HasFlag(in Interrupt irq)
    {
        if (_access.HasFlag(Access.Read)) //i TH2090
        {
            _n++;
        }
    }

    [MsiVector(1)] // hasflag_u64
    private void HasFlagWide(in Interrupt irq)
    {
        if (_wide.HasFlag(Wide.High)) //i TH2090
        {
            _n++;
        }
    }

    [MsiVector(2)] // struct-gettype
    private void GetTypeOfStruct(in Interrupt irq)
    {
        _type = _part.GetType(); //i TH2090
    }

    [MsiVector(3)] // generic-gettype
    private void GetTypeOfGeneric(in Interrupt irq)
    {
        _type = TypeOf(_part); //i TH2090
    }

    [MsiVector(4)] // generic-null-struct
    private void NullTestOfStruct(in Interrupt irq)
    {
        if (IsNull(_part)) //i TH2090
        {
            _n++;
        }
    }

    [MsiVector(5)] // struct-default-iface-member, dim_call
    private void DefaultMember(in Interrupt irq)
    {
        _n = CallDefault(_part); //i TH2090
    }

    [MsiVector(7)]
    private void FlagByHand(in Interrupt irq)
    {
        if ((_access & Access.Read) != 0)
        {
            _n++;
        }
    }

    [MsiVector(8)] // the same test for a class tests a reference
    private void NullTestOfClass(in Interrupt irq)
    {
        if (IsNull(this))
        {
            _n++;
        }
    }

    private static Type TypeOf<T>(T value)
        where T : notnull
        => value.GetType();

    private static bool IsNull<T>(T value) => value is null;

    private static int CallDefault<T>(T value)
        where T : IPart
        => value.Default();
}

[Flags]
internal enum Access
{
    Read = 1,
    Write = 2,
}

[Flags]
internal enum Wide : ulong
{
    High = 1ul << 40,
}

internal interface IPart
{
    int Default() => 4;
}

internal readonly struct Part : IPart;
