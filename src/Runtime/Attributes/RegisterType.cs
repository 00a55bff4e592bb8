namespace TopHalf;

/// <summary>How a register is reached and how wide every access to it is.</summary>
public enum RegisterType : byte
{
    /// <summary>Memory-mapped, 8 bits.</summary>
    Mmio8,

    /// <summary>Memory-mapped, 16 bits.</summary>
    Mmio16,

    /// <summary>Memory-mapped, 32 bits.</summary>
    Mmio32,

    /// <summary>Memory-mapped, 64 bits.</summary>
    Mmio64,

    /// <summary>In an I/O-port BAR, 8 bits. Each access is a system call.</summary>
    Port8,

    /// <summary>In an I/O-port BAR, 16 bits. Each access is a system call.</summary>
    Port16,

    /// <summary>In an I/O-port BAR, 32 bits. Each access is a system call.</summary>
    Port32,
}
