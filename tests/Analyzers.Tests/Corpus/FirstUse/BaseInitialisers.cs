// Static constructors above the class that is made, of structs, of generic types and behind events.
[InterruptDriver]
internal sealed partial class BaseInitialisers
{
    private readonly Third _ready = new();
    private int _n;
    private object? _kept;

    [MsiVector(0)] // the constructor above is what runs it
    private void OfBase(in Interrupt irq) => _kept = new Second(); //! TH2001 //i TH5001

    [MsiVector(1)] // there was an object before
    private void OfReady(in Interrupt irq) => _n = _ready.Read() + ThirdBase.Count;

    [MsiVector(2)]
    private void OfStruct(in Interrupt irq) => _n = new Sample(irq.Vector).Value; //i TH5001

    [MsiVector(3)]
    private void OfStructMethod(in Interrupt irq)
    {
        Other other = default;
        _n = other.Read(); //i TH5001
    }

    [MsiVector(4)]
    private void SubscribesToStatic(in Interrupt irq) => Bell.Ring += s_nothing; //! TH2005 //i TH5001

    [MsiVector(5)]
    private void SubscribesToPlain(in Interrupt irq) => Plain.Ring += s_nothing; //! TH2005

    [MsiVector(6)]
    private void RaisesPlain(in Interrupt irq) => _n = Plain.Raise();

    [MsiVector(7)]
    private void InterfaceField(in Interrupt irq) => _n = ISettings.Limit; //i TH5001

    [MsiVector(8)]
    private void InterfaceConstant(in Interrupt irq) => _n = ISettings.Fixed;

    [MsiVector(9)]
    private void RecordStatic(in Interrupt irq) => _n = Reading.Zero.Value; //i TH5001

    [MsiVector(10)]
    private void PropertyOfBase(in Interrupt irq) => _n = Fourth.Count; //i TH5001

    [MsiVector(11)]
    private void ArrayOfType(in Interrupt irq) => _n = default(Fifth[])?.Length ?? 0;

    [MsiVector(12)]
    private void Casts(in Interrupt irq) => _n = _kept is Fifth fifth ? fifth.Value : 0;

    [MsiVector(13)]
    private void ReadOnlySpanProperty(in Interrupt irq) => _n = Data.Table[irq.Vector & 3] + Data.Sum;

    [MsiVector(14)]
    private void GenericOuter(in Interrupt irq) => _n = Box<int>.Inner.Value; //i TH5001

    [MsiVector(15)] // read in a nested type of the one that holds it
    private void NestedReader(in Interrupt irq) => _n = Holder.Reader.Read(); //i TH5001

    private static readonly Action s_nothing = static () => { };
}

internal class First
{
    private static readonly int s_count;

    static First() => s_count = Environment.ProcessorCount;

    public int Count => s_count;
}

internal sealed class Second : First;

internal class ThirdBase
{
    public static int Count;

    static ThirdBase() => Count = Environment.ProcessorCount;
}

internal sealed class Third : ThirdBase
{
    public int Read() => Count;
}

internal readonly struct Sample
{
    static Sample() => Seen = Environment.ProcessorCount;

    public Sample(int value) => Value = value;

    public static int Seen { get; }

    public int Value { get; }
}

internal struct Other
{
    private static readonly int s_seen;
    private int _value;

    static Other() => s_seen = Environment.ProcessorCount;

    public int Read() => ++_value;
}

internal static class Bell
{
    public static event Action? Ring = Start;

    public static void Raise() => Ring?.Invoke();

    private static void Start()
    {
    }
}

internal static class Plain
{
    public static event Action? Ring;

    public static int Raise() => Ring is null ? 0 : 1;
}

internal interface ISettings
{
    const int Fixed = 3;
    static readonly int Limit = Environment.ProcessorCount;
}

internal sealed record Reading(int Value)
{
    public static Reading Zero { get; } = new(0);
}

internal class FourthBase
{
    public static int Count { get; set; } = 3;
}

internal sealed class Fourth : FourthBase;

internal sealed class Fifth
{
    public readonly int Value = 3;

    static Fifth() => Environment.SetEnvironmentVariable("X", "Y");
}

internal static class Data
{
    public const int Sum = 1 + 2;

    public static ReadOnlySpan<int> Table => [1, 2, 3, 4];
}

internal static class Box<T>
{
    public static class Inner
    {
        public static readonly int Value = Unsafe.SizeOf<T>();
    }
}

internal static class Holder
{
    private static readonly int[] s_table = new int[4];

    public static class Reader
    {
        public static int Read() => s_table.Length;
    }
}
