// Generic code is what it is called with: in chains, in classes, through interfaces that are generic themselves.
// information is not the point
[InterruptDriver]
internal sealed partial class GenericCalls
{
    private readonly Ring<int> _ring = new(8);
    private readonly Ring<Sample> _samples = new(8);
    private readonly Ring<object> _objects = new(8);
    private readonly Pipe<Direct> _direct = new();
    private readonly Pipe<Copying> _copying = new();
    private readonly Store<int> _store = new();
    private readonly INode<int> _node = new Leaf();
    private int _n;
    private object? _kept;

    [MsiVector(0)]
    private void RingOfValues(in Interrupt irq)
    {
        _n = _ring.Push(irq.Vector) ? 1 : 0;
        _ = _samples.Push(new Sample(irq.Vector, irq.Timestamp));
        _n += _ring.TryPop(out int value) ? value : 0;
    }

    [MsiVector(1)]
    private void RingOfObjects(in Interrupt irq) => _objects.Push(irq.Vector); //! TH2003

    [MsiVector(2)]
    private void Policies(in Interrupt irq)
    {
        _n = _direct.Run(irq.Vector);
        _n += _copying.Run(irq.Vector); //! TH2002
    }

    [MsiVector(3)]
    private void ThroughThree(in Interrupt irq)
    {
        _n = Outer<int>(irq.Vector);
        _n += Outer<string>("x");
        _kept = OuterAny(irq.Vector); //! TH2003
    }

    [MsiVector(4)]
    private void StaticOfType(in Interrupt irq) => _n = Sizes<Sample>.Of + Sizes<int>.Of;

    [MsiVector(5)]
    private void VirtualGeneric(in Interrupt irq) => _n = _store.Convert<long>(irq.Vector) + _store.Convert<object>(irq.Vector);

    [MsiVector(6)]
    private void VirtualGenericThatBoxes(in Interrupt irq) => _n = _store.Box<long>(irq.Status == 0 ? 1 : 2); //! TH2003

    [MsiVector(7)]
    private void GenericInterface(in Interrupt irq) => _n = _node.Visit(new Adder());

    [MsiVector(8)]
    private void GenericInterfaceThatAllocates(in Interrupt irq) => _n = _node.Visit(new Printer()); //! TH2006

    [MsiVector(9)]
    private void SelfConstraint(in Interrupt irq)
    {
        Meter meter = Meter.Zero;
        _n = Add(meter, new Meter(irq.Vector)).Value;
    }

    [MsiVector(10)]
    private void StaticVirtual(in Interrupt irq)
    {
        _n = Level<Low>() + Level<High>();
        _n += Level<Noisy>(); //! TH2002
    }

    [MsiVector(11)]
    private void DelegateOfGeneric(in Interrupt irq) => _n = Map<int, int>.Apply(irq.Vector);

    [MsiVector(12)]
    private void GenericAttributeOfT(in Interrupt irq)
    {
        _n = Kind(irq.Vector) + Kind("x") + Kind(1.5);
        _n += default(Sample) is ISized sized ? sized.Size : 0; //! TH2003
    }

    [MsiVector(13)]
    private void NullableOfT(in Interrupt irq)
    {
        _n = OrDefault<int>(irq.Vector) + OrDefault<int>(null);
        _n += OrBoxed<int>(irq.Vector) is null ? 1 : 0; //! TH2003
    }

    [MsiVector(14)]
    private void ArrayOfT(in Interrupt irq)
    {
        _n = First([irq.Vector, 2]);
        _n += FirstOfArray<int>(irq.Vector); //! TH2002
        _n += Empty<int>().Length;
    }

    [MsiVector(15)]
    private void SwappedByRef(in Interrupt irq)
    {
        int other = irq.Vector;
        Swap(ref _n, ref other);
        (_n, other) = (other, _n);
        Unsafe.SkipInit(out Sample sample);
        _n = sample.Value;
    }

    private static int Outer<T>(T value) => Middle(value);

    private static int Middle<T>(T value) => Inner(value, 3);

    private static int Inner<T, TOther>(T value, TOther other) => value is null || other is null ? 0 : Unsafe.SizeOf<T>();

