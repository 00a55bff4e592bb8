using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Drivers;

/// <summary>Registers of the drivers below, all in BAR 0 and of 32 bits; benchmarks/Dispatch/descriptors.c has the same.</summary>
public static class DescriptorRegisters
{
    /// <summary>What is pending: bit 0.</summary>
    public const uint Pending = 0x000;

    /// <summary>What is acknowledged.</summary>
    public const uint Acknowledge = 0x040;

    /// <summary>Writing bit 0 masks the source.</summary>
    public const uint Mask = 0x080;

    /// <summary>Writing bit 0 unmasks the source.</summary>
    public const uint Unmask = 0x0C0;
}

/// <summary>No descriptor.</summary>
[InterruptDriver]
public sealed partial class PlainDriver
{
    private long _count;

    /// <summary>The generated dispatch by itself.</summary>
    public InterruptDispatcher Dispatcher => new TopHalfDispatcher(this);

    [MsiVector(0)]
    private void OnEvent(in Interrupt irq) => _count += irq.Signals;
}

/// <summary>Pending.</summary>
[InterruptDriver]
public sealed partial class PendingDriver
{
    private long _count;

    /// <summary>The generated dispatch by itself.</summary>
    public InterruptDispatcher Dispatcher => new TopHalfDispatcher(this);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: DescriptorRegisters.Pending, mask: 0x1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: DescriptorRegisters.Pending, mask: 0x1, Clear = IrqClear.AtSource)]
    private void OnEvent(in Interrupt irq) => _count += irq.Signals;
}

/// <summary>Pending, and what was seen is written back.</summary>
[InterruptDriver]
public sealed partial class EchoDriver
{
    private long _count;

    /// <summary>The generated dispatch by itself.</summary>
    public InterruptDispatcher Dispatcher => new TopHalfDispatcher(this);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: DescriptorRegisters.Pending, mask: 0x1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: DescriptorRegisters.Acknowledge, mask: 0x1, Clear = IrqClear.Echo)]
    private void OnEvent(in Interrupt irq) => _count += irq.Signals;
}

/// <summary>One bit of a register is set, the others stay.</summary>
[InterruptDriver]
public sealed partial class ModifyDriver
{
    private long _count;

    /// <summary>The generated dispatch by itself.</summary>
    public InterruptDispatcher Dispatcher => new TopHalfDispatcher(this);

    [MsiVector(0)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: DescriptorRegisters.Acknowledge, mask: 0x1, value: 0x1, Clear = IrqClear.Modify)]
    private void OnEvent(in Interrupt irq) => _count += irq.Signals;
}

/// <summary>Masked before the handler, unmasked after it.</summary>
[InterruptDriver]
public sealed partial class MaskDriver
{
    private long _count;

    /// <summary>The generated dispatch by itself.</summary>
    public InterruptDispatcher Dispatcher => new TopHalfDispatcher(this);

    [MsiVector(0)]
    [IrqDisable(RegisterType.Mmio32, bar: 0, offset: DescriptorRegisters.Mask, mask: 0x1)]
    [IrqEnable(RegisterType.Mmio32, bar: 0, offset: DescriptorRegisters.Unmask, mask: 0x1)]
    private void OnEvent(in Interrupt irq) => _count += irq.Signals;
}
