namespace Network;

/// <summary>Completions of remote direct memory access, of several queues: their owner bit flips with every round.</summary>
[InterruptDriver(VendorId = 0x15B3)]
[DeviceBar(0, 0x10_0000)]
internal sealed unsafe partial class RdmaDriver(PciDevice device, nint memory)
{
    private const uint Arm = 0x20;
    private const int QueueSize = 512;
    private const int Queues = 4;

    [ThreadStatic]
    private static int Depth;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Entry* _memory = (Entry*)memory;
    private readonly Queue[] _queues = new Queue[Queues];

    public long Completions(int queue) => Volatile.Read(ref _queues[queue].Completions);

    public static int Busy() => Depth;

    [MsiVector(0, Count = Queues)]
    private void OnCompletion(in Interrupt irq)
    {
        ref Queue queue = ref _queues[irq.Index];
        Entry* entries = _memory + (irq.Index * QueueSize);
        int budget = 64;
        do
        {
            Entry* entry = entries + (queue.Consumer & (QueueSize - 1));
            if (IsOwnedByCard(entry, queue.Consumer))
            {
                break;
            }

            Interlocked.MemoryBarrier();
            Handle(ref queue, entry); //p TH5004
            queue.Consumer++;
        }
        while (--budget > 0);

        _registers.Write32(Arm + ((uint)irq.Index * 8), queue.Consumer & 0xFF_FFFF);
    }

    private static bool IsOwnedByCard(Entry* entry, uint consumer)
    {
        uint round = (consumer / QueueSize) & 1;
        return (Volatile.Read(ref entry->Owner) & 1u) != round;
    }

    private static void Handle(ref Queue queue, Entry* entry)
    {
        if (entry->Status == 0)
        {
            Volatile.Write(ref queue.Completions, queue.Completions + 1);
        }
        else
        {
            queue.Errors++;
            queue.LastVendorError = entry->Status;
        }
#if PLANTED
        Depth++;
#endif
    }

    private struct Entry
    {
        public ulong Id;
        public uint Bytes;
        public byte Status;
        public byte Opcode;
        public ushort Reserved;
        public byte Owner;
    }

    private struct Queue
    {
        public uint Consumer;
        public long Completions;
        public int Errors;
        public byte LastVendorError;
    }
}