    private static object? OuterAny<T>(T value) => MiddleAny(value);

    private static object? MiddleAny<T>(T value) => value;

    private static T Add<T>(T a, T b)
        where T : struct, IAddable<T> => T.Add(a, b);

    private static int Level<T>()
        where T : ILevel => T.Level;

    private static int Kind<T>(T value) => value switch { int n => n, string s => s.Length, _ => typeof(T).IsValueType ? 1 : 2 };

    private static T OrDefault<T>(T? value)
        where T : struct => value ?? default;

    private static object? OrBoxed<T>(T? value)
        where T : struct => value;

    private static T First<T>(ReadOnlySpan<T> items) => items[0];

    private static T FirstOfArray<T>(T item) => new[] { item }[0];

    private static T[] Empty<T>() => [];

    private static void Swap<T>(ref T a, ref T b) => (a, b) = (b, a);

    internal sealed class Ring<T>(int capacity)
    {
        private readonly T[] _items = new T[capacity];
        private int _head;
        private int _count;

        public bool Push(T item)
        {
            if (_count == _items.Length)
            {
                return false;
            }

            _items[(_head + _count++) & (_items.Length - 1)] = item;
            return true;
        }

        public bool TryPop(out T item)
        {
            item = default!;
            if (_count == 0)
            {
                return false;
            }

            item = _items[_head++ & (_items.Length - 1)];
            _count--;
            return true;
        }
    }

    internal interface IPolicy
    {
        int Run(int n);
    }

    internal struct Direct : IPolicy
    {
        public readonly int Run(int n) => n;
    }

    internal struct Copying : IPolicy
    {
        public readonly int Run(int n) => new int[n].Length;
    }

    internal sealed class Pipe<TPolicy>
        where TPolicy : struct, IPolicy
    {
        private TPolicy _policy;

        public int Run(int n) => _policy.Run(n);
    }

    internal static class Sizes<T>
    {
        public static int Of => Unsafe.SizeOf<T>();
    }

    internal abstract class StoreBase<T>
    {
        public abstract int Convert<TOther>(T value);

        public abstract int Box<TOther>(TOther value);
    }

    internal sealed class Store<T> : StoreBase<T>
    {
        public override int Convert<TOther>(T value) => typeof(TOther) == typeof(long) ? 1 : 2;

        public override int Box<TOther>(TOther value) => ReferenceEquals(value, this) ? 1 : 0;
    }

    internal interface IVisitor<T>
    {
        int Visit(T value);
    }

    internal interface INode<T>
    {
        int Visit<TVisitor>(TVisitor visitor)
            where TVisitor : struct, IVisitor<T>;
    }

    internal sealed class Leaf : INode<int>
    {
        public int Visit<TVisitor>(TVisitor visitor)
            where TVisitor : struct, IVisitor<int> => visitor.Visit(3);
    }

    internal struct Adder : IVisitor<int>
    {
        public readonly int Visit(int value) => value + 1;
    }

    internal struct Printer : IVisitor<int>
    {
        public readonly int Visit(int value) => value.ToString("X8").Length;
    }

    internal interface IAddable<T>
        where T : IAddable<T>
    {
        static abstract T Add(T a, T b);
    }

    internal readonly record struct Meter(int Value) : IAddable<Meter>
    {
        public static Meter Zero => default;

        public static Meter Add(Meter a, Meter b) => new(a.Value + b.Value);
    }

    internal interface ILevel
    {
        static virtual int Level => 1;
    }

    internal struct Low : ILevel;

    internal struct High : ILevel
    {
        static int ILevel.Level => 9;
    }

    internal struct Noisy : ILevel
    {
        static int ILevel.Level => new int[3].Length;
    }

    internal static class Map<TFrom, TTo>
    {
        private static readonly Func<TFrom, int> s_change = static value => value is null ? 0 : 1;

        public static int Apply(TFrom value) => s_change(value);
    }

    internal interface ISized
    {
        int Size { get; }
    }

    internal readonly record struct Sample(int Value, long Time) : ISized
    {
        public int Size => 16;
    }
}
