namespace Avionics;

/// <summary>Messages of a MIL-STD-1553 bus: a table of handlers by subaddress.</summary>
[InterruptDriver(VendorId = 0x1472)]
[DeviceBar(0, 0x2000)]
internal sealed partial class MilBusDriver : IMessageTable
{
    private const uint Cause = 0x04;
    private const uint Command = 0x10;
    private const uint Words = 0x100;

    private readonly Bar _registers;
    private readonly ushort[] _words = new ushort[32];
    private readonly Counters[] _counters = new Counters[32];
#if PLANTED
    private Action<int>? _current;
#endif

    public MilBusDriver(PciDevice device) => _registers = device.GetBar(0);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    private void OnMessage(in Interrupt irq)
    {
        uint command = _registers.Read32(Command);
        int subaddress = (int)(command >> 5) & 31;
        int count = (int)command & 31;
        if (count == 0)
        {
            count = 32;
        }

        for (int i = 0; i < count; i++)
        {
            _words[i] = _registers.Read16(Words + ((uint)i * 2));
        }

        Dispatch(subaddress, count); //p TH2005
    }

    public void Accept(int subaddress) => _counters[subaddress].Accepted++;

    private void Dispatch(int subaddress, int count)
    {
        ref Counters counters = ref _counters[subaddress];
        counters.Words += count;
        switch (subaddress)
        {
            case 0 or 31:
                counters.Modes++;
                break;
            case < 16:
                Deliver(subaddress);
                break;
            default:
                counters.Ignored++;
                break;
        }
    }

    private void Deliver(int subaddress)
    {
#if PLANTED
        _current = Accept;
#else
        Accept(subaddress);
#endif
    }

    private struct Counters
    {
        public int Words;
        public int Modes;
        public int Ignored;
        public int Accepted;
    }
}

internal interface IMessageTable
{
    void Accept(int subaddress);
}
