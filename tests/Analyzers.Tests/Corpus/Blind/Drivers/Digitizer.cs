using System.Runtime.InteropServices;

/// <summary>Digitiser: records are described by a chain of blocks, timestamps are unwrapped, triggers are matched.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x1CF0, DeviceId = 0x2011)]
[DeviceBar(0, 0x4000)]
internal sealed unsafe partial class Digitizer(PciDevice device, nint memory)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly Block* _blocks = (Block*)memory;
    private readonly TriggerMatcher _matcher = new();
    private ulong _time;
    private long _records;
    private int _mode;

    public long Records => Volatile.Read(ref _records);

#if PLANTED_MODE
    public void SetMode(int mode) => _mode = mode;
#else
    public void SetMode(int mode) => Volatile.Write(ref _mode, mode);
#endif

    [MsiVector(0)]
    private void OnRecords(in Interrupt irq)
    {
        uint at = _registers.Read32(0x20);
        for (int left = 32; left > 0 && at != uint.MaxValue; left--)
        {
            Block block = _blocks[at & 31];
            _time = Unwrap(_time, block.Time);
            _matcher.Match(in block, _time); //p:EVENT TH2001 TH2001|TH6001 //p:KEY TH2017 //p:CHECKED TH4001
            Volatile.Write(ref _records, _records + 1);
            at = block.Next;
        }

        if (Volatile.Read(ref _mode) == 2)
        {
#if PLANTED_MODE
            _mode = 0; //p:MODE TH5010
#else
            Interlocked.CompareExchange(ref _mode, 0, 2);
#endif
        }

        _registers.Write32(0x24, at);
    }

    private static ulong Unwrap(ulong last, uint low)
    {
        ulong time = (last & ~0xFFFF_FFFFUL) | low;
        return time < last ? time + 0x1_0000_0000 : time;
    }
}

[StructLayout(LayoutKind.Sequential)]
internal struct Block
{
    public uint Time;
    public uint Length;
    public uint Channel;
    public uint Next;
}

internal sealed class TriggerMatcher
{
    private readonly Dictionary<Channel, int> _slots = new()
    {
        [new Channel(0)] = 0,
        [new Channel(1)] = 1,
    };

    private readonly ulong[] _last = new ulong[2];
#if PLANTED_EVENT
    public event EventHandler<Matched>? Found;
#endif

    public void Match(in Block block, ulong time)
    {
        if (!_slots.TryGetValue(new Channel(block.Channel), out int slot))
        {
            return;
        }

#if PLANTED_CHECKED
        if (time < _last[slot])
        {
            OutOfOrder(time);
        }
#endif
        ulong since = time - _last[slot];
        _last[slot] = time;
#if PLANTED_EVENT
        if (since < 100)
        {
            Found?.Invoke(this, new Matched(slot));
        }
#else
        _ = since;
#endif
    }

#if PLANTED_CHECKED
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void OutOfOrder(ulong time) => throw new InvalidOperationException($"{time} is out of order.");
#endif

#if PLANTED_KEY
    private readonly struct Channel(uint number)
    {
        public readonly uint Number = number;

        public override int GetHashCode() => (int)Number;
    }
#else
    private readonly record struct Channel(uint Number);
#endif
}

#if PLANTED_EVENT
internal sealed class Matched(int slot) : EventArgs
{
    public int Slot { get; } = slot;
}
#endif
