namespace Network;

/// <summary>Four ports behind generic queues: the descriptor's layout is a type argument, so that nothing is called through a table.</summary>
[InterruptDriver(VendorId = 0x1D6A)]
[DeviceBar(0, 0x1_0000)]
internal sealed partial class MultiportDriver(PciDevice device)
{
    private const uint Head = 0x10;
    private const uint PortSize = 0x1000;

    private readonly Bar _registers = device.GetBar(0);
    private readonly RingOf<LongDescriptor>[] _rings = [new(256), new(256), new(128), new(128)];
    private readonly long[] _frames = new long[4];

    public long Frames(int port) => Interlocked.Read(ref _frames[port]);

    [MsiVector(0, Count = 4)]
    private void OnPort(in Interrupt irq)
    {
        int port = irq.Index;
        uint head = _registers.Read32(((uint)port * PortSize) + Head);
        int done = _rings[port].Clean(head); //p TH2002
        Interlocked.Add(ref _frames[port], done);
    }
}

internal interface IDescriptor
{
    bool IsDone { get; }

    void Reset();
}

internal struct LongDescriptor : IDescriptor
{
    private ulong _address;
    private uint _status;

    public readonly bool IsDone => (_status & 1) != 0;

    public void Reset()
    {
        _status = 0;
        _address = Scratch.Next();
    }
}

internal static class Scratch
{
    public static ulong Next()
    {
#if PLANTED
        return (ulong)new byte[64].Length;
#else
        return 0;
#endif
    }
}

internal sealed class RingOf<T>(int size)
    where T : struct, IDescriptor
{
    private readonly T[] _items = new T[size];
    private uint _clean;

    public int Clean(uint head)
    {
        int done = 0;
        uint size = (uint)_items.Length;
        while (_clean != head % size && done < _items.Length)
        {
            ref T item = ref _items[_clean];
            if (!item.IsDone)
            {
                break;
            }

            item.Reset();
            _clean = (_clean + 1) % size;
            done++;
        }

        return done;
    }
}
