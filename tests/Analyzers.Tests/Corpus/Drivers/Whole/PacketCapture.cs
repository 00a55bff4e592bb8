// information is not the point
using System.Buffers.Binary;

/// <summary>A capture card: headers are parsed, filters match, counters of flows are kept, frames are handed to a reader.</summary>
[InterruptDriver(VendorId = 0x15B3, DeviceId = 0x1013)]
public sealed unsafe partial class PacketCapture
{
    private const int Frames = 512;

    private readonly Bar _bar;
    private readonly Frame* _frames;
    private readonly FlowTable _flows = new(1024);
    private readonly IMatcher[] _matchers;
    private readonly Spool _spool = new(64);
    private readonly Histogram _sizes = new();
    private uint _next;
    private long _seen;
    private long _lost;

    public PacketCapture(PciDevice device, nint frames)
    {
        _bar = device.GetBar(0);
        _frames = (Frame*)frames;
        _matchers = [new PortMatcher(443), new LengthMatcher(64, 1518)];
    }

    public long Seen => Volatile.Read(ref _seen);

#if PLANTED_RACE
    public long Lost => _lost;
#else
    public long Lost => Volatile.Read(ref _lost);
#endif

    public bool TryRead(out int length) => _spool.TryTake(out length);

    [MsiVector(0, Thread = "rx")]
    private void OnFrames(in Interrupt irq)
    {
#if PLANTED_BUDGET
        while ((_frames[_next].Flags & 1) != 0) //p:BUDGET TH4004
#else
        for (int budget = 128; budget > 0 && (_frames[_next].Flags & 1) != 0; budget--)
#endif
        {
            Frame* frame = _frames + _next;
            Take(new ReadOnlySpan<byte>(frame->Data, frame->Length)); //p:FLOW TH2012 //p:MATCHER TH2011 //p:SPOOL TH3002 //p:HEADER TH2002 //p:BUCKET TH4001|TH4002 //p:RACE TH5010 //p:LABEL TH2003
            frame->Flags = 0;
            _next = (_next + 1) % Frames;
        }

        _bar.Write32(0x40, _next);
    }

    [MsiVector(1, Thread = "link")]
    private void OnLink(in Interrupt irq)
    {
        LinkSpeed speed = (LinkSpeed)(_bar.Read32(0x80) & 3);
        _bar.Write32(0x84, Describe(speed)); //p:ENUM TH2006
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        Volatile.Write(ref _seen, _seen + 1);
        if (!Header.TryParse(bytes, out Header header))
        {
            Volatile.Write(ref _lost, _lost + 1);
            return;
        }

        foreach (IMatcher matcher in Matchers())
        {
            if (!matcher.Matches(in header))
            {
                return;
            }
        }

        _flows.Count(header.Key, bytes.Length);
        _sizes.Add(bytes.Length);
        if (!_spool.TryPut(bytes.Length))
        {
            Volatile.Write(ref _lost, _lost + 1);
        }
    }

#if PLANTED_MATCHER
    private IEnumerable<IMatcher> Matchers() => _matchers;
#else
    private ReadOnlySpan<IMatcher> Matchers() => _matchers;
#endif

    private static uint Describe(LinkSpeed speed)
    {
#if PLANTED_ENUM
        return (uint)speed.ToString().Length;
#else
        return speed switch
        {
            LinkSpeed.Slow => 1,
            LinkSpeed.Fast => 10,
            _ => 0,
        };
#endif
    }

    private enum LinkSpeed
    {
        None,
        Slow,
        Fast,
    }

    private struct Frame
    {
        public uint Flags;
        public int Length;
        public fixed byte Data[2040];
    }
}

internal readonly struct Header
{
    public readonly FlowKey Key;
    public readonly ushort Port;
    public readonly int Length;

    private Header(FlowKey key, ushort port, int length) => (Key, Port, Length) = (key, port, length);

    public static bool TryParse(ReadOnlySpan<byte> bytes, out Header header)
    {
        if (bytes.Length < 38)
        {
            header = default;
            return false;
        }

#if PLANTED_HEADER
        byte[] address = bytes.Slice(26, 4).ToArray();
        uint source = BinaryPrimitives.ReadUInt32BigEndian(address);
#else
        uint source = BinaryPrimitives.ReadUInt32BigEndian(bytes.Slice(26, 4));
#endif
        uint target = BinaryPrimitives.ReadUInt32BigEndian(bytes[30..34]);
        header = new Header(new FlowKey(source, target), BinaryPrimitives.ReadUInt16BigEndian(bytes[36..]), bytes.Length);
        return true;
    }
}

internal readonly record struct FlowKey(uint Source, uint Target);

internal interface IMatcher
{
    bool Matches(in Header header);
}

internal sealed class PortMatcher(ushort port) : IMatcher
{
    public bool Matches(in Header header) => header.Port == port;
}

internal sealed class LengthMatcher(int least, int most) : IMatcher
{
#if PLANTED_LABEL
    public object? Last { get; private set; }

    public bool Matches(in Header header)
    {
        Last = header.Length;
        return header.Length >= least && header.Length <= most;
    }
#else
    public bool Matches(in Header header) => header.Length >= least && header.Length <= most;
#endif
}

/// <summary>Open addressing in two arrays; a full table drops.</summary>
internal sealed class FlowTable(int size)
{
    private readonly FlowKey[] _keys = new FlowKey[size];
    private readonly long[] _bytes = new long[size];
#if PLANTED_FLOW
    private readonly Dictionary<FlowKey, long> _rest = new();
#endif

    public void Count(FlowKey key, int length)
    {
        int at = (int)((key.Source * 31 + key.Target) % (uint)size);
        for (int probe = 0; probe < 8; probe++)
        {
            if (_keys[at] == key || _bytes[at] == 0)
            {
                _keys[at] = key;
                _bytes[at] += length;
                return;
            }

            at = at + 1 == size ? 0 : at + 1;
        }
#if PLANTED_FLOW
        _rest[key] = length;
#endif
    }
}

internal sealed class Histogram
{
    private readonly long[] _buckets = new long[12];

    public void Add(int length)
    {
        int bucket = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)length);
#if PLANTED_BUCKET
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bucket, 11);
        if (bucket > 11)
        {
            throw new InvalidOperationException("too long");
        }
#endif
        Interlocked.Increment(ref _buckets[Math.Min(bucket, 11)]);
    }
}

/// <summary>One writer, one reader.</summary>
internal sealed class Spool(int size)
{
    private readonly int[] _lengths = new int[size];
#if PLANTED_SPOOL
    private readonly SemaphoreSlim _free = new(size);
#endif
    private int _head;
    private int _tail;

    public bool TryPut(int length)
    {
#if PLANTED_SPOOL
        if (!_free.Wait(5))
        {
            return false;
        }
#endif
        int head = _head;
        int next = head + 1 == _lengths.Length ? 0 : head + 1;
        if (next == Volatile.Read(ref _tail))
        {
            return false;
        }

        _lengths[head] = length;
        Volatile.Write(ref _head, next);
        return true;
    }

    public bool TryTake(out int length)
    {
        int tail = _tail;
        if (tail == Volatile.Read(ref _head))
        {
            length = 0;
            return false;
        }

        length = _lengths[tail];
        Volatile.Write(ref _tail, tail + 1 == _lengths.Length ? 0 : tail + 1);
        return true;
    }
}
