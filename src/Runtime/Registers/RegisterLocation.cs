using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>How native code reaches a register: struct location of top_half.c.</summary>
/// <param name="Address">In memory; from the start of the file; for the callee.</param>
/// <param name="Owner">The file's descriptor; the callee's handle.</param>
/// <param name="Kind">Which of these.</param>
/// <param name="Width">Bytes: 1, 2, 4 or 8.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct RegisterLocation(ulong Address, ulong Owner, RegisterLocationKind Kind, int Width)
{
    public static unsafe RegisterLocation InMemory(byte* address, int width) => new((ulong)address, 0, RegisterLocationKind.Memory, width);

    /// <summary>A call of the kernel, which a write makes.</summary>
    public static unsafe RegisterLocation Ioctl(int fd, uint request, void* argument) => new((ulong)argument, (ulong)fd, RegisterLocationKind.Ioctl, (int)request);

    public static RegisterLocation InFile(int fd, ulong offset, int width) => new(offset, (ulong)fd, RegisterLocationKind.File, width);
}

/// <summary>The ways to a register.</summary>
internal enum RegisterLocationKind : uint
{
    /// <summary>A load or store.</summary>
    Memory,

    /// <summary>pread and pwrite.</summary>
    File,

    /// <summary>A call of managed code, which waits for a running collection: registers of simulated cards.</summary>
    Call,

    /// <summary>An ioctl of the owner with the address as its argument; the width is the request.</summary>
    Ioctl,
}
