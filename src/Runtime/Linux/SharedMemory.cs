namespace TopHalf;

/// <summary>Memory with a descriptor (memfd_create(2)), so that another process or native code can map the same bytes; zero at first.</summary>
/// <remarks>Any thread. A mapping outlives the disposal: the kernel frees the bytes with the last of them.</remarks>
internal sealed class SharedMemory : OwnedDescriptor
{
    private SharedMemory(int fd, ulong length)
        : base(fd)
        => Length = length;

    /// <summary>Bytes.</summary>
    public ulong Length { get; }

    /// <param name="name">What /proc shows.</param>
    /// <param name="length">Bytes, at least 1.</param>
    /// <exception cref="PciDeviceException">The process has no descriptor left, or there is too little memory.</exception>
    public static SharedMemory Create(string name, ulong length)
    {
        long signed = checked((long)length);
        int fd = SystemCall.CreateMemory(name, LinuxConstants.MemoryCloseOnExec);
        if (fd < 0)
        {
            throw DescriptorErrors.NotOpened(name, "memfd_create", -fd);
        }

        var memory = new SharedMemory(fd, length);
        int result = SystemCall.SetLength(fd, signed);
        if (result < 0)
        {
            memory.Dispose();
            throw DescriptorErrors.NotOpened(name, "ftruncate", -result);
        }

        return memory;
    }

    /// <summary>Maps all of it, to read and to write.</summary>
    /// <returns>The address; the caller unmaps it.</returns>
    /// <exception cref="PciDeviceException">There is too little memory.</exception>
    public nint Map(string device)
    {
        nint address = SystemCall.Map(Number, 0, (nuint)Length, LinuxConstants.ProtectionRead | LinuxConstants.ProtectionWrite);
        return address is < 0 and > -4096 ? throw DescriptorErrors.NotOpened(device, "mmap", (int)-address) : address;
    }
}
