/// <summary>Transmit side of a network card: buffers are reclaimed, waiting packets are posted.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x1DD8)]
[DeviceBar(0, 0x8000)]
internal sealed partial class SmartNicTransmit(PciDevice device)
{
    private const int Size = 512;
    private readonly Bar _registers = device.GetBar(0);
    private readonly Owner?[] _owners = new Owner?[Size];
    private readonly SpinGate _gate = new();
    private uint _clean;
    private uint _next;
    private long _reclaimed;

    public long Reclaimed => Interlocked.Read(ref _reclaimed);

    public bool TryPost(Owner owner)
    {
        if (!_gate.TryTake())
        {
            return false;
        }

        uint next = _next;
        bool isFree = next - Volatile.Read(ref _clean) < Size;
        if (isFree)
        {
            Volatile.Write(ref _owners[next & (Size - 1)], owner);
            Volatile.Write(ref _next, next + 1);
            _registers.Write32(0x10, next + 1);
        }

        _gate.Give();
        return isFree;
    }

    [MsiVector(3, Thread = "tx")]
    private void OnTransmitted(in Interrupt irq)
    {
        uint done = _registers.Read32(0x14);
        uint posted = Volatile.Read(ref _next);
        uint clean = _clean;
        while (clean != done && clean != posted)
        {
            Interlocked.Exchange(ref _owners[clean & (Size - 1)], null)?.Release();
            clean++;
        }

        Interlocked.Add(ref _reclaimed, clean - _clean);
        Volatile.Write(ref _clean, clean);
        if (clean == posted)
        {
            Quiesce(); //p TH4005
        }
    }

    private void Quiesce()
    {
#if PLANTED
        _gate.Take();
        _registers.Write32(0x18, 0);
        _gate.Give();
#else
        if (_gate.TryTake())
        {
            _registers.Write32(0x18, 0);
            _gate.Give();
        }
#endif
    }
}

internal sealed class Owner
{
    private int _uses = 1;

    public bool IsFree => Volatile.Read(ref _uses) == 0;

    public void Release() => Interlocked.Decrement(ref _uses);
}

internal sealed class SpinGate
{
    private int _taken;

    public bool TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    public void Give() => Volatile.Write(ref _taken, 0);

#if PLANTED
    public void Take()
    {
        while (!TryTake())
        {
        }
    }
#endif
}
