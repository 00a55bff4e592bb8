/// <summary>Doorbells between two hosts: bits come in, work goes to channels, an answer goes back.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x10B5, DeviceId = 0x8733)]
[DeviceBar(0, 0x1000)]
internal sealed partial class Doorbells
{
    private readonly Channel[] _channels = new Channel[16];
    private readonly Outbound _outbound;

    public Doorbells(PciDevice device)
    {
        _outbound = new Outbound(device.GetBar(0));
        for (int i = 0; i < _channels.Length; i++)
        {
            _channels[i] = new Channel(i, i > 0 ? _channels[i - 1] : null);
        }
    }

    public void Ring(int bell) => _outbound.Ring(1u << bell);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0xFFFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0xFFFF, Clear = IrqClear.Echo)]
    private void OnDoorbell(in Interrupt irq)
    {
        uint answer = 0;
        for (uint rest = (uint)irq.Status & 0xFFFF; rest != 0; rest &= rest - 1)
        {
            Channel channel = _channels[System.Numerics.BitOperations.Log2(rest & (~rest + 1))];
            if (channel.Notify() is var credits and > 0)
            {
                answer |= 1u << channel.Number;
                channel.Spend(credits);
            }
        }

        if (answer != 0)
        {
            _outbound.Ring(answer); //p TH3001
        }
    }

    private sealed class Channel(int number, Channel? parent)
    {
        private int _credits = 8;

        public int Number => number;

        public int Notify()
        {
            int depth = 0;
            for (Channel? at = this; at is not null && depth < 4; at = at.Parent)
            {
                depth++;
            }

            return Interlocked.Add(ref _credits, depth) > 64 ? 0 : depth;
        }

        private Channel? Parent => parent;

        public void Spend(int credits) => Interlocked.Add(ref _credits, -credits);
    }

    private sealed class Outbound(Bar registers)
    {
#if PLANTED
        private readonly Lock _gate = new();

        public void Ring(uint bells)
        {
            using (_gate.EnterScope())
            {
                registers.Write32(0x60, bells);
            }
        }
#else
        public void Ring(uint bells) => registers.Write32(0x60, bells);
#endif
    }
}
