namespace TopHalf.Samples.Edu;

/// <summary>The educational device by its level-triggered line, which stays high until all of the status is acknowledged.</summary>
/// <remarks>
/// The kernel masks the line when it interrupts. Then: is anything pending, or was it another card of the same line? Acknowledge
/// what was seen, call the handlers of its bits, and have the kernel unmask the line.
/// </remarks>
/// <param name="device">The device.</param>
/// <param name="timeLimit">After how long an interrupt is taken for lost; five seconds unless told.</param>
[InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
[DeviceBar(0, EduRegisters.Length)]
[IrqPending(RegisterType.Mmio32, bar: 0, offset: EduRegisters.InterruptStatus, mask: 0xFFFF_FFFF)]
[IrqAck(RegisterType.Mmio32, bar: 0, offset: EduRegisters.InterruptAcknowledge, mask: EduRegisters.Handled, Clear = IrqClear.Echo)]
[IrqUnclaimed(RegisterType.Mmio32, bar: 0, offset: EduRegisters.InterruptAcknowledge, mask: 0xFFFF_FFFF)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: EduRegisters.Status, mask: EduRegisters.RaiseWhenDone, value: 0)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: EduRegisters.InterruptAcknowledge, mask: 0xFFFF_FFFF)]
public sealed partial class EduLineDriver(PciDevice device, TimeSpan? timeLimit = null)
{
    /// <summary>What the device does.</summary>
    public EduCard Card { get; } = new(device, timeLimit);

    [IntxLine]
    [StatusBits(EduRegisters.FactorialDone)]
    private void OnFactorialDone(in Interrupt irq) => Card.FactorialDone(irq);

    [IntxLine]
    [StatusBits(EduRegisters.DmaDone)]
    private void OnTransferDone(in Interrupt irq) => Card.TransferDone(irq);
}
