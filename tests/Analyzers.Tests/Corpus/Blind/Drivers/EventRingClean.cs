using System.Runtime.InteropServices;

/// <summary>Event ring of an RDMA adapter, read in batches. Nothing is wrong here.</summary>
[InterruptDriver(VendorId = 0x15B3)]
[DeviceBar(0, 0x10000)]
internal sealed unsafe partial class EventRingClean(PciDevice device, nint memory)
{
    private const uint Mask = 1023;
    private readonly Bar _registers = device.GetBar(0);
    private readonly EventEntry* _entries = (EventEntry*)memory;
    private readonly Batch _batch = new();
    private uint _consumer;

    internal Batch Completed => _batch;

    [MsiVector(0)]
    private void OnEvents(in Interrupt irq)
    {
        int budget = 128;
        Span<uint> errors = stackalloc uint[4];
        int failed = 0;
        while (budget-- > 0 && TryNext(out EventEntry entry))
        {
            if (entry is { Kind: EventKind.Completion, Length: var length })
            {
                _batch.TryAdd(new Completion(entry.Key, length));
            }
            else if (entry.Kind is EventKind.Error && failed < errors.Length)
            {
                errors[failed++] = entry.Key;
            }
        }

        foreach (uint key in errors[..failed])
        {
            _registers.Write32(0x2000, key);
        }

        _registers.Write32(0x1000, _consumer & Mask);
    }

    private bool TryNext(out EventEntry entry)
    {
        EventEntry* next = _entries + (_consumer & Mask);
        byte owner = Volatile.Read(ref next->Owner);
        if ((owner & 1) != ((_consumer >> 10) & 1))
        {
            entry = default;
            return false;
        }

        entry = *next;
        _consumer++;
        return true;
    }

    private enum EventKind : byte
    {
        Completion = 1,
        Error = 2,
    }

    [StructLayout(LayoutKind.Explicit, Size = 32)]
    private struct EventEntry
    {
        [FieldOffset(0)]
        public uint Key;

        [FieldOffset(4)]
        public int Length;

        [FieldOffset(8)]
        public EventKind Kind;

        [FieldOffset(31)]
        public byte Owner;
    }
}

internal readonly record struct Completion(uint Key, int Length);

/// <summary>One writer, one reader.</summary>
internal sealed class Batch
{
    private readonly Completion[] _items = new Completion[256];
    private int _written;
    private int _read;

    public bool TryAdd(in Completion completion)
    {
        int written = _written;
        if (written - Volatile.Read(ref _read) == _items.Length)
        {
            return false;
        }

        _items[written & 255] = completion;
        Volatile.Write(ref _written, written + 1);
        return true;
    }

    public int Drain(Span<Completion> into)
    {
        int taken = 0;
        int read = _read;
        int written = Volatile.Read(ref _written);
        while (read != written && taken < into.Length)
        {
            into[taken++] = _items[read++ & 255];
        }

        Volatile.Write(ref _read, read);
        return taken;
    }
}
