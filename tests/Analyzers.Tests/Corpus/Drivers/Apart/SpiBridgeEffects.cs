// information is not the point
using Bridge;

[InterruptDriver(VendorId = 0x4348, DeviceId = 0x7053)]
public sealed partial class SpiBridgeEffects(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly SpiPort _port = new();
    private readonly Fifo<ushort> _fifo = new(64);
    private readonly Fifo<byte> _bytes = new(64);
    private readonly Checker _checker = new();
    private int _timeouts;

    [MsiVector(0)]
    private void OnWord(in Interrupt irq)
    {
        ushort word = (ushort)_bar.Read32(0x10);
        if (!_port.TryLock(0))
        {
            _timeouts++;
            return;
        }

        _port.Select = 1;
        Store(word); //p:GROWTH TH2012
        _port.Select = 0;
        _port.Unlock();
    }

    [MsiVector(1)]
    private void OnIdle(in Interrupt irq)
    {
#if PLANTED_TIMEOUT
        _port.TryLock(_timeouts); //! TH3001
#endif
        _checker.Update(_fifo.Count);
        _bytes.Clear();
        _port.Flush(); //p:FLUSH TH3006
        using Transfer transfer = _port.Begin(); //p:TRANSFER TH6005
#if PLANTED_ENUMERATION
        foreach (ushort word in _fifo) //! TH2011
        {
            _checker.Update(word);
        }
#endif
    }

    private void Store(ushort word)
    {
#if PLANTED_GROWTH
        _fifo.Push(word);
#else
        _fifo.TryPush(word);
#endif
        _checker.Update(word);
    }
}

//--- library
namespace Bridge;

public sealed class SpiPort
{
    private int _held;

    public int Select { get; set; }

    public bool TryLock(int milliseconds) => Interlocked.Exchange(ref _held, 1) == 0 || milliseconds < 0;

    public void Unlock() => Volatile.Write(ref _held, 0);

#if PLANTED_FLUSH
    public void Flush(int mode = 1) => Console.Out.Flush();
#else
    public void Flush(int mode = 0) => Console.Out.Flush();
#endif

    [InterruptSafe]
    public Transfer Begin() => default;
}

public struct Transfer : IDisposable
{
#if PLANTED_TRANSFER
#else
    [InterruptSafe]
#endif
    public readonly void Dispose()
    {
    }
}

public sealed class Fifo<T>(int size)
    where T : unmanaged
{
    private readonly T[] _items = new T[size];

    public int Count => _items.Length;

    public void Push(T item) => _items[0] = item;

    public bool TryPush(T item) => (_items[0] = item) is var _;

    public void Clear() => Array.Clear(_items);

#if PLANTED_ENUMERATION
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();
#else
    public Span<T>.Enumerator GetEnumerator() => _items.AsSpan().GetEnumerator();
#endif
}

public sealed class Checker
{
    public int Sum;

    public void Update(int value) => Sum += value;
}

//--- InterruptEffects.txt
# Bridge 1.0, from its source
M:Bridge.SpiPort.TryLock(System.Int32); lock unless milliseconds=0; waits for another client
M:Bridge.SpiPort.Unlock; none; writes a word
P:Bridge.SpiPort.Select; none; a field
M:Bridge.SpiPort.Flush(System.Int32); io unless mode=0; writes what is buffered
M:Bridge.Fifo`1.Push(`0); growth; grows where it is full //? TH6104
M:Bridge.Fifo`1.GetEnumerator; enumerator; an object for who enumerates //? TH6104
T:Bridge.Fifo`1; none; an array
T:Bridge.Checker; none; adds
