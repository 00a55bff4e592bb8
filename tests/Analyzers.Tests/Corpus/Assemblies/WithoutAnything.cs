// A library that says nothing: nothing is known of what it does, except what its metadata proves.
// information is not the point
using Library;

[InterruptDriver]
internal sealed partial class WithoutAnything(IPort port, Worker worker)
{
    private Sample _sample;
    private readonly Store _store = new();
    private int _n;
    private object? _sink;

    [MsiVector(0)]
    private void Method(in Interrupt irq)
    {
        _store.Add(3); //! TH6005
    }

    [MsiVector(1)]
    private void Property(in Interrupt irq)
    {
        _n = _store.Count; //! TH6005
    }

    [MsiVector(2)]
    private void Interface(in Interrupt irq)
    {
        port.Send(3); //! TH6003|TH6005
    }

    [MsiVector(3)]
    private void Virtual(in Interrupt irq)
    {
        worker.Run(); //! TH6002|TH6005
    }

    [MsiVector(4)] // fields and constants are not code
    private void Fields(in Interrupt irq)
    {
        _sample.A = Limits.Max;
        _n = _sample.A;
    }

    [MsiVector(5)]
    private void Operator(in Interrupt irq)
    {
        _sample = _sample + _sample; //! TH6005
    }

    [MsiVector(6)]
    private void Delegate(in Interrupt irq)
    {
        _store.Callback(3); //! TH6001 //? TH6005
    }

    [MsiVector(7)] // an object of another assembly is an object
    private void Constructor(in Interrupt irq)
    {
        _sink = new Store(); //! TH2001 //? TH6005
    }

    [MsiVector(8)] // an override of one's own in a sealed class
    private void OwnOverride(in Interrupt irq)
    {
        _n = Mine.Instance.Level();
    }

    [MsiVector(9)] // what it inherits
    private void Inherited(in Interrupt irq)
    {
        Mine.Instance.Inherited(); //! TH6005
    }

    [MsiVector(10)] // a boxed enum of another assembly
    private void Boxed(in Interrupt irq)
    {
        _sink = Kind.A; //! TH2003
    }

    [MsiVector(11)] // static fields
    private void StaticField(in Interrupt irq)
    {
        _n = Limits.Current;
    }

    [MsiVector(12)] // not a dictionary's key problem of ours, but of its type
    private void Handed(in Interrupt irq)
    {
        Use(_store); //! TH6005
    }

    private static void Use(Store store) => store.Add(1);
}

internal sealed class Mine : Worker
{
    public static readonly Mine Instance = new();

    public override int Level() => 3;
}
//--- library
namespace Library;

public sealed class Store
{
    public int Count => 3;
    public Action<int> Callback = static _ => { };
    public void Add(int n) { }
}

public interface IPort
{
    void Send(int n);
}

public class Worker
{
    public virtual void Run() { }
    public virtual int Level() => 1;
    public void Inherited() { }
}

public struct Sample
{
    public int A;
    public static Sample operator +(Sample a, Sample b) => a;
}

public static class Limits
{
    public const int Max = 4;
    public static int Current;
}

public enum Kind
{
    A,
}
