// Overrides, interfaces, generics.
// information is not the point
[InterruptDriver]
internal sealed partial class Hierarchies(Port port, IStage stage)
{
    private readonly Port _port = port;
    private readonly Port _known = new FastPort();
    private readonly IStage _stage = stage;
    private readonly Queue<Packet> _queue = new();
    private readonly List<Listener> _listeners = [];
    private Packet _packet;
    private int _n;

    [MsiVector(0)] // one of the overrides sleeps
    private void Override(in Interrupt irq)
    {
        _port.Send(irq.Vector); //! TH3003
    }

    [MsiVector(1)] // none of them does anything
    private void CleanOverride(in Interrupt irq)
    {
        _n = _port.Status();
    }

    [MsiVector(23)] // only one type was ever put there
    private void KnownPort(in Interrupt irq)
    {
        _known.Send(irq.Vector); //? TH3003
    }

    [MsiVector(2)]
    private void TemplateMethod(in Interrupt irq)
    {
        _port.Run(); //! TH2001
    }

    [MsiVector(3)]
    private void ClosedInterface(in Interrupt irq)
    {
        _n = _stage.Process(irq.Vector); //! TH2002
    }

    [MsiVector(4)]
    private void CleanInterface(in Interrupt irq)
    {
        _n = _stage.Count;
    }

    [MsiVector(5)]
    private void DefaultInterfaceMember(in Interrupt irq)
    {
        _stage.Reset(); //! TH3001
    }

    [MsiVector(6)] // a struct argument: its own method, unboxed
    private void ConstrainedStruct(in Interrupt irq)
    {
        _n = Apply(new Doubler(), irq.Vector);
    }

    [MsiVector(7)] // another struct argument allocates
    private void ConstrainedStructBad(in Interrupt irq)
    {
        _n = Apply(new Copier(), irq.Vector); //! TH2002
    }

    [MsiVector(8)] // a class argument that is sealed
    private void ConstrainedClass(in Interrupt irq)
    {
        _n = Apply(Summer.Instance, irq.Vector);
    }

    [MsiVector(9)] // static abstract
    private void StaticAbstract(in Interrupt irq)
    {
        _n = Convert<Celsius>(irq.Vector);
    }

    [MsiVector(10)]
    private void StaticAbstractBad(in Interrupt irq)
    {
        _n = Convert<Kelvin>(irq.Vector); //! TH2006
    }

    [MsiVector(11)] // an operator of a type parameter
    private void GenericOperator(in Interrupt irq)
    {
        _n = Sum(irq.Vector, 3);
    }

    [MsiVector(12)] // a generic type
    private void GenericType(in Interrupt irq)
    {
        Holder<Doubler> holder = default;
        _n = holder.Get(irq.Vector);
    }

    [MsiVector(13)]
    private void GenericTypeBad(in Interrupt irq)
    {
        Holder<Copier> holder = default;
        _n = holder.Get(irq.Vector); //! TH2002
    }

    [MsiVector(14)] // passing a struct where the interface is asked boxes
    private void StructAsInterface(in Interrupt irq)
    {
        _n = Use(new Doubler(), irq.Vector); //! TH2003
    }

    [MsiVector(15)] // three generic hops
    private void GenericHops(in Interrupt irq)
    {
        _n = First(new Copier(), irq.Vector); //! TH2002
        _n = First(new Doubler(), irq.Vector);
    }

    [MsiVector(16)] // ToString of a type parameter
    private void GenericToString(in Interrupt irq)
    {
        _n = Length(irq.Vector); //! TH2006
    }

    [MsiVector(17)] // Equals(object) of a type parameter boxes its argument
    private void GenericEquals(in Interrupt irq)
    {
        if (Same(irq.Vector, 3)) //! TH2003
        {
            _n++;
        }
    }

    [MsiVector(18)] // a cast of a type parameter through object, which the JIT removes in every tier: measured 0 bytes, optimised and not
    private void GenericCast(in Interrupt irq)
    {
        _n = Cast(irq.Vector);
    }

