// Rows whose measure is 0 and which are language constructs: try-finally, nullable-hasvalue, using_struct, virtual, iface-dispatch, shared-generic-typeof, gvm, …
[InterruptDriver]
internal sealed partial class SafeConstructs
{
    private readonly Derived _derived = new();
    private readonly Sealed _sealed = new();
    private readonly object[] _objects = new object[4];
    private readonly string[] _names = ["a", "b"];
    private int? _maybe;
    private int _n;
    private long _l;
    private Type? _type;

    [MsiVector(0)] // try-finally
    private void TryFinally(in Interrupt irq)
    {
        try
        {
            _n++;
        }
        finally
        {
            _n--;
        }
    }

    [MsiVector(1)] // nullable-hasvalue
    private void Nullables(in Interrupt irq)
    {
        if (_maybe.HasValue)
        {
            _n = _maybe.GetValueOrDefault() + (_maybe ?? 3);
        }

        _maybe = irq.Vector;
    }

    [MsiVector(2)] // using_struct
    private void UsingStruct(in Interrupt irq)
    {
        using Scope scope = new(this);
        _n++;
    }

    [MsiVector(3)] // virtual, on a sealed type
    private void Virtual(in Interrupt irq)
    {
        _n = _derived.Next() + _sealed.Next();
    }

    [MsiVector(4)] // array-covariant-store
    private void CovariantStore(in Interrupt irq)
    {
        _objects[0] = _names;
        _objects[1] = _names[0];
    }

    [MsiVector(5)] // shared-generic-typeof, typeof
    private void TypeOfGeneric(in Interrupt irq)
    {
        _type = TypeOf<string>();
    }

    [MsiVector(6)] // gvm
    private void GenericVirtual(in Interrupt irq)
    {
        _n = _derived.Size<int>();
    }

    [MsiVector(7)] // interlocked, volatile, membarrier
    private void Atomics(in Interrupt irq)
    {
        Interlocked.Increment(ref _n);
        Interlocked.Exchange(ref _n, 3);
        Interlocked.CompareExchange(ref _l, 3, 4);
        Volatile.Write(ref _n, Volatile.Read(ref _n) + 1);
        Interlocked.MemoryBarrier();
        Thread.MemoryBarrier();
    }

    [MsiVector(8)] // thread-current, thread-currentThread
    private void CurrentThread(in Interrupt irq)
    {
        _n = Environment.CurrentManagedThreadId + Thread.CurrentThread.ManagedThreadId; //? TH5005
    }

    [MsiVector(9)]
    private void Conversions(in Interrupt irq)
    {
        _l = _n;
        _n = (int)_l;
        _l = (long)irq.Status;
        _n = irq.Vector is > 3 and < 9 ? 1 : 0;
        ref int n = ref _n;
        n++;
    }

    [MsiVector(10)]
    private void ReferenceConversions(in Interrupt irq)
    {
        object o = _derived;
        Base b = _derived;
        if (o == (object)b && o is Derived)
        {
            _n++;
        }
    }

    [MsiVector(11)]
    private void UnreachedClass(in Interrupt irq)
    {
        // The class Unreached allocates, and no handler reaches it.
        _n = irq.Vector;
    }

    [MsiVector(12)]
    private void Discards(in Interrupt irq)
    {
        _ = irq.Vector;
        _ = nameof(Unreached);
        _ = typeof(Unreached);
        _ = sizeof(int);
        _ = default(Scope);
    }

    private static Type TypeOf<T>() => typeof(T);

    private void NoHandlerComesHere() => _ = new Unreached();

    private readonly struct Scope(SafeConstructs owner) : IDisposable
    {
        public void Dispose() => owner._n = 0;
    }
}

internal abstract class Base
{
    public abstract int Next();

    public virtual int Size<T>() => Unsafe.SizeOf<T>();
}

internal sealed class Derived : Base
{
    private int _n;

    public override int Next() => ++_n;
}

internal sealed class Sealed : Base
{
    public override int Next() => 3;
}

internal sealed class Unreached
{
    private readonly byte[] _bytes = new byte[4096];

    public byte[] Bytes => _bytes;
}
