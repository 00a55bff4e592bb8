namespace TopHalf;

/// <summary>Turns what the kernel answers when memory is mapped for a device into words and commands.</summary>
internal sealed class VfioDmaErrors(VfioHost host, string device)
{
    private const string Map = "VFIO_IOMMU_MAP_DMA";
    private const string LookAtLog = "look at the last lines of dmesg";

    /// <summary>How to be allowed to lock memory, in a shell, a service and a container.</summary>
    private const string RaiseLimit =
        """
        one of
            ulimit -l unlimited (in the shell that starts the program, where the hard limit allows it)
            add '<user> - memlock unlimited' to /etc/security/limits.conf and log in again
            LimitMEMLOCK=infinity or AmbientCapabilities=CAP_IPC_LOCK in the systemd unit
            docker run --ulimit memlock=-1
        """;

    public PciDeviceException NoInfo(int errno)
        => new(device, "VFIO_IOMMU_GET_INFO", errno, "The kernel does not say which addresses the device may be given.", LookAtLog);

    public PciDeviceException NoAddress(ulong length, ulong highest)
        => new(
            device,
            "find addresses for a DMA buffer",
            Errno.ENOSPC,
            $"The device has no {length:#,0} bytes of addresses in a row that are free and not above 0x{highest:X}.",
            "free buffers, or allocate smaller ones");

    public PciDeviceException NoMemory(string call, int errno, ulong length)
        => new(device, call, errno, $"There is no memory for a DMA buffer of {length:#,0} bytes.", "free memory, or allocate a smaller one");

    public PciDeviceException NotMapped(int errno, ulong address, ulong length) => errno switch
    {
        Errno.ENOMEM => new(
            device,
            Map,
            errno,
            $"The process may lock only {LimitOfLockedMemory()} of memory ('ulimit -l'), and what a device reaches is locked: " +
            $"{length:#,0} bytes more are too many.",
            RaiseLimit),
        Errno.ENOSPC => new(
            device,
            Map,
            errno,
            "The device has as many DMA buffers as the kernel allows it.",
            "allocate fewer and larger ones, or load the module with a higher limit:" +
            VfioRemedies.Lines(["sudo modprobe -r vfio_iommu_type1", "sudo modprobe vfio_iommu_type1 dma_entry_limit=1000000"])),
        Errno.EINVAL => new(
            device,
            Map,
            errno,
            $"The IOMMU does not take {length:#,0} bytes at 0x{address:X}: its addresses have fewer bits, or it reserves these.",
            LookAtLog),
        Errno.EEXIST => new(
            device, Map, errno, $"Something is mapped at 0x{address:X} already, which was not mapped here.", "close what else uses the container"),
        _ => new(device, Map, errno, $"{length:#,0} bytes at 0x{address:X} cannot be mapped.", LookAtLog),
    };

    /// <summary>Such as "8,388,608 bytes"; the soft limit is what counts (proc(5)).</summary>
    private string LimitOfLockedMemory()
    {
        const string Name = "Max locked memory";
        try
        {
            string line = File.ReadLines($"{host.Paths.Proc}/self/limits").First(static line => line.StartsWith(Name, StringComparison.Ordinal));
            string soft = line[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
            return ulong.TryParse(soft, out ulong bytes) ? $"{bytes:#,0} bytes" : soft;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return "a part";
        }
    }
}
