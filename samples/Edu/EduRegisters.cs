namespace TopHalf.Samples.Edu;

/// <summary>The registers of QEMU's educational device (docs/specs/edu in QEMU), all in BAR 0, and their bits.</summary>
public static class EduRegisters
{
    /// <summary>The length of BAR 0.</summary>
    public const uint Length = 0x10_0000;

    /// <summary>0xRRrr00ED: major and minor revision, and the device's mark.</summary>
    public const uint Identification = 0x00;

    /// <summary>Answers with the complement of what is written.</summary>
    public const uint Liveness = 0x04;

    /// <summary>Takes n, and has n! when that is computed.</summary>
    public const uint FactorialValue = 0x08;

    /// <summary><see cref="RaiseWhenDone"/>, and whether the device computes.</summary>
    public const uint Status = 0x20;

    /// <summary>Why the device interrupts: <see cref="FactorialDone"/>, <see cref="DmaDone"/>, and what was raised by hand.</summary>
    public const uint InterruptStatus = 0x24;

    /// <summary>Clears the bits that are written as 1; with messages too.</summary>
    public const uint InterruptAcknowledge = 0x64;

    /// <summary>Where a transfer reads: an address of memory, or a place in the buffer.</summary>
    public const uint DmaSource = 0x80;

    /// <summary>Where it writes.</summary>
    public const uint DmaDestination = 0x88;

    /// <summary>How many bytes.</summary>
    public const uint DmaCount = 0x90;

    /// <summary>Starts it: <see cref="Run"/> with <see cref="ToMemory"/> and <see cref="RaiseWhenMoved"/>.</summary>
    public const uint DmaCommand = 0x98;

    /// <summary>Of <see cref="Status"/>: an interrupt when the factorial is done.</summary>
    public const uint RaiseWhenDone = 0x80;

    /// <summary>Of <see cref="InterruptStatus"/>: the factorial is done.</summary>
    public const uint FactorialDone = 0x001;

    /// <summary>Of <see cref="InterruptStatus"/>: the transfer is done.</summary>
    public const uint DmaDone = 0x100;

    /// <summary>The bits of <see cref="InterruptStatus"/> that the drivers have handlers for.</summary>
    public const uint Handled = FactorialDone | DmaDone;

    /// <summary>Of <see cref="DmaCommand"/>: set until the transfer is done; meanwhile nothing of it can be written.</summary>
    public const uint Run = 0x1;

    /// <summary>Of <see cref="DmaCommand"/>: from the buffer to memory, and not to it.</summary>
    public const uint ToMemory = 0x2;

    /// <summary>Of <see cref="DmaCommand"/>: an interrupt at the end.</summary>
    public const uint RaiseWhenMoved = 0x4;

    /// <summary>The place of the device's own buffer, as its transfers name it. The driver cannot read it.</summary>
    public const uint Buffer = 0x4_0000;

    /// <summary>The buffer's length.</summary>
    public const int BufferLength = 0x1000;

    /// <summary>How many bits of an address of memory the device can form.</summary>
    public const int AddressBits = 28;
}
