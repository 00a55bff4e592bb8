// Ten handlers of library calls, half of them safe.
// information is not the point
using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections;
using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;

[InterruptDriver]
internal sealed partial class BlindLibrary
{
    private readonly byte[] _frame = new byte[1514];
    private readonly ulong[] _words = new ulong[64];
    private readonly ConcurrentQueue<int> _queue = new();
    private readonly Channel<int> _channel = Channel.CreateBounded<int>(16);
    private readonly SemaphoreSlim _slots = new(4);
    private readonly Dictionary<int, long> _byId = new(64);
    private readonly PriorityQueue<int, long> _due = new(16);
    private readonly BitArray _marks = new(64);
    private readonly StringBuilder _text = new(256);
    private readonly CancellationTokenSource _stop = new();
    private readonly Timer _timer = new(static _ => { });
    private Task<int> _transfer = Task.FromResult(0);
    private long _sum;
    private string? _name;

    [MsiVector(0)]
    private void Bits(in Interrupt irq)
    {
        ulong status = BitOperations.RotateLeft(irq.Status, 3) ^ BitConverter.DoubleToUInt64Bits(1.5);
        _sum += BitOperations.PopCount(status) + Math.Clamp(irq.Index, 0, 7) + (long)Math.BigMul(irq.Index, 3);
        _words[Math.Min(irq.Index, 63)] = BinaryPrimitives.ReverseEndianness(status);
        _sum += BinaryPrimitives.ReadUInt16BigEndian(_frame.AsSpan(12)) + MemoryMarshal.Read<uint>(_frame);
        MemoryMarshal.AsBytes(_words.AsSpan(0, 8)).CopyTo(_frame);
        _sum += _frame.AsSpan().IndexOf((byte)0x7E) + _frame.AsSpan().Count((byte)0) + Unsafe.SizeOf<Guid>();
        _sum += _words.AsSpan().SequenceEqual(MemoryMarshal.Cast<byte, ulong>(_frame.AsSpan(0, 512))) ? 1 : 0;
    }

    [MsiVector(1)]
    private void ArraysAndBlocks(in Interrupt irq)
    {
        Array.Clear(_words, 0, 8);
        Array.Copy(_words, 8, _words, 0, 8);
        Buffer.BlockCopy(_words, 0, _frame, 0, 64);
        _sum += Array.IndexOf(_words, irq.Status) + Array.BinarySearch(_words, irq.Status);
        Array.Resize(ref _shared, irq.Index); //! TH2002|TH2012
    }

    private ulong[] _shared = new ulong[4];

    [MsiVector(2)]
    private void Clocks(in Interrupt irq)
    {
        _sum += Stopwatch.GetTimestamp() + Environment.TickCount64 + DateTime.UtcNow.Ticks;
        TimeSpan since = Stopwatch.GetElapsedTime(irq.Timestamp);
        _sum += since > TimeSpan.FromMilliseconds(2) ? (long)since.TotalMicroseconds : 0;
        _sum += Environment.CurrentManagedThreadId + Environment.ProcessorCount;
    }

    [MsiVector(3)]
    private void Queues(in Interrupt irq)
    {
        if (_queue.TryDequeue(out int next) && _channel.Reader.TryRead(out int other) && _due.TryPeek(out int first, out long due)) //! TH3001
        {
            _sum += next + other + first + due;
        }

        _queue.Enqueue(irq.Index); //! TH2012
        _due.Enqueue(irq.Index, irq.Timestamp); //! TH2012
    }

    [MsiVector(4)]
    private void Semaphores(in Interrupt irq)
    {
        if (_slots.Wait(0) || _slots.CurrentCount > 0)
        {
            _sum++;
        }

        _slots.Wait(TimeSpan.FromMilliseconds(1)); //! TH3002
    }

    [MsiVector(5)]
    private void Maps(in Interrupt irq)
    {
        if (_byId.TryGetValue(irq.Index, out long seen) && _byId.Remove(irq.Vector))
        {
            _sum += seen;
        }

        ref long slot = ref CollectionsMarshal.GetValueRefOrNullRef(_byId, irq.Index);
        if (!Unsafe.IsNullRef(ref slot))
        {
            slot++;
        }

        _marks[irq.Index & 63] = true;
        CollectionsMarshal.GetValueRefOrAddDefault(_byId, irq.Index, out _)++; //! TH2012
    }

    [MsiVector(6)]
    private void Texts(in Interrupt irq)
    {
        if (Utf8Formatter.TryFormat(irq.Index, _frame, out int written) && int.TryParse("12".AsSpan(), out int parsed))
        {
            _sum += written + parsed + Encoding.UTF8.GetByteCount("abc");
        }

        _sum += Encoding.ASCII.GetBytes("ready", _frame);
        _text.Clear();
        _text.Append(irq.Index); //! TH2012
        _name = Encoding.UTF8.GetString(_frame, 0, 4); //! TH2006
    }

    [MsiVector(7)]
    private void Tasks(in Interrupt irq)
    {
        Task<int> transfer = _transfer;
        if (transfer is { IsCompletedSuccessfully: true, Result: > 3 })
        {
            _sum += transfer.Result;
        }

        if (!transfer.IsCompleted)
        {
            return;
        }

        _sum += transfer.GetAwaiter().GetResult();
        _transfer = Task.Run(static () => 3); //! TH2001|TH2005|TH2010|TH5003|TH3008
    }

    [MsiVector(8)]
    private void TimersAndTokens(in Interrupt irq)
    {
        if (_stop.IsCancellationRequested || _stop.Token.IsCancellationRequested)
        {
            return;
        }

        _timer.Change(10, Timeout.Infinite); //! TH3001|TH3008|TH3010
        _stop.Token.Register(static () => { }); //! TH2001|TH2005
    }

    [MsiVector(9)]
    private void Pools(in Interrupt irq)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(512); //! TH2002|TH2012
        _sum += rented.Length;
        ArrayPool<byte>.Shared.Return(rented); //? TH2002 TH3001
        Interlocked.MemoryBarrierProcessWide(); //! TH3010
        Thread.MemoryBarrier();
        GC.KeepAlive(rented);
    }
}
