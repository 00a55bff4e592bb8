namespace Fpga;

/// <summary>A scatter-gather DMA engine in an FPGA: two channels, a state machine for each.</summary>
[InterruptDriver(VendorId = 0x10EE, DeviceId = 0x7024)]
[DeviceBar(0, 0x1000)]
internal sealed partial class FpgaDmaDriver(PciDevice device)
{
    private const uint Interrupts = 0x10;
    private const uint Control = 0x20;
    private const uint Status = 0x24;
    private const uint Stride = 0x100;
    private const uint Start = 1;
    private const uint Busy = 2;
    private const uint Fault = 0x10;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Channel[] _channels = new Channel[2];

    private enum State
    {
        Idle,
        Running,
        Stopping,
        Failed,
    }

    public long Transfers(int channel) => Volatile.Read(ref _channels[channel].Done);

    [MsiVector(0, Count = 2)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Interrupts, mask: 3)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Interrupts, mask: 3, Clear = IrqClear.Echo)]
    private void OnTransfer(in Interrupt irq)
    {
        ref Channel channel = ref _channels[irq.Index];
        uint at = (uint)irq.Index * Stride;
        uint status = _registers.Read32(Status + at);
        switch (channel.State)
        {
            case State.Running when (status & Fault) != 0:
                channel.State = State.Stopping;
                Stop(at); //p TH4005
                channel.State = State.Failed;
                break;
            case State.Running:
                Volatile.Write(ref channel.Done, channel.Done + 1);
                channel.Bytes += Length(status);
                Next(ref channel, at);
                break;
            case State.Idle:
            case State.Stopping:
            case State.Failed:
            default:
                channel.Unexpected++;
                break;
        }
    }

    private static uint Length(uint status) => status >> 16;

    private void Next(ref Channel channel, uint at)
    {
        if (channel.Queued == 0)
        {
            channel.State = State.Idle;
            return;
        }

        channel.Queued--;
        _registers.Write32(Control + at, Start);
    }

    private void Stop(uint at)
    {
        _registers.Write32(Control + at, 0);
#if PLANTED
        while ((_registers.Read32(Status + at) & Busy) != 0)
        {
        }
#else
        for (int tries = 0; tries < 1000 && (_registers.Read32(Status + at) & Busy) != 0; tries++)
        {
        }
#endif
    }

    private struct Channel
    {
        public State State;
        public int Queued;
        public long Done;
        public long Bytes;
        public int Unexpected;
    }
}
