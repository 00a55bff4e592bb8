namespace TopHalf;

/// <summary>The kernel that runs.</summary>
internal sealed unsafe class LinuxVfioKernel : IVfioKernel
{
    public int Open(string path) => SystemCall.Open(path, LinuxConstants.OpenReadWrite | LinuxConstants.OpenCloseOnExec);

    public void Close(int fd) => _ = SystemCall.Close(fd);

    public int Ioctl(int fd, uint request, void* argument) => SystemCall.Ioctl(fd, request, argument);

    public nint Map(int fd, ulong offset, nuint length, int protection) => SystemCall.Map(fd, offset, length, protection);

    public void Unmap(nint address, nuint length) => _ = SystemCall.Unmap(address, length);

    public nint MapMemory(nuint length) => SystemCall.MapMemory(length);

    public int DoNotFork(nint address, nuint length) => SystemCall.DoNotFork(address, length);

    public nint ReadAt(int fd, Span<byte> destination, ulong offset) => SystemCall.ReadAt(fd, destination, offset);

    public nint WriteAt(int fd, ReadOnlySpan<byte> source, ulong offset) => SystemCall.WriteAt(fd, source, offset);
}
