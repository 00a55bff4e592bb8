/// <summary>Host controller: transfer events are matched with the endpoints that wait for them.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x1912)]
[DeviceBar(0, 0x2000)]
internal sealed partial class XhciTransfers(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly Trb[] _events = new Trb[256];
    private readonly Endpoint?[] _endpoints = new Endpoint?[32];
    private uint _dequeue;
    private bool _cycle = true;

    public void Attach(int id, Endpoint endpoint) => Volatile.Write(ref _endpoints[id], endpoint);

    [MsiVector(0)]
    private void OnEvents(in Interrupt irq)
    {
        for (int left = 64; left > 0; left--)
        {
            ref readonly Trb trb = ref _events[_dequeue];
            if (trb.Cycle != _cycle)
            {
                break;
            }

            if (trb is { Type: 32, Code: var code } && Volatile.Read(ref _endpoints[trb.Endpoint]) is { } endpoint)
            {
                endpoint.Complete(code, trb.Remaining); //p TH4001
            }

            if (++_dequeue == _events.Length)
            {
                (_dequeue, _cycle) = (0, !_cycle);
            }
        }

        _registers.Write64(0x38, _dequeue << 4);
    }

    private readonly struct Trb
    {
        private readonly ulong _pointer;
        private readonly uint _status;
        private readonly uint _control;

        public bool Cycle => (_control & 1) != 0;

        public int Type => (int)(_control >> 10) & 0x3F;

        public int Endpoint => (int)(_control >> 16) & 0x1F;

        public byte Code => (byte)(_status >> 24);

        public uint Remaining => _status & 0xFF_FFFF;

        public ulong Pointer => _pointer;
    }
}

internal sealed class Endpoint
{
    private readonly int[] _counts = new int[256];
    private long _remaining;

    public int CountOf(byte code) => Volatile.Read(ref _counts[code]);

    public long Remaining => Volatile.Read(ref _remaining);

    public void Complete(byte code, uint remaining)
    {
        Interlocked.Increment(ref _counts[code]);
        Volatile.Write(ref _remaining, _remaining + Left(code, remaining));
    }

    private static long Left(byte code, uint remaining) => code switch
    {
        1 => 0,
        13 => remaining,
        >= 192 => -1,
#if PLANTED
        0 => throw new InvalidOperationException("The controller completed nothing."),
#endif
        _ => remaining,
    };
}
