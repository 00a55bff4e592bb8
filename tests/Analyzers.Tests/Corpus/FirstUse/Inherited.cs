// First uses behind inheritance, generics, properties and interfaces, and values that were there before.
[InterruptDriver]
internal sealed partial class Inherited
{
    private static readonly Lazy<int> s_given = new(7);
    private static readonly Settings s_settings = Settings.Default;
    private readonly Lazy<Buffer> _buffer = new(new Buffer());
    private readonly Lazy<Buffer> _made = new();
    private readonly Lazy<int> _byMethod = new(Compute);
    private Lazy<int> _replaced = new(3);
    private int _n;
    private object? _kept;

    [MsiVector(0)]
    private void Given(in Interrupt irq) => _n = s_given.Value + _buffer.Value.Length;

    [MsiVector(1)]
    private void Made(in Interrupt irq) => _n = _made.Value.Length; //i TH5002

    [MsiVector(2)]
    private void ByMethod(in Interrupt irq) => _n = _byMethod.Value; //i TH5002

    [MsiVector(3)] // another one may be put in its place
    private void Replaced(in Interrupt irq) => _n = _replaced.Value; //i TH5002

    [MsiVector(4)] // its own initial value made it
    private void ByStaticOfDriver(in Interrupt irq) => _n = Settings.Default.Size + s_settings.Size;

    [MsiVector(5)]
    private void ThroughInterface(in Interrupt irq) => _n = Read<Cached>(); //i TH5001

    [MsiVector(6)]
    private void ThroughOverride(in Interrupt irq) => _n = new Tables().Find(irq.Vector); //! TH2001 //i TH5001

    [MsiVector(7)]
    private void OwnConstant(in Interrupt irq) => _n = Limits.Size + (int)Limits.Kind;

    [MsiVector(8)]
    private void OwnField(in Interrupt irq) => _n = Limits.Count; //i TH5001

    [MsiVector(9)]
    private void BaseOfBase(in Interrupt irq) => _kept = new Bottom(); //! TH2001 //i TH5001

    [MsiVector(10)]
    private void StaticEventOfBase(in Interrupt irq) => Signals.Fire(); //i TH5001

    [MsiVector(11)]
    private void StaticEventWithAccessors(in Interrupt irq) => Accessors.Fired += s_none;

    [MsiVector(12)]
    private void GenericBase(in Interrupt irq) => _n = Named.Count; //i TH5001

    [MsiVector(13)]
    private void WithDefaults(in Interrupt irq) => _n = Defaults.Zero + Defaults.Read();

    [MsiVector(14)]
    private void RefReadOnly(in Interrupt irq)
    {
        ref readonly int shared = ref Origin.Zero; //i TH5001
        _n = shared;
    }

    [MsiVector(15)]
    private void InSwitch(in Interrupt irq) => _n = irq.Vector switch
    {
        0 => 1,
        _ => InArm.Value, //i TH5001
    };

    public void Replace() => _replaced = new Lazy<int>(static () => 4);

    private static readonly Action s_none = static () => { };

    private static int Compute() => 3;

    private static int Read<T>()
        where T : ICached => T.Value;
}

internal sealed class Buffer
{
    public int Length => 3;
}

internal sealed class Settings
{
    public static Settings Default { get; } = new();

    public int Size => 3;
}

internal interface ICached
{
    static abstract int Value { get; }
}

internal sealed class Cached : ICached
{
    private static readonly int s_value = Environment.ProcessorCount;

    public static int Value => s_value;
}

internal abstract class Lookup
{
    public abstract int Find(int at);
}

internal sealed class Tables : Lookup
{
    private static readonly int[] s_items = new int[8];

    public override int Find(int at) => s_items[at & 7];
}

internal static class Limits
{
    public const int Size = 3;
    public const DayOfWeek Kind = DayOfWeek.Friday;
    public static readonly int Count = Environment.ProcessorCount;
}

internal class Top
{
    private static readonly int s_count;

    static Top() => s_count = Environment.ProcessorCount;

    public int Count => s_count;
}

internal class Middle : Top;

internal sealed class Bottom : Middle;

internal static class Signals
{
    private static event Action? s_fired = static () => { };

    public static void Fire()
    {
        if (s_fired is not null)
        {
            Count++;
        }
    }

    public static int Count;
}

internal static class Accessors
{
    public static readonly object Gate = new();

    public static event Action Fired
    {
        add { }
        remove { }
    }
}

internal class Generic<T>
{
    public static readonly int Count = Unsafe.SizeOf<T>();
}

internal sealed class Named : Generic<int>;

internal static class Defaults
{
    public static int Zero = 0;
    private static bool s_ready = false;

    public static int Read() => s_ready ? 1 : 0;
}

internal static class Origin
{
    private static readonly int s_zero = Environment.ProcessorCount;

    public static ref readonly int Zero => ref s_zero;
}

internal static class InArm
{
    public static readonly int Value = Environment.ProcessorCount;
}
