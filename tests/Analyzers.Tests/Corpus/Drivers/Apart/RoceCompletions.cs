// information is not the point
using System.Buffers.Binary;
using System.Threading.Channels;

[InterruptDriver(VendorId = 0x15B3, DeviceId = 0x1017)]
public sealed partial class RoceCompletions
{
    private readonly Bar _uar;
    private readonly CompletionQueue[] _queues;
    private readonly Channel<WorkResult> _results = Channel.CreateBounded<WorkResult>(1024);
    private readonly Dictionary<uint, QueuePair> _pairs = new(64);
    private readonly SortedList<uint, QueuePair> _byNumber = new(64);
    private readonly Comparison<WorkResult> _order = static (a, b) => a.Id.CompareTo(b.Id);
    private readonly WorkResult[] _batch = new WorkResult[32];

    public RoceCompletions(PciDevice device)
    {
        _uar = device.GetBar(0);
        _queues = new CompletionQueue[8];
        for (uint i = 0; i < 8; i++)
        {
            _queues[i] = new CompletionQueue(1024);
            QueuePair pair = new(i);
            _pairs.Add(i, pair);
            _byNumber.Add(i, pair);
        }
    }

    public ChannelReader<WorkResult> Results => _results.Reader;

    public long Written => Volatile.Read(ref _written);

    private readonly WorkResult[] _ready = new WorkResult[1024];
    private long _written;
    private Task _lastWrite = Task.CompletedTask;

    [MsiVector(1, Count = 8, Thread = "cq")]
    private void OnCompletion(in Interrupt irq)
    {
        CompletionQueue queue = _queues[irq.Index];
        int count = 0;
        while (count < _batch.Length && queue.TryNext(out CompletionEntry entry)) //p:SPANCOPY TH2002 //p:ENUMNAME TH2006
        {
            if (_pairs.TryGetValue(entry.QueuePair, out QueuePair? pair))
            {
                _batch[count++] = pair.Complete(entry);
            }
        }

        Deliver(_batch.AsSpan(0, count)); //p:SORT TH2003 TH2005 //p:AWAIT TH2001 TH3001 //p:CHANNEL TH3001 TH2012 //p:FOREACHDEL TH2004
        _uar.Write32(0x20, BinaryPrimitives.ReverseEndianness(queue.Consumer));
    }

    private void Deliver(ReadOnlySpan<WorkResult> batch)
    {
#if PLANTED_SORT
        Array.Sort(_batch, new ById());
#elif PLANTED_AWAIT
        _lastWrite = _results.Writer.WriteAsync(batch[0]).AsTask();
#elif PLANTED_FOREACHDEL
        int least = batch.Length;
        Array.ForEach(_batch, result => _ = result.Length + least);
#endif
        long end = _written;
        foreach (ref readonly WorkResult result in batch)
        {
#if PLANTED_CHANNEL
            if (!_results.Writer.TryWrite(result))
            {
                return;
            }
#else
            _ready[end++ & 1023] = result;
#endif
        }

        Volatile.Write(ref _written, end);
    }

    public readonly record struct WorkResult(ulong Id, int Length, bool IsError);

    private readonly struct ById : IComparer<WorkResult>
    {
        public int Compare(WorkResult x, WorkResult y) => x.Id.CompareTo(y.Id);
    }

    private enum Opcode : byte
    {
        Send,
        Receive,
        Error = 13,
    }

    private readonly struct CompletionEntry(uint number, uint length, byte opcode)
    {
        public uint QueuePair => number & 0xFF_FFFF;

        public uint Length => length;

        public Opcode Opcode => (Opcode)opcode;
    }

    private sealed class QueuePair(uint number)
    {
        private ulong _next;

        public WorkResult Complete(CompletionEntry entry) => new(_next++ << 32 | number, (int)entry.Length, entry.Opcode == Opcode.Error);
    }

    private sealed class CompletionQueue(int size)
    {
        private readonly byte[] _memory = GC.AllocateUninitializedArray<byte>(size * 64, pinned: true);
        private uint _consumer;

        public uint Consumer => _consumer;

        public bool TryNext(out CompletionEntry entry)
        {
            ReadOnlySpan<byte> raw = _memory.AsSpan((int)(_consumer % (uint)size) * 64, 64);
#if PLANTED_SPANCOPY
            raw = raw.ToArray();
#endif
            byte owner = raw[63];
            entry = new CompletionEntry(BinaryPrimitives.ReadUInt32BigEndian(raw[56..]), BinaryPrimitives.ReadUInt32BigEndian(raw[44..]), (byte)(owner >> 4));
#if PLANTED_ENUMNAME
            if (entry.Opcode.ToString() == "Error")
            {
                return false;
            }
#endif
            if ((owner & 1) != (_consumer / size & 1))
            {
                return false;
            }

            _consumer++;
            return true;
        }
    }
}