    [MsiVector(19)]
    private void StructOverrideOfObject(in Interrupt irq)
    {
        _n = _packet.GetHashCode() + (_packet.Equals(new Packet()) ? 1 : 0);
    }

    [MsiVector(20)] // explicit implementation through a constraint
    private void ExplicitImplementation(in Interrupt irq)
    {
        _n = Apply(new Explicit(), irq.Vector); //! TH3003
    }

    [MsiVector(21)]
    private void ListOfListeners(in Interrupt irq)
    {
        foreach (Listener listener in _listeners)
        {
            listener.Notify(irq.Vector); //! TH3006
        }
    }

    [MsiVector(22)]
    private void NewOfConstraint(in Interrupt irq)
    {
        _n = Create<Maker>(); //! TH2002
    }

    private static int Apply<T>(T op, int n)
        where T : IOp
        => op.Do(n);

    private static int Convert<T>(int n)
        where T : IUnit
        => T.From(n);

    private static T Sum<T>(T a, T b)
        where T : System.Numerics.INumber<T>
        => a + b;

    private static int Use(IOp op, int n) => n;

    private static int First<T>(T op, int n)
        where T : struct, IOp
        => Second(op, n);

    private static int Second<T>(T op, int n)
        where T : IOp
        => Third(op, n);

    private static int Third<T>(T op, int n)
        where T : IOp
        => op.Do(n);

    private static int Length<T>(T value)
        where T : struct
        => value.ToString()!.Length;

    private static bool Same<T>(T a, T b)
        where T : struct
        => a.Equals(b);

    private static int Cast<T>(T value) => (int)(object)value!;

    private static int Create<T>()
        where T : struct, IMaker
        => new T().Make();
}

internal abstract class Port
{
    private object? _sink;

    public abstract void Send(int n);

    public virtual int Status() => 0;

    public void Run() => Step();

    protected virtual void Step()
    {
    }

    protected void Keep() => _sink = new object();
}

internal sealed class FastPort : Port
{
    private int _n;

    public override void Send(int n) => _n = n;

    public override int Status() => _n;
}

internal class SlowPort : Port
{
    public override void Send(int n) => Thread.Sleep(n);
}

internal sealed class SlowerPort : SlowPort
{
    protected override void Step() => Keep();
}

internal interface IStage
{
    int Count { get; }

    int Process(int n);

    void Reset()
    {
        lock (this)
        {
        }
    }
}

internal sealed class Filter : IStage
{
    public int Count => 3;

    public int Process(int n) => n;
}

internal sealed class Expander : IStage
{
    public int Count { get; private set; }

    public int Process(int n)
    {
        Count++;
        return new int[n].Length;
    }
}

internal interface IOp
{
    int Do(int n);
}

internal readonly struct Doubler : IOp
{
    public int Do(int n) => n * 2;
}

internal readonly struct Copier : IOp
{
    public int Do(int n) => new int[n].Length;
}

internal readonly struct Explicit : IOp
{
    int IOp.Do(int n)
    {
        Thread.Sleep(n);
        return n;
    }
}

internal sealed class Summer : IOp
{
    public static readonly Summer Instance = new();

    public int Do(int n) => n + 1;
}

internal interface IUnit
{
    static abstract int From(int n);
}

internal readonly struct Celsius : IUnit
{
    public static int From(int n) => n;
}

internal readonly struct Kelvin : IUnit
{
    public static int From(int n) => $"{n} K".Length;
}

internal struct Holder<T>
    where T : struct, IOp
{
    private T _op;

    public readonly int Get(int n) => _op.Do(n);
}

internal readonly struct Packet : IEquatable<Packet>
{
    public bool Equals(Packet other) => true;

    public override bool Equals(object? obj) => obj is Packet;

    public override int GetHashCode() => 1;
}

internal abstract class Listener
{
    public abstract void Notify(int n);
}

internal sealed class ConsoleListener : Listener
{
    public override void Notify(int n) => Console.WriteLine(n);
}

internal interface IMaker
{
    int Make();
}

internal readonly struct Maker : IMaker
{
    public int Make() => new byte[3].Length;
}
