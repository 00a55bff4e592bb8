// [InterruptSafe] is checked where it is declared, on every implementation, and trusted where it is called.
// information is not the point
[InterruptDriver]
internal sealed partial class Safe(ISafeSink sink)
{
    private int _n;

    [MsiVector(0)]
    private void TrustedCall(in Interrupt irq)
    {
        _n = Promised.Get(irq.Vector);
    }

    [MsiVector(1)] // broken where it is declared, trusted here
    private void BrokenPromise(in Interrupt irq)
    {
        Promised.Broken();
    }

    [MsiVector(2)]
    private void ThroughInterface(in Interrupt irq)
    {
        sink.Accept(irq.Vector);
    }

    [MsiVector(3)]
    private void Excused(in Interrupt irq)
    {
        ShutDown();
        _n++;
    }

    [MsiVector(4)]
    private void ExcusedTwoBelow(in Interrupt irq)
    {
        if (irq.Status == 9)
        {
            Fail();
        }
    }

    [MsiVector(5)] // a lambda of a safe delegate type
    private void MakesCallback(in Interrupt irq)
    {
        Run(static n => _ = n);
    }

    private static void Run(SafeAction action) => action(3);

    private void Fail() => ShutDown();

    [InterruptUnsafe("runs once, when the card is too hot")]
    private void ShutDown() => Console.WriteLine("too hot");

    [InterruptUnsafe("")] //! TH6101
    private void NoReason() => Console.WriteLine("x");

    [InterruptUnsafe("nothing is wrong in it")] //! TH6102
    private void NothingHidden() => _n++;
}

internal static class Promised
{
    [InterruptSafe]
    public static int Get(int n) => n + 1;

    [InterruptSafe]
    public static void Broken() => Console.WriteLine("x"); //! TH3006

    [InterruptSafe]
    public static int Chain(int n)
    {
        return Below(n); //! TH2002
    }

    private static int Below(int n) => new int[n].Length;
}

[InterruptSafe]
internal delegate void SafeAction(int n);

internal interface ISafeSink
{
    [InterruptSafe]
    void Accept(int value);
}

internal sealed class GoodSink : ISafeSink
{
    private int _n;

    public void Accept(int value) => _n = value;
}

internal sealed class BadSink : ISafeSink
{
    private object? _last;

    public void Accept(int value) => _last = value; //! TH2003
}

internal abstract class SafeBase
{
    [InterruptSafe]
    public abstract void Run();
}

internal sealed class BadOverride : SafeBase
{
    public override void Run() => Thread.Sleep(1); //! TH3003
}

internal sealed class LambdaHolder
{
    private readonly SafeAction _good = static n => _ = n;
    private readonly SafeAction _bad = static n => Thread.Sleep(n); //! TH3003

    public void Call()
    {
        _good(1);
        _bad(1);
    }
}

[InterruptSafe]
internal sealed class WholeType
{
    private int _n;

    public int Value => _n;

    public void Set(int n) => _n = n;

    public object Box() => _n; //! TH2003
}
