[InterruptDriver]
internal sealed partial class TypeInitializers
{
    private int _n;
    private object? _sink;

    [MsiVector(0)] // cctor
    private void ExplicitConstructor(in Interrupt irq)
    {
        _n = WithConstructor.Value; //i TH5001
    }

    [MsiVector(1)] // beforefieldinit
    private void FieldInitializer(in Interrupt irq)
    {
        _sink = WithInitializer.Value; //i TH5001
    }

    [MsiVector(2)] // a constant is no field
    private void Constant(in Interrupt irq)
    {
        _n = WithConstant.Value;
    }

    [MsiVector(3)] // what is never initialised needs no initialiser
    private void NoInitializer(in Interrupt irq)
    {
        WithoutInitializer.Value = irq.Vector;
    }

    [MsiVector(4)] // nested_types_cctor
    private void Nested(in Interrupt irq)
    {
        _sink = WithNested.Inner.Value; //i TH5001
    }

    [MsiVector(5)] // a static method runs the explicit static constructor
    private void StaticMethod(in Interrupt irq)
    {
        _n = WithConstructor.Next(); //i TH5001
    }

    [MsiVector(6)] // with beforefieldinit a method that touches no field runs nothing that must be known
    private void StaticMethodWithoutField(in Interrupt irq)
    {
        _n = WithInitializer.Four(); //? TH5001
    }

    [MsiVector(7)]
    private void Below(in Interrupt irq)
    {
        Touch(); //i TH5001
    }

    [MsiVector(8)] // a property without a body of its own is a field
    private void StaticProperty(in Interrupt irq)
    {
        _sink = WithProperty.Value; //i TH5001
    }

    [MsiVector(9)] // what the initialiser itself does happens once
    private void InitializerThatAllocates(in Interrupt irq)
    {
        _n = Heavy.Count; //i TH5001
    }

    [MsiVector(10)] // a table of constants as a span of the image
    private void SpanProperty(in Interrupt irq)
    {
        _n = Tables.Bits[irq.Index & 3];
    }

    private void Touch() => _sink = WithInitializer.Value;
}

internal static class WithConstructor
{
    static WithConstructor() => Value = Environment.ProcessorCount;

    public static int Value { get; }

    public static int Next() => 4;
}

internal static class WithInitializer
{
    public static readonly object Value = new();

    public static int Four() => 4;
}

internal static class WithConstant
{
    public const int Value = 4;
}

internal static class WithoutInitializer
{
    public static int Value;
}

internal static class WithNested
{
    internal static class Inner
    {
        public static readonly object Value = new();
    }
}

internal static class WithProperty
{
    public static object Value { get; } = new();
}

internal static class Heavy
{
    public static readonly int Count = Make();

    private static int Make() => new List<int> { 1, 2, 3 }.Count;
}

internal static class Tables
{
    public static ReadOnlySpan<byte> Bits => [1, 2, 4, 8];
}
