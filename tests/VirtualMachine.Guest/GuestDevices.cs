namespace TopHalf.VirtualMachine.Guest;

/// <summary>The devices of the machine (eng/vm/boot). All but the sibling are bound to vfio-pci by /init.</summary>
/// <param name="Edu">QEMU's educational device: MSI, one vector, registers that interrupt on demand.</param>
/// <param name="Nvme">QEMU's NVMe controller: MSI-X, 65 vectors, a function-level reset.</param>
/// <param name="Pair">An edu that shares its IOMMU group with <paramref name="Sibling"/>.</param>
/// <param name="Sibling">A serial port that the kernel's own driver has.</param>
/// <param name="Resettable">An edu behind a port, so that it can be reset, and taken off the bus.</param>
/// <param name="Port">That port.</param>
/// <param name="Network">QEMU's e1000e, an 82574L whose other end answers ARP for 10.0.2.2.</param>
/// <param name="Doorbells">QEMU's ivshmem-doorbell, whose other end is the host; null where the machine was booted without a server for it.</param>
public sealed record GuestDevices(
    PciAddress Edu, PciAddress Nvme, PciAddress Pair, PciAddress Sibling, PciAddress Resettable, PciAddress Port, PciAddress Network, PciAddress? Doorbells)
{
    /// <summary>From the variables that eng/vm/boot puts on the kernel's command line, which hands them to /init.</summary>
    /// <exception cref="InvalidOperationException">One is missing.</exception>
    public static GuestDevices FromEnvironment() => new(
        Named("TOPHALF_DEVICE"),
        Named("TOPHALF_MSIX_DEVICE"),
        Named("TOPHALF_PAIR_DEVICE"),
        Named("TOPHALF_PAIR_SIBLING"),
        Named("TOPHALF_RESET_DEVICE"),
        Named("TOPHALF_RESET_PORT"),
        Named("TOPHALF_NETWORK_DEVICE"),
        Environment.GetEnvironmentVariable("TOPHALF_DOORBELL_DEVICE") is { } doorbells ? new PciAddress(doorbells) : null);

    private static PciAddress Named(string variable) => new(
        Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} is not set: eng/vm/boot names the devices on the kernel's command line"));
}
