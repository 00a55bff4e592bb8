// What runs an initialiser without naming a static field, and what has discharged it before.
[InterruptDriver]
internal sealed partial class Initialisers
{
    private static readonly int[] s_own = new int[8];
    private static int s_zero = 0;
    private readonly int _early = Early.Value;
    private readonly int[] _map = Mapped.Make();
    private readonly Lazy<int> _lazy = new(static () => 5);
    private readonly Lazy<byte[]> _made = new(static () => new byte[8]);
    private int _n;
    private Widget? _widget;

    public Initialisers()
    {
        RuntimeHelpers.RunClassConstructor(typeof(Prepared).TypeHandle);
        _ = _made.Value;
        Warm.Up();
    }

    [MsiVector(0)] // the driver's own are made before interrupts are enabled
    private void Own(in Interrupt irq) => _n = s_own[irq.Vector & 7] + s_zero;

    [MsiVector(1)]
    private void Prepare(in Interrupt irq) => _n = Prepared.Value;

    [MsiVector(2)]
    private void FieldInitialiser(in Interrupt irq) => _n = Early.Value + _early;

    [MsiVector(3)]
    private void ThroughMethod(in Interrupt irq) => _n = Mapped.Sizes[0] + _map.Length;

    [MsiVector(4)]
    private void ThroughWarmUp(in Interrupt irq) => _n = Warm.Count + Deep.Value;

    [MsiVector(5)]
    private void NotPrepared(in Interrupt irq) => _n = Late.Value; //i TH5001

    [MsiVector(6)]
    private void LazyValue(in Interrupt irq) => _n = _lazy.Value; //i TH5002

    [MsiVector(7)]
    private void LazyAsked(in Interrupt irq) => _n = _made.Value.Length;

    [MsiVector(8)]
    private void LazyTested(in Interrupt irq)
    {
        if (_lazy.IsValueCreated)
        {
            _n = _lazy.Value;
        }
    }

    [MsiVector(9)]
    private void ObjectOfClass(in Interrupt irq) => _widget = new Widget(); //! TH2001 //i TH5001

    [MsiVector(10)]
    private void DefaultInitial(in Interrupt irq) => _n = Defaults.Count;

    [MsiVector(11)]
    private void InBranch(in Interrupt irq)
    {
        if (irq.Status != 0)
        {
            _n = Branch.Value; //i TH5001
        }
    }

    [MsiVector(12)]
    private void StaticAbstract(in Interrupt irq) => _n = Read<WithStatic>() + Read<WithoutStatic>(); //i TH5001

    [MsiVector(13)]
    private void DefaultArgument(in Interrupt irq) => _n = Add(irq.Vector);

    [MsiVector(14)]
    private void RecordStruct(in Interrupt irq) => _n = new Reading(irq.Vector).Value;

    private static int Read<T>()
        where T : IStatic => T.Value;

    private static int Add(int n, int more = Late2.Size) => n + more;
}

internal interface IStatic
{
    static abstract int Value { get; }
}

internal struct WithStatic : IStatic
{
    public static int Value { get; } = Environment.ProcessorCount;
}

internal struct WithoutStatic : IStatic
{
    public static int Value => 3;
}

internal readonly record struct Reading(int Value)
{
    public static readonly Reading Zero = new(0);
}

internal static class Late2
{
    public const int Size = 3;
    public static readonly int[] Table = new int[Size];
}

internal static class Prepared
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class Early
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class Mapped
{
    public static readonly int[] Sizes = new int[4];

    public static int[] Make() => new int[Sizes.Length];
}

internal static class Warm
{
    public static readonly int Count = Environment.ProcessorCount;

    public static void Up() => Touch(Deep.Value + Count);

    private static void Touch(int value) => _ = value;
}

internal static class Deep
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class Late
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class Branch
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal class WidgetBase
{
    static WidgetBase() => Count = Environment.ProcessorCount;

    public static int Count;
}

internal sealed class Widget : WidgetBase;

internal static class Defaults
{
    public static int Count = 0;
    public static string? Name = null;
    public static readonly bool Ready = default;
}
