namespace TopHalf;

/// <summary>
/// The calls of the kernel that a VFIO device is made of, in the kernel's own convention: a result, or the negative errno.
/// An interface so that tests can let each of them fail; mapped registers and eventfds do not go through it.
/// </summary>
internal unsafe interface IVfioKernel
{
    /// <summary>Opens a character device for reading and writing.</summary>
    int Open(string path);

    void Close(int fd);

    int Ioctl(int fd, uint request, void* argument);

    /// <summary>Maps part of a file, shared.</summary>
    /// <param name="fd">The file.</param>
    /// <param name="offset">A multiple of the page size.</param>
    /// <param name="length">Bytes; the kernel rounds up to pages.</param>
    /// <param name="protection">PROT_READ and PROT_WRITE.</param>
    nint Map(int fd, ulong offset, nuint length, int protection);

    void Unmap(nint address, nuint length);

    /// <summary>New memory of zeros; <see cref="Unmap"/> frees it.</summary>
    nint MapMemory(nuint length);

    /// <summary>Keeps memory out of forked children.</summary>
    int DoNotFork(nint address, nuint length);

    nint ReadAt(int fd, Span<byte> destination, ulong offset);

    nint WriteAt(int fd, ReadOnlySpan<byte> source, ulong offset);
}
