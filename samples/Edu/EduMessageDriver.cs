namespace TopHalf.Samples.Edu;

/// <summary>The educational device by its message: <see cref="EduLineDriver"/> but for one attribute of each handler.</summary>
/// <remarks>The device wants the acknowledge with messages too.</remarks>
/// <param name="device">The device.</param>
/// <param name="timeLimit">After how long an interrupt is taken for lost; five seconds unless told.</param>
[InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
[DeviceBar(0, EduRegisters.Length)]
[IrqPending(RegisterType.Mmio32, bar: 0, offset: EduRegisters.InterruptStatus, mask: 0xFFFF_FFFF)]
[IrqAck(RegisterType.Mmio32, bar: 0, offset: EduRegisters.InterruptAcknowledge, mask: EduRegisters.Handled, Clear = IrqClear.Echo)]
[IrqUnclaimed(RegisterType.Mmio32, bar: 0, offset: EduRegisters.InterruptAcknowledge, mask: 0xFFFF_FFFF)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: EduRegisters.Status, mask: EduRegisters.RaiseWhenDone, value: 0)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: EduRegisters.InterruptAcknowledge, mask: 0xFFFF_FFFF)]
public sealed partial class EduMessageDriver(PciDevice device, TimeSpan? timeLimit = null)
{
    /// <summary>What the device does.</summary>
    public EduCard Card { get; } = new(device, timeLimit);

    [MsiVector(0)]
    [StatusBits(EduRegisters.FactorialDone)]
    private void OnFactorialDone(in Interrupt irq) => Card.FactorialDone(irq);

    [MsiVector(0)]
    [StatusBits(EduRegisters.DmaDone)]
    private void OnTransferDone(in Interrupt irq) => Card.TransferDone(irq);
}
