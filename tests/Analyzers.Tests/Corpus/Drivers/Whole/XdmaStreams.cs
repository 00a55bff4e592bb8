// information is not the point
using System.Buffers;
using System.Runtime.InteropServices;

[InterruptDriver(VendorId = 0x10EE, DeviceId = 0x9034)]
public sealed partial class XdmaStreams(PciDevice device)
{
    private readonly Bar _config = device.GetBar(1);
    private readonly Channel[] _channels = [new(0x1000), new(0x1100), new(0x0000), new(0x0100)];
    private readonly BlockPool _pool = new(64, 4096);
    private readonly StreamMeter _meter = new();
    private EngineState _state = EngineState.Idle;

    public StreamMeter Meter => _meter;

    [MsiVector(0, Count = 4)]
    [IrqPending(RegisterType.Mmio32, bar: 1, offset: 0x2040, mask: 0xFFFF_FFFF)]
    [IrqAck(RegisterType.Mmio32, bar: 1, offset: 0x2040, mask: 0xFFFF_FFFF, Clear = IrqClear.AtSource)]
    private void OnChannel(in Interrupt irq)
    {
        Channel channel = _channels[irq.Index & 3];
        uint completed = channel[_config, Channel.Completed]; //p:INDEXER TH3001
        using (Batch batch = _pool.Begin(completed)) //p:DISPOSE TH3002
        {
            foreach (int block in batch) //p:ENUMERATOR TH2001
            {
                _meter.Add(block, irq.Timestamp); //p:RACE TH5010
            }
        }

        _state = Next(_state, completed); //p:SWITCH TH4001
        channel[_config, Channel.Control] = 1;
    }

    private static EngineState Next(EngineState state, uint status) => (state, status & 0xF) switch
    {
        (EngineState.Idle, not 0) => EngineState.Running,
        (EngineState.Running, 0) => EngineState.Idle,
        (EngineState.Running, >= 8) => EngineState.Failed,
        (EngineState.Failed, _) => EngineState.Failed,
#if PLANTED_SWITCH
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
#else
        _ => state,
#endif
    };

    private enum EngineState
    {
        Idle,
        Running,
        Failed,
    }

    private sealed class Channel(uint start)
    {
        public const uint Control = 4;
        public const uint Completed = 0x48;

        private readonly Lock _gate = new();

        public uint this[Bar bar, uint register]
        {
            get
            {
#if PLANTED_INDEXER
                using Lock.Scope scope = _gate.EnterScope();
#endif
                return bar.Read32(start + register);
            }

            set => bar.Write32(start + register, value);
        }
    }

    private sealed class BlockPool(int blocks, int size)
    {
        private readonly byte[] _memory = GC.AllocateArray<byte>(blocks * size, pinned: true);
        private readonly SemaphoreSlim _free = new(blocks);

        public Batch Begin(uint count) => new(this, (int)Math.Min(count, (uint)blocks));

        public void Return(int count)
        {
            _memory[count % _memory.Length] = 0;
#if PLANTED_DISPOSE
            _free.Wait(10);
#endif
        }
    }

    private readonly ref struct Batch(BlockPool pool, int count)
    {
        public BatchEnumerator GetEnumerator() => new(count);

        public void Dispose() => pool.Return(count);
    }

    private struct BatchEnumerator(int count)
    {
        private int _index = -1;

#if PLANTED_ENUMERATOR
        public readonly int Current => new Random(_index).Next();
#else
        public readonly int Current => _index;
#endif

        public bool MoveNext() => ++_index < count;
    }
}

public sealed class StreamMeter
{
    private long _bytes;
    private long _last;

    public long Bytes => Volatile.Read(ref _bytes);

#if PLANTED_RACE
    public long Last => _last;
#else
    public long Last => Volatile.Read(ref _last);
#endif

    internal void Add(int block, long timestamp)
    {
        Volatile.Write(ref _bytes, _bytes + block);
        Volatile.Write(ref _last, timestamp);
    }
}
