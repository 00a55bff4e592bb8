namespace Storage;

using System.Numerics;

/// <summary>A SATA host adapter: ports that have something to say, then slots that are done.</summary>
[InterruptDriver(VendorId = 0x8086)]
[DeviceBar(5, 0x2000)]
internal sealed partial class AhciDriver(PciDevice device)
{
    private const uint GlobalStatus = 0x08;
    private const uint PortBase = 0x100;
    private const uint PortSize = 0x80;
    private const uint PortStatus = 0x10;
    private const uint PortTaskFile = 0x20;
    private const uint PortIssued = 0x38;
    private const int Ports = 32;
    private const uint FatalBits = 0x7800_0000;

    private readonly Bar _registers = device.GetBar(5);
    private readonly Port[] _ports = new Port[Ports];

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 5, offset: GlobalStatus, mask: 0xFFFF_FFFF)]
    [IrqAck(RegisterType.Mmio32, bar: 5, offset: GlobalStatus, mask: 0xFFFF_FFFF, Clear = IrqClear.Echo, After = true)]
    private void OnPorts(in Interrupt irq)
    {
        for (uint pending = (uint)irq.Status; pending != 0; pending &= pending - 1)
        {
            ServePort(BitOperations.TrailingZeroCount(pending)); //p TH4001
        }
    }

    private void ServePort(int index)
    {
        uint at = PortBase + ((uint)index * PortSize);
        uint status = _registers.Read32(at + PortStatus);
        _registers.Write32(at + PortStatus, status);
        ref Port port = ref _ports[index];
        if ((status & FatalBits) != 0)
        {
            Fail(ref port, at);
            return;
        }

        uint done = port.Issued & ~_registers.Read32(at + PortIssued);
        port.Issued &= ~done;
        port.Finished += BitOperations.PopCount(done);
        if (port.Issued == 0 && port.Waiting)
        {
            port.Waiting = false;
        }
    }

    private void Fail(ref Port port, uint at)
    {
        uint taskFile = _registers.Read32(at + PortTaskFile);
#if PLANTED
        if ((taskFile & 1) != 0)
        {
            throw new InvalidOperationException($"The port failed with 0x{taskFile:X}.");
        }
#endif
        port.LastError = taskFile;
        port.Errors++;
        port.Issued = 0;
    }

    private struct Port
    {
        public uint Issued;
        public uint LastError;
        public int Errors;
        public long Finished;
        public bool Waiting;
    }
}
