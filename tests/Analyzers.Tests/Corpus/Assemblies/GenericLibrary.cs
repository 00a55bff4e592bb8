// Types of two assemblies in each other.
// information is not the point
using Library;

[InterruptDriver]
internal sealed partial class GenericLibrary
{
    private readonly Clean _clean = new();
    private Quick _quick;
    private Slow _slow;
    private int _n;

    [MsiVector(0)] // the library's interface, our struct
    private void ConstrainedHere(in Interrupt irq)
    {
        _n = Run(_quick, irq.Vector);
    }

    [MsiVector(1)]
    private void ConstrainedHereBad(in Interrupt irq)
    {
        _n = Run(_slow, irq.Vector); //! TH3003
    }

    [MsiVector(2)] // its enumerator is safe by contract
    private void Enumerate(in Interrupt irq)
    {
        foreach (int item in new SafeRange(4))
        {
            _n += item;
        }
    }

    [MsiVector(3)]
    private void EnumerateUnknown(in Interrupt irq)
    {
        foreach (int item in new UnknownRange(4)) //! TH6005
        {
            _n += item;
        }
    }

    [MsiVector(4)]
    private void SafeExtension(in Interrupt irq)
    {
        _n = irq.Vector.Doubled();
        _n = irq.Vector.Tripled(); //! TH6005
    }

    [MsiVector(5)]
    private void OwnOverride(in Interrupt irq)
    {
        _clean.Step();
        _clean.Other(); //! TH2002
    }

    [MsiVector(6)] // a callback of ours through a safe delegate
    private void Callback(in Interrupt irq)
    {
        Caller.Call(static n => _ = n);
    }

    [MsiVector(7)]
    private void BadCallback(in Interrupt irq)
    {
        Caller.Call(static n => Thread.Sleep(n)); //! TH3003
    }

    [MsiVector(8)]
    private void Interpolated(in Interrupt irq)
    {
        Caller.Log($"v{irq.Vector}");
    }

    [MsiVector(9)] // static abstract of the library, implemented here
    private void StaticAbstract(in Interrupt irq)
    {
        _n = Make<Quick>(); //! TH2002
    }

    private static int Run<T>(T step, int n)
        where T : IStep
        => step.Do(n);

    private static int Make<T>()
        where T : IFactory
        => T.Make();
}

internal struct Quick : IStep, IFactory
{
    public static int Make() => new int[3].Length;

    public readonly int Do(int n) => n;
}

internal struct Slow : IStep
{
    public readonly int Do(int n)
    {
        Thread.Sleep(n);
        return n;
    }
}

internal sealed class Clean : Machine
{
    private int _n;

    public override void Step() => _n++;

    public override void Other() => _n = new int[3].Length;
}
//--- library
namespace Library;

public interface IStep
{
    int Do(int n);
}

public interface IFactory
{
    static abstract int Make();
}

[InterruptSafe]
public readonly struct SafeRange(int count)
{
    public Enumerator GetEnumerator() => new(count);

    [InterruptSafe]
    public struct Enumerator(int count)
    {
        private int _i = -1;

        public readonly int Current => _i;

        public bool MoveNext() => ++_i < count;
    }
}

public readonly struct UnknownRange(int count)
{
    public Enumerator GetEnumerator() => new(count);

    public struct Enumerator(int count)
    {
        private int _i = -1;

        public readonly int Current => _i;

        public bool MoveNext() => ++_i < count;
    }
}

public static class Extensions
{
    [InterruptSafe] public static int Doubled(this int n) => n * 2;

    public static int Tripled(this int n) => n * 3;
}

public abstract class Machine
{
    [InterruptSafe] public virtual void Step() { }

    public virtual void Other() { }
}

[InterruptSafe]
public delegate void SafeCallback(int n);

public static class Caller
{
    [InterruptSafe] public static void Call(SafeCallback callback) => callback(3);

    [InterruptSafe] public static void Log(Text text) { }
}

[InterruptSafe]
[System.Runtime.CompilerServices.InterpolatedStringHandler]
public ref struct Text
{
    public Text(int literalLength, int formattedCount) { }

    public void AppendLiteral(string text) { }

    public void AppendFormatted(int n) { }
}
