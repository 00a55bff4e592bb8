namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>A machine in a temporary folder: its sysfs, its device files, and a kernel that answers for them.</summary>
internal sealed class FakeMachine : IDisposable
{
    public const string Edu = "0000:00:05.0";
    public const string Sibling = "0000:00:05.1";
    public const int Group = 26;

    private readonly string _root = Directory.CreateTempSubdirectory("tophalf-vfio-").FullName;

    public FakeMachine()
    {
        Paths = new VfioPaths($"{_root}/sys", $"{_root}/dev", $"{_root}/proc");
        Kernel = new FakeVfioKernel(Paths);
        Host = new VfioHost(Kernel, Paths);
        Directory.CreateDirectory($"{Paths.PciDrivers}/vfio-pci");
        Directory.CreateDirectory($"{Paths.Dev}/vfio");
        Directory.CreateDirectory(Paths.Proc);
        File.WriteAllText(Paths.Container, "");
    }

    public VfioPaths Paths { get; }

    public FakeVfioKernel Kernel { get; }

    public VfioHost Host { get; }

    /// <summary>A machine with one function that is ready to be opened.</summary>
    public static FakeMachine WithDevice(FakeVfioDevice? device = null)
    {
        var machine = new FakeMachine();
        machine.AddFunction(Edu, Group, "vfio-pci");
        machine.Kernel.Devices[Edu] = device ?? new FakeVfioDevice();
        return machine;
    }

    public void AddFunction(string name, int? group, string? driver)
    {
        Directory.CreateDirectory(Paths.PciDevice(name));
        if (group is int number)
        {
            Directory.CreateDirectory(Paths.GroupDevices(number));
            Directory.CreateSymbolicLink($"{Paths.PciDevice(name)}/iommu_group", $"../../../../kernel/iommu_groups/{number}");
            Directory.CreateSymbolicLink($"{Paths.GroupDevices(number)}/{name}", Paths.PciDevice(name));
            File.WriteAllText(Paths.Group(number), "");
        }

        if (driver is not null)
        {
            Directory.CreateDirectory($"{Paths.PciDrivers}/{driver}");
            Directory.CreateSymbolicLink($"{Paths.PciDevice(name)}/driver", $"../../drivers/{driver}");
        }
    }

    public VfioDevice Open(string address = Edu) => VfioDevice.Open(address, Host);

    public PciDeviceException OpenFails(string address = Edu)
    {
        PciDeviceException error = Assert.Throws<PciDeviceException>(() => Open(address));
        Assert.Equal(address, error.Device);
        Assert.Contains(error.Remedy, error.Message, StringComparison.Ordinal);
        Kernel.AssertNothingIsOpen();
        return error;
    }

    public void Dispose()
    {
        Kernel.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
