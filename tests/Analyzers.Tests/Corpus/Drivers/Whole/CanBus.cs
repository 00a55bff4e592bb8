// information is not the point
[InterruptDriver(VendorId = 0x13FE, DeviceId = 0xC302)]
public sealed partial class CanBus(PciDevice device, int rate)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly FrameBuffer _received = new(256);
    private readonly Acceptance _acceptance = new();
    private BusState _state;
    private Counters _counters;

    public bool IsOff => Volatile.Read(ref _state.Value) == 3;

#if PLANTED_AUTOPROPERTY
    public int Rate { get; private set; } = rate;
#else
    public int Rate { get; } = rate;
#endif

    public FrameBuffer Received => _received;

    [MsiVector(0, Thread = "can")]
    private void OnFrame(in Interrupt irq)
    {
        int count = (int)(_bar.Read32(0x10) & 0x3F);
        while (count-- > 0)
        {
            CanFrame frame = CanFrame.From(_bar); //p:NESTEDINIT TH2001
            if (_acceptance & frame.Id) //p:BITWISE TH3001
            {
                _received.Add(frame with { Timestamp = irq.Timestamp }); //p:WITH TH2006 TH4002 //p:BUILDER TH2002
                _counters.Received++;
            }
        }
    }

    [MsiVector(1, Thread = "can")]
    private void OnError(in Interrupt irq)
    {
        (uint tx, uint rx) = (_bar.Read8(0x20), _bar.Read8(0x21));
        _state.Move(tx > 255 ? 3 : tx > 127 || rx > 127 ? 2 : rx > 96 ? 1 : 0); //p:RECURSION TH4003
        _counters += (tx, rx); //p:COMPOUND TH2003
#if PLANTED_AUTOPROPERTY
        Rate = (int)(Rate >> 1); //! TH5010
#endif
    }

    [MsiVector(2, Thread = "can")]
    private void OnWakeUp(in Interrupt irq)
    {
        if (_acceptance) //p:TRUEFALSE TH3006
        {
            _bar.Write8(0, _counters == default ? (byte)0 : (byte)1); //p:RECORDEQUALS TH2003|TH2017
        }
    }

    private struct BusState
    {
        public int Value;

        public void Move(int target)
        {
#if PLANTED_RECURSION
            if (Value < target)
            {
                Volatile.Write(ref Value, Value + 1);
                Move(target);
            }
#else
            Volatile.Write(ref Value, target);
#endif
        }
    }

    private record struct Counters(long Received, Pair Errors)
    {
#if PLANTED_COMPOUND
        public static Counters operator +(Counters left, (uint Tx, uint Rx) right) => left with { Errors = Pair.Of(right) };
#else
        public static Counters operator +(Counters left, (uint Tx, uint Rx) right) => left with { Errors = new Pair { Tx = right.Tx, Rx = right.Rx } };
#endif
    }

#if PLANTED_RECORDEQUALS
    private struct Pair
#else
    private record struct Pair
#endif
    {
        public uint Tx;
        public uint Rx;

        public static Pair Of(ValueTuple<uint, uint> both)
        {
            System.Runtime.CompilerServices.ITuple tuple = both;
            return new Pair { Tx = (uint)tuple.Length };
        }
    }

    private sealed class Acceptance
    {
        private readonly object _sync = new();
        private uint _mask = 0x7FF;

        public static bool operator true(Acceptance acceptance) => !acceptance.IsClosed;

        public static bool operator false(Acceptance acceptance) => acceptance.IsClosed;

        public static Acceptance operator &(Acceptance left, Acceptance right) => left;

        public static bool operator &(Acceptance acceptance, uint id) => (id & ~acceptance.Mask()) == 0;

        private bool IsClosed
        {
            get
            {
#if PLANTED_TRUEFALSE
                System.IO.File.Exists("/run/can");
#endif
                return _mask == 0;
            }
        }

        private uint Mask()
        {
#if PLANTED_BITWISE
            lock (_sync)
            {
                return _mask;
            }
#else
            return Volatile.Read(ref _mask);
#endif
        }
    }
}

public readonly record struct CanFrame(uint Id, ulong Data)
{
    private readonly long _timestamp;

    public long Timestamp
    {
        get => _timestamp;
#if PLANTED_WITH
        init => _timestamp = long.Parse(value.ToString());
#else
        init => _timestamp = value;
#endif
    }

    internal static CanFrame From(Bar bar)
    {
#if PLANTED_NESTEDINIT
        Header header = new() { Id = bar.Read32(0x40) };
#else
        uint header = bar.Read32(0x40);
#endif
        return new CanFrame(header & 0x1FFF_FFFF, bar.Read64(0x48));
    }

    private sealed class Header
    {
        public uint Id { get; init; }

        public static uint operator &(Header header, uint mask) => header.Id & mask;
    }
}

public sealed class FrameBuffer(int size)
{
    private readonly CanFrame[] _frames = new CanFrame[size];
    private int _written;

    public int Written => Volatile.Read(ref _written);

    internal void Add(CanFrame frame)
    {
        Pack one = [frame];
        _frames[_written % _frames.Length] = one.First;
        Volatile.Write(ref _written, _written + 1);
    }

    [CollectionBuilder(typeof(PackBuilder), nameof(PackBuilder.Create))]
    private readonly struct Pack(CanFrame first)
    {
        public CanFrame First => first;

        public Span<CanFrame>.Enumerator GetEnumerator() => default;
    }

    private static class PackBuilder
    {
#if PLANTED_BUILDER
        public static Pack Create(ReadOnlySpan<CanFrame> frames) => new(frames.ToArray()[0]);
#else
        public static Pack Create(ReadOnlySpan<CanFrame> frames) => new(frames[0]);
#endif
    }
}
