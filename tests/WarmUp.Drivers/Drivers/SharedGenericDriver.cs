using System.Runtime.CompilerServices;

namespace TopHalf.WarmUp.Drivers;

/// <summary>Generic code over classes, which all share: its statics, its casts, the generic methods that it calls in turn.</summary>
[InterruptDriver]
internal sealed partial class SharedGenericDriver : IProbed
{
    private readonly Pool<Buffer> _buffers = new(static () => new Buffer());
    private readonly Pool<Job> _jobs = new(static () => new Job());
    private readonly Wrapper<Job> _wrapper = new(new Job());
    private long _sum;

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnRent(in Interrupt irq)
    {
        Probe.Enter();
        Buffer buffer = _buffers.Rent();
        Job job = _jobs.Rent();
        _sum += Length(buffer) + Length(job) + Kinds<Job>.Number + Kinds<Buffer>.Number;
        _buffers.Return(buffer);
        _jobs.Return(job);
        _sum += _wrapper.Describe().Length;
        Probe.Leave();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Length<T>(T value)
        where T : class, ISized
        => value is Job ? 1 : value.Size + Pair<T>.Of(value).Count;

    private interface ISized
    {
        int Size { get; }
    }

    private static class Kinds<T>
    {
        public static readonly int Number = Initialised.Now(1);
    }

    private sealed class Buffer : ISized
    {
        public int Size => 8;
    }

    private sealed class Job : ISized
    {
        public int Size => 4;
    }

    private sealed class Pool<T>(Func<T> make)
        where T : class
    {
        private readonly T?[] _free = new T?[4];

        public T Rent() => Interlocked.Exchange(ref _free[0], null) ?? make();

        public void Return(T value) => Interlocked.CompareExchange(ref _free[0], value, null);
    }

    private readonly struct Pair<T>(T left, T right)
    {
        public int Count => ReferenceEquals(left, right) ? 1 : 2;

        public static Pair<T> Of(T value) => new(value, value);
    }

    private readonly struct Wrapper<T>(T value)
        where T : class, ISized
    {
        public string Describe() => value.Size > 5 ? "long" : "short";
    }
}
