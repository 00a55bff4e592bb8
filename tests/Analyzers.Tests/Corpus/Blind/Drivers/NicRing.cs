using System.Runtime.InteropServices;

/// <summary>Receive ring of a network card: descriptors in shared memory, a budget, counters that others read.</summary>
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x10D3)]
[DeviceBar(0, 0x20000)]
public sealed unsafe partial class NicRing : IDisposable
{
    private const uint TailRegister = 0x2818;
    private const int Size = 256;
    private const int Budget = 64;

    private readonly Bar _registers;
    private readonly Descriptor* _ring;
    private readonly byte*[] _buffers = new byte*[Size];
    private readonly IFrameSink _sink;
    private int _head;
    private long _frames;
    private long _octets;
    private long _dropped;

    public NicRing(PciDevice device, IFrameSink sink)
    {
        _registers = device.GetBar(0);
        _sink = sink;
        _ring = (Descriptor*)NativeMemory.AlignedAlloc((nuint)(Size * sizeof(Descriptor)), 4096);
        for (int i = 0; i < Size; i++)
        {
            _buffers[i] = (byte*)NativeMemory.AlignedAlloc(2048, 64);
            _ring[i] = new Descriptor { Address = (ulong)_buffers[i] };
        }
    }

    public long Frames => Interlocked.Read(ref _frames);

    public long Octets => Volatile.Read(ref _octets);

#if PLANTED
    public long Dropped => _dropped;
#else
    public long Dropped => Volatile.Read(ref _dropped);
#endif

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0xC0, mask: 0x81, ReadClears = true)]
    private void OnReceive(in Interrupt irq)
    {
        int last = -1;
        for (int done = 0; done < Budget; done++)
        {
            Descriptor* descriptor = _ring + _head;
            byte status = Volatile.Read(ref descriptor->Status);
            if ((status & 1) == 0)
            {
                break;
            }

            Take(descriptor, status); //p TH5010
            descriptor->Status = 0;
            last = _head;
            _head = (_head + 1) & (Size - 1);
        }

        if (last >= 0)
        {
            _registers.Write32(TailRegister, (uint)last);
        }
    }

    private void Take(Descriptor* descriptor, byte status)
    {
        const byte EndOfPacket = 2;
        if ((status & EndOfPacket) == 0 || descriptor->Errors != 0)
        {
            Volatile.Write(ref _dropped, _dropped + 1);
            return;
        }

        var frame = new ReadOnlySpan<byte>(_buffers[_head], Math.Min((int)descriptor->Length, 2048));
        _sink.Accept(frame);
        Interlocked.Increment(ref _frames);
        Interlocked.Add(ref _octets, frame.Length);
    }

    public void Dispose()
    {
        foreach (byte* buffer in _buffers)
        {
            NativeMemory.AlignedFree(buffer);
        }

        NativeMemory.AlignedFree(_ring);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Descriptor
    {
        public ulong Address;
        public ushort Length;
        public ushort Checksum;
        public byte Status;
        public byte Errors;
        public ushort Special;
    }
}

public interface IFrameSink
{
    [InterruptSafe]
    void Accept(ReadOnlySpan<byte> frame);
}
