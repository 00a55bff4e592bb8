using System.Diagnostics;

namespace TopHalf.Benchmarks.Drivers;

/// <summary>The driver of the card, as a user of TopHalf writes it; benchmarks/Latency/twin.c does the same by hand.</summary>
[InterruptDriver]
public sealed partial class CardDriver(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly Bar _log = device.GetBar(2);
    private uint _handled;

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: CardLayout.Raised, mask: 0xFFFF_FFFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: CardLayout.Acknowledged, mask: 0xFFFF_FFFF, Clear = IrqClear.Echo)]
    private void OnEvent(in Interrupt irq)
    {
        long acknowledged = Stopwatch.GetTimestamp();
        uint raised = (uint)irq.Status;
        uint handled = _handled;
        if (raised != handled)
        {
            _registers.Write32(CardLayout.Wakes, _registers.Read32(CardLayout.Wakes) + 1);
        }

        for (; handled < raised; handled++)
        {
            ulong entry = handled * (ulong)sizeof(long);
            _log.Write64(CardLayout.WokenLog + entry, (ulong)irq.Timestamp);
            _log.Write64(CardLayout.AcknowledgedLog + entry, (ulong)acknowledged);
            _log.Write64(CardLayout.HandledLog + entry, (ulong)Stopwatch.GetTimestamp());
        }

        _handled = handled;
        _registers.Write32(CardLayout.Handled, handled);
    }
}
