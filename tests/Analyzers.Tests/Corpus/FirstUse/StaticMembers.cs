// Which uses of a class run its initialiser, and which only name it.
[InterruptDriver]
internal sealed partial class StaticMembers
{
    private int _n;
    private decimal _price;
    private object? _kept;
    private Type? _type;

    [MsiVector(0)] // a constant is in the code of who uses it
    private void Constant(in Interrupt irq) => _n = Tables.Size;

    [MsiVector(1)]
    private void ReadOnlyField(in Interrupt irq) => _n = Tables.Crc.Length; //i TH5001

    [MsiVector(2)] // a method that touches no static field does not run the initialiser of a class without static constructor
    private void MethodThatNeedsNoField(in Interrupt irq) => _n = Tables2.Twice(irq.Vector);

    [MsiVector(3)]
    private void MethodThatNeedsAField(in Interrupt irq) => _n = Tables3.Lookup(irq.Vector); //i TH5001

    [MsiVector(4)] // a static constructor runs before any static method
    private void MethodBehindStaticConstructor(in Interrupt irq) => _n = Precise.Twice(irq.Vector); //i TH5001

    [MsiVector(5)] // names only
    private void NamesOnly(in Interrupt irq)
    {
        _type = typeof(Precise2);
        _n = nameof(Precise2.Table).Length;
        _n = _kept is Precise2 ? 1 : 0;
    }

    [MsiVector(6)] // nothing to run: fields begin as zero
    private void ZeroFields(in Interrupt irq) => Zeroes.Count += irq.Vector;

    [MsiVector(7)] // a decimal constant is put together where it is used
    private void DecimalConstant(in Interrupt irq) => _price = Prices.Rate * irq.Vector;

    [MsiVector(8)]
    private void AutoProperty(in Interrupt irq) => _n = WithProperty.Limit; //i TH5001

    [MsiVector(9)] // computed each time
    private void ComputedProperty(in Interrupt irq) => _n = WithComputed.Limit;

    [MsiVector(10)] // of the class itself, not of the one around it
    private void NestedWithout(in Interrupt irq) => _n = Outer.Inner.Count;

    [MsiVector(11)]
    private void OuterOfNested(in Interrupt irq) => _n = Outer2.Inner.Read(); //i TH5001

    [MsiVector(12)] // each closed type has statics of its own
    private void GenericStatics(in Interrupt irq) => _n = PerType<long>.Size; //i TH5001

    [MsiVector(13)]
    private void GenericWithoutValue(in Interrupt irq) => PerTypeBare<long>.Count++;

    [MsiVector(14)] // the field is the base's, so the base is initialised
    private void InheritedField(in Interrupt irq) => _n = DerivedOfBase.Shared; //i TH5001

    [MsiVector(15)] // data in the program's image
    private void SpanOfConstants(in Interrupt irq) => _n = Image.Bytes[irq.Vector & 3] + Image.Words[irq.Vector & 1] + Image.Text.Length;

    [MsiVector(16)]
    private void Event(in Interrupt irq) => Events.Raise(); //i TH5001

    [MsiVector(17)] // a struct's constructor is one, its default is none
    private void DefaultOfStruct(in Interrupt irq)
    {
        Stamp stamp = default;
        Stamp[] none = [];
        _n = stamp.Value + none.Length;
    }

    [MsiVector(18)]
    private void WritesAField(in Interrupt irq) => WrittenOnly.Last = irq.Vector; //i TH5001

    [MsiVector(19)]
    private void RefToAField(in Interrupt irq)
    {
        ref int slot = ref RefOnly.Slot; //i TH5001
        slot = irq.Vector;
    }
}

internal static class Tables
{
    public const int Size = 4;
    public static readonly uint[] Crc = new uint[Size];
}

internal static class Tables2
{
    public static readonly uint[] Crc = new uint[4];

    public static int Twice(int n) => n * 2;
}

internal static class Tables3
{
    private static readonly int[] s_table = new int[64];

    public static int Lookup(int n) => s_table[n & 63];
}

internal static class Precise
{
    public static readonly int[] Table;

    static Precise() => Table = new int[8];

    public static int Twice(int n) => n * 2;
}

internal sealed class Precise2
{
    public static readonly int[] Table;

    static Precise2() => Table = new int[8];
}

internal static class Zeroes
{
    public static int Count;
}

internal static class Prices
{
    public const decimal Rate = 1.5m;
}

internal static class WithProperty
{
    public static int Limit { get; } = Environment.ProcessorCount;
}

internal static class WithComputed
{
    public static int Limit => 16;
}

internal static class Outer
{
    public static readonly int[] Table = new int[4];

    public static class Inner
    {
        public static int Count;
    }
}

internal static class Outer2
{
    private static readonly int[] s_table = new int[4];

    public static class Inner
    {
        public static int Read() => s_table.Length;
    }
}

internal static class PerType<T>
{
    public static readonly int Size = Unsafe.SizeOf<T>();
}

internal static class PerTypeBare<T>
{
    public static int Count;
}

internal class BaseOfDerived
{
    public static int Shared = 3;
}

internal sealed class DerivedOfBase : BaseOfDerived
{
    public static readonly int[] Own = new int[4];
}

internal static class Image
{
    public static ReadOnlySpan<byte> Bytes => [1, 2, 3, 4];

    public static ReadOnlySpan<int> Words => new[] { 5, 6 };

    public static ReadOnlySpan<byte> Text => "ready"u8;
}

internal static class Events
{
    private static event Action? s_done = Finish;

    public static void Raise() => s_done?.Invoke();

    private static void Finish()
    {
    }
}

internal struct Stamp
{
    private static readonly int[] s_epochs = new int[4];

    public int Value;

    public Stamp(int epoch) => Value = s_epochs[epoch];
}

internal static class WrittenOnly
{
    public static readonly object Gate = new();
    public static int Last;
}

internal static class RefOnly
{
    public static int Slot = 7;
}
