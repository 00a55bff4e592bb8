// What counts as done before interrupts are enabled, and what only looks like it.
[InterruptDriver]
internal sealed partial class WarmUps
{
    private readonly Func<int> _later = () => NotRun.Value;
    private readonly Type _type = typeof(OnlyNamed);
    private readonly Lazy<int> _ready = new(5);
    private readonly Lazy<int> _unready = new(() => 5);
    private readonly Helper _helper = new();
    private int _n;
    private object? _kept;

    static WarmUps() => _ = ByStaticConstructor.Value;

    public WarmUps()
        : this(ByThisArgument.Value)
    {
        Local();

        void Local() => _ = ByLocal.Value;

        void Never() => _ = ByUncalledLocal.Value;
    }

    private WarmUps(int n)
    {
        _n = n + ByOther.Value;
        Action run = () => _ = ByLambda.Value;
        run();
    }

    [MsiVector(0)]
    private void LambdaThatIsNotRun(in Interrupt irq) => _n = NotRun.Value; //i TH5001

    [MsiVector(1)]
    private void OnlyTheName(in Interrupt irq) => _n = OnlyNamed.Value; //i TH5001

    [MsiVector(2)]
    private void StaticConstructorOfDriver(in Interrupt irq) => _n = ByStaticConstructor.Value;

    [MsiVector(3)]
    private void ArgumentOfThis(in Interrupt irq) => _n = ByThisArgument.Value + ByOther.Value;

    [MsiVector(4)]
    private void LocalFunction(in Interrupt irq) => _n = ByLocal.Value;

    [MsiVector(5)]
    private void UncalledLocalFunction(in Interrupt irq) => _n = ByUncalledLocal.Value; //i TH5001

    [MsiVector(6)]
    private void LambdaThatIsRun(in Interrupt irq) => _n = ByLambda.Value;

    [MsiVector(7)]
    private void ModuleInitialiser(in Interrupt irq) => _n = ByModule.Value;

    [MsiVector(8)]
    private void OtherMethod(in Interrupt irq) => _n = ByOtherMethod.Value; //i TH5001

    [MsiVector(9)]
    private void OfHelper(in Interrupt irq) => _n = ByHelper.Value + _helper.Read();

    [MsiVector(10)] // a lazy that was given its value has it
    private void LazyWithValue(in Interrupt irq) => _n = _ready.Value;

    [MsiVector(11)]
    private void LazyWithout(in Interrupt irq) => _n = _unready.Value; //i TH5002

    [MsiVector(12)]
    private void OfOneTypeArgument(in Interrupt irq) => _n = ByType<int>.Value;

    [MsiVector(13)]
    private void OfAnother(in Interrupt irq) => _n = ByType<long>.Value; //i TH5001

    [MsiVector(14)]
    private void LibraryStatics(in Interrupt irq)
    {
        _n = string.Empty.Length + int.MaxValue + (int)TimeSpan.Zero.Ticks + (int)DateTime.UnixEpoch.Ticks;
        _kept = Array.Empty<int>();
        _kept = Guid.Empty == Guid.AllBitsSet ? this : null;
    }

    [MsiVector(15)]
    private void InheritedInitialiser(in Interrupt irq) => _n = Leaf.Read(); //i TH5001

    public int Prepare() => ByOtherMethod.Value + (_later() & 1) + _type.Name.Length;

    private sealed class Helper
    {
        private readonly int _value = ByHelper.Value + ByType<int>.Value;

        public int Read() => _value;
    }
}

internal static class Module
{
    [ModuleInitializer]
    internal static void Start() => _ = ByModule.Value;
}

internal static class NotRun
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class OnlyNamed
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class ByStaticConstructor
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class ByThisArgument
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class ByOther
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class ByLocal
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class ByUncalledLocal
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class ByLambda
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class ByModule
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class ByOtherMethod
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class ByHelper
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal static class ByType<T>
{
    public static readonly int Value = Environment.ProcessorCount;
}

internal abstract class Root
{
    private static readonly int s_value = Environment.ProcessorCount;

    public static int Read() => s_value;
}

internal sealed class Leaf : Root;
