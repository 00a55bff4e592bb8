// information is not the point
[InterruptDriver]
internal sealed partial class MoreRaces
{
    private static int Total;
    private Counters _counters;
    private int _byRef;
    private int _shared;
    private int _same;
    private readonly int[] _items = new int[4];
    private int _setOnce;
    private object? _last;
    private int _incremented;

    public int Errors => _counters.Errors;

    public int ByRef => _byRef;

    public static int Sum => Total;

    public int Item => _items[0];

    public object? Last => _last;

    public int Incremented => _incremented;

    public void Configure(int value) => _setOnce = value;

    [MsiVector(0)]
    private void FieldOfStruct(in Interrupt irq)
    {
        _counters.Errors++; //! TH5010
    }

    [MsiVector(1)]
    private void PassedByRef(in Interrupt irq)
    {
        Set(ref _byRef, irq.Vector); //! TH5010
    }

    [MsiVector(2)]
    private void Static(in Interrupt irq)
    {
        Total += irq.Vector; //! TH5010
    }

    [MsiVector(3)]
    private void Elements(in Interrupt irq)
    {
        _items[0] = irq.Vector; //? TH5010
    }

    [MsiVector(4, Thread = "a")] // two threads of handlers
    private void OneThread(in Interrupt irq)
    {
        _shared = irq.Vector; //! TH5010
    }

    [MsiVector(5, Thread = "b")]
    private void OtherThread(in Interrupt irq)
    {
        Same(_shared); //? TH5010
    }

    [MsiVector(6)]
    private void OwnThread(in Interrupt irq)
    {
        _same = irq.Vector;
    }

    [MsiVector(7)]
    private void OwnThreadToo(in Interrupt irq)
    {
        Same(_same + _setOnce);
    }

    [MsiVector(8)]
    private void Reference(in Interrupt irq)
    {
        _last = this; //! TH5010
    }

    [MsiVector(9)]
    private void Increment(in Interrupt irq)
    {
        _incremented++; //! TH5010
    }

    private static void Set(ref int field, int value) => field = value;

    private static void Same(int n) => _ = n;

    private struct Counters
    {
        public int Errors;
    }
}
