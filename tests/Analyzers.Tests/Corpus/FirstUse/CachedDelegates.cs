// Delegates that C# keeps after their first use, and those that look alike.
[InterruptDriver]
internal sealed partial class CachedDelegates
{
    private static readonly Func<int, int> s_ready = static n => n + 1;
    private static Func<int, int>? s_set;
    private readonly Func<int, int> _mine = static n => n + 1;
    private readonly Func<int, int> _group = Twice;
    private int _n;
    private object? _kept;

    [MsiVector(0)]
    private void Ready(in Interrupt irq) => _n = s_ready(irq.Vector) + _mine(irq.Vector) + _group(irq.Vector);

    [MsiVector(1)]
    private void Lambda(in Interrupt irq) => _n = Apply(n => n + 2); //i TH5003

    [MsiVector(2)]
    private void Group(in Interrupt irq) => _n = Apply(Twice); //i TH5003

    [MsiVector(3)]
    private void StaticLocal(in Interrupt irq)
    {
        _n = Apply(Thrice); //i TH5003

        static int Thrice(int n) => n * 3;
    }

    [MsiVector(4)]
    private void UncapturingLocal(in Interrupt irq) // it does not say that it is static
    {
        _n = Apply(Thrice); //! TH2005

        int Thrice(int n) => n * 3;
    }

    [MsiVector(5)] // only called
    private void LocalOnlyCalled(in Interrupt irq)
    {
        _n = Thrice(irq.Vector);

        static int Thrice(int n) => n * 3;
    }

    [MsiVector(6)]
    private unsafe void Pointer(in Interrupt irq)
    {
        delegate*<int, int> twice = &Twice;
        _n = twice(irq.Vector);
    }

    [MsiVector(7)]
    private void OtherClass(in Interrupt irq) => _n = Apply(Others.Half); //i TH5003

    [MsiVector(8)]
    private void OtherClassField(in Interrupt irq) => _n = Apply(Others.Kept); //i TH5001

    [MsiVector(9)]
    private void GenericGroup(in Interrupt irq) => _n = Apply(Same<int>); //i TH5003

    [MsiVector(10)]
    private void Ensured(in Interrupt irq)
    {
        s_set ??= static n => n + 4; //i TH5003
        _n = s_set(irq.Vector);
    }

    [MsiVector(11)]
    private void InBranch(in Interrupt irq)
    {
        if (irq.Status > 100)
        {
            _n = Apply(static n => n - 1); //i TH5003
        }
    }

    [MsiVector(12)]
    private void InChain(in Interrupt irq) => _n = Outer(); //i TH5003

    [MsiVector(13)]
    private void Natural(in Interrupt irq)
    {
        var add = static (int a, int b) => a + b; //i TH5003
        _n = add(irq.Vector, 2);
    }

    [MsiVector(14)]
    private void LambdaInLambda(in Interrupt irq) => _n = Apply(static n => Inner(static m => m + 1, n)); //i TH5003

    [MsiVector(15)]
    private void AsObject(in Interrupt irq) => _kept = (Func<int, int>)Twice; //i TH5003

    [MsiVector(16)]
    private void ExplicitObject(in Interrupt irq) => _kept = new Func<int, int>(Twice); //! TH2005

    [MsiVector(17)]
    private void ExplicitLambda(in Interrupt irq) => _kept = new Func<int, int>(static n => n); //i TH5003

    [MsiVector(18)]
    private void ExtensionOfValue(in Interrupt irq) => _n = Apply2(Others.Plus); //i TH5003

    [MsiVector(19)]
    private void BoundExtension(in Interrupt irq) => _n = Apply("x".Take); //! TH2005

    private static int Twice(int n) => n * 2;

    private static T Same<T>(T value) => value;

    private static int Inner(Func<int, int> change, int n) => change(n);

    private int Outer() => Apply(static n => n + 5);

    private int Apply(Func<int, int> change) => change(_n);

    private int Apply2(Func<int, int, int> change) => change(_n, 1);
}

internal static class Others
{
    public static readonly Func<int, int> Kept = static n => n / 3;

    public static int Half(int n) => n / 2;

    public static int Plus(this int a, int b) => a + b;

    public static int Take(this string text, int n) => text.Length + n;
}
