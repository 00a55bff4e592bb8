namespace Network;

/// <summary>Ports of a switch: what changed is told as a pair, and the table of addresses is aged.</summary>
[InterruptDriver(VendorId = 0x14E4)]
[DeviceBar(0, 0x1_0000)]
internal sealed partial class SwitchDriver(PciDevice device)
{
    private const uint Cause = 0x80;
    private const uint PortState = 0x100;
    private const int Ports = 24;

    private readonly Bar _registers = device.GetBar(0);
    private readonly AddressTable _addresses = new();
    private readonly uint[] _states = new uint[Ports];
    private int _flaps;

    public int Flaps => Volatile.Read(ref _flaps);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0xFF_FFFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0xFF_FFFF, Clear = IrqClear.Echo)]
    private void OnPorts(in Interrupt irq)
    {
        for (int port = 0; port < Ports; port++)
        {
            if ((irq.Status >> port & 1) == 0)
            {
                continue;
            }

            var (wasUp, isUp) = Change(port); //p TH2001
            if (wasUp && !isUp)
            {
                _addresses.Forget(port);
                Volatile.Write(ref _flaps, _flaps + 1);
            }
        }
    }

#if PLANTED
    private Tuple<bool, bool> Change(int port)
#else
    private (bool WasUp, bool IsUp) Change(int port)
#endif
    {
        uint before = _states[port];
        uint now = _registers.Read32(PortState + ((uint)port * 4));
        _states[port] = now;
#if PLANTED
        return Tuple.Create((before & 1) != 0, (now & 1) != 0);
#else
        return ((before & 1) != 0, (now & 1) != 0);
#endif
    }
}

internal sealed class AddressTable
{
    private readonly Entry[] _entries = new Entry[1024];

    public void Forget(int port)
    {
        foreach (ref Entry entry in _entries.AsSpan())
        {
            if (entry.Port == port)
            {
                entry = default;
            }
        }
    }

    private struct Entry
    {
        public ulong Address;
        public int Port;
    }
}
