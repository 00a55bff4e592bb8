// Fields that a handler writes and others read.
[InterruptDriver]
internal sealed partial class DataRaces
{
    private int _plain;
    private int _published;
    private int _counted;
    private volatile bool _ready;
    private int _own;
    private readonly int[] _items = new int[4];
    private long _wide;
    private int _setOutside;
    private Status _status;
    private int _locked;

    public int Plain => _plain;

    public int Published => Volatile.Read(ref _published);

    public int Counted => Interlocked.CompareExchange(ref _counted, 0, 0);

    public bool Ready => _ready;

    public long Wide => _wide;

    public Status Status => _status;

    [MsiVector(0)]
    private void PlainWrite(in Interrupt irq)
    {
        _plain = irq.Vector; //! TH5010
    }

    [MsiVector(1)]
    private void VolatileWrite(in Interrupt irq)
    {
        Volatile.Write(ref _published, irq.Vector);
    }

    [MsiVector(2)]
    private void InterlockedWrite(in Interrupt irq)
    {
        Interlocked.Increment(ref _counted);
    }

    [MsiVector(3)]
    private void VolatileField(in Interrupt irq)
    {
        _ready = true;
    }

    [MsiVector(4)] // nobody else reads it
    private void Own(in Interrupt irq)
    {
        _own++;
        Helper();
    }

    [MsiVector(5)]
    private void WideWrite(in Interrupt irq)
    {
        _wide += irq.Signals; //! TH5010
    }

    [MsiVector(6)] // a handler reads what is set up before interrupts come
    private void ReadOnly(in Interrupt irq)
    {
        _items[_setOutside & 3] = irq.Vector;
    }

    [MsiVector(7)]
    private void StructWrite(in Interrupt irq)
    {
        _status = new Status { Code = irq.Vector }; //! TH5010
    }

    [MsiVector(8)]
    private void BelowWrite(in Interrupt irq)
    {
        Store(irq.Vector); //! TH5010
    }

    public int Locked() => _locked;

    private void Helper() => _own += 2;

    private void Store(int value) => _locked = value;
}

public struct Status
{
    public int Code;
}
