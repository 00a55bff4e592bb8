using System.Buffers.Binary;

namespace TopHalf.Tool.Tests;

/// <summary>A machine in a temporary folder: its sysfs, and a kernel that does what is written there.</summary>
internal sealed class FakeMachine : IMachineFiles, IDisposable
{
    public const string Edu = "0000:00:05.0";

    private readonly string _root = Directory.CreateTempSubdirectory("tophalf-tool-").FullName;
    private readonly VfioPaths _paths;
    private readonly Dictionary<string, string> _ownDrivers = [];

    public FakeMachine(bool vfioIsLoaded = true)
    {
        _paths = new VfioPaths($"{_root}/sys", $"{_root}/dev", $"{_root}/proc");
        Directory.CreateDirectory(_paths.PciDevice(""));
        Directory.CreateDirectory(_paths.PciDrivers);
        Directory.CreateDirectory($"{_paths.Dev}/vfio");
        Directory.CreateDirectory(_paths.Proc);
        File.WriteAllText(_paths.Container, "");
        if (vfioIsLoaded)
        {
            Directory.CreateDirectory($"{_paths.PciDrivers}/vfio-pci");
        }
    }

    public StringWriter Output { get; } = new();

    public StringWriter Errors { get; } = new();

    /// <summary>What was written to the kernel: the path below the root, and the value.</summary>
    public List<string> Writes { get; } = [];

    /// <summary>What the kernel answers for a file whose path ends so.</summary>
    public Dictionary<string, int> Refusals { get; } = [];

    /// <summary>Whether vfio-pci takes what it is given.</summary>
    public bool VfioTakesDevices { get; set; } = true;

    /// <summary>Runs the tool on this machine.</summary>
    public int Run(params string[] arguments) => Run(Screen.Plain(Output), arguments);

    /// <inheritdoc cref="Run(string[])"/>
    public int Run(Screen screen, params string[] arguments)
        => ToolCommandLine.Run(arguments, new Machine(new VfioHost(new LinuxVfioKernel(), _paths), this, screen, Errors));

    public void Add(string name, int? group = 3, string? driver = null, uint classCode = 0x00FF00, byte headerType = 0, byte[]? config = null)
    {
        string folder = _paths.PciDevice(name);
        Directory.CreateDirectory(folder);
        File.WriteAllText($"{folder}/vendor", "0x1234\n");
        File.WriteAllText($"{folder}/device", "0x11e8\n");
        File.WriteAllText($"{folder}/class", $"0x{classCode:x6}\n");
        File.WriteAllText($"{folder}/driver_override", "(null)\n");
        config ??= Config(msi: 0, msix: null);
        config[0x0E] = headerType;
        File.WriteAllBytes($"{folder}/config", config);
        if (group is int number)
        {
            Directory.CreateDirectory(_paths.GroupDevices(number));
            Directory.CreateSymbolicLink($"{folder}/iommu_group", $"../../../../kernel/iommu_groups/{number}");
            Directory.CreateSymbolicLink($"{_paths.GroupDevices(number)}/{name}", folder);
        }

        if (driver is not null)
        {
            _ownDrivers[name] = PciSysfs.IsVfioDriver(driver) ? "edu" : driver;
            Attach(name, driver);
        }
    }

    /// <summary>A configuration space with capabilities.</summary>
    /// <param name="msi">The logarithm of the messages; null for none.</param>
    /// <param name="msix">The entries of the table; null for none.</param>
    public static byte[] Config(int? msi, int? msix)
    {
        byte[] config = new byte[256];
        byte next = 0;
        if (msix is int entries)
        {
            config[0x70] = 0x11;
            BinaryPrimitives.WriteUInt16LittleEndian(config.AsSpan(0x72), (ushort)(entries - 1));
            next = 0x70;
        }

        if (msi is int logarithm)
        {
            (config[0x50], config[0x51]) = (0x05, next);
            config[0x52] = (byte)(0x80 | (logarithm << 1)); // 64-bit addresses too, which do not count
            next = 0x50;
        }

        config[0x06] = next == 0 ? (byte)0 : (byte)0x10;
        config[0x34] = next;
        return config;
    }

    public string? Driver(string name) => new PciSysfs(_paths).Driver(name);

    public string Override(string name) => File.ReadAllText($"{_paths.PciDevice(name)}/driver_override").Trim();

    /// <summary>Adds a disk or a network of a function.</summary>
    /// <param name="name">The function.</param>
    /// <param name="member">As in /sys/class: <c>net/eth0</c>.</param>
    public void AddClass(string name, string member)
    {
        string own = $"{_paths.Sys}/devices/pci0000:00/{name}/{member}";
        Directory.CreateDirectory(own);
        Directory.CreateDirectory(Path.GetDirectoryName($"{_paths.Sys}/class/{member}")!);
        Directory.CreateSymbolicLink($"{_paths.Sys}/class/{member}", $"../../devices/pci0000:00/{name}/{member}");
    }

    /// <summary>Writes a file of the fake /proc, or below class/ one of its /sys.</summary>
    public void WriteFile(string file, string text)
    {
        string path = file.StartsWith("class/", StringComparison.Ordinal) ? $"{_paths.Sys}/{file}" : $"{_paths.Proc}/{file}";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text + "\n");
    }

    /// <summary>Lets a process have the file of a group open.</summary>
    public void Open(int group, int process, string program)
    {
        Directory.CreateDirectory($"{_paths.Proc}/{process}/fd");
        File.WriteAllText($"{_paths.Proc}/{process}/comm", program + "\n");
        File.CreateSymbolicLink($"{_paths.Proc}/{process}/fd/7", _paths.Group(group));
    }

    int IMachineFiles.MayUse(string path) => Refused(path) ?? (File.Exists(path) ? 0 : -Errno.ENOENT);

    int IMachineFiles.Write(string path, string value)
    {
        Writes.Add($"{value.Trim()} > {Path.GetRelativePath($"{_paths.Sys}/bus/pci", path)}");
        if (Refused(path) is int refusal)
        {
            return refusal;
        }

        if (path == _paths.DriversProbe)
        {
            Probe(value);
        }
        else if (path.EndsWith("/driver/unbind", StringComparison.Ordinal))
        {
            Directory.Delete(Path.GetDirectoryName(path)!); // the link
        }
        else
        {
            File.WriteAllText(path, value == "\n" ? "(null)\n" : value + "\n");
        }

        return 0;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private int? Refused(string path)
        => Refusals.Where(refusal => path.EndsWith(refusal.Key, StringComparison.Ordinal)).Select(static refusal => (int?)-refusal.Value).FirstOrDefault();

    private void Probe(string name)
    {
        string? driver = Override(name) == "(null)" ? _ownDrivers.GetValueOrDefault(name) : Override(name);
        if (driver is not null && Driver(name) is null && (driver != "vfio-pci" || VfioTakesDevices))
        {
            Attach(name, driver);
        }
    }

    private void Attach(string name, string driver)
    {
        Directory.CreateDirectory($"{_paths.PciDrivers}/{driver}");
        Directory.CreateSymbolicLink($"{_paths.PciDevice(name)}/driver", $"../../drivers/{driver}");
        if (PciSysfs.IsVfioDriver(driver) && new PciSysfs(_paths).IommuGroup(name) is int group)
        {
            File.WriteAllText(_paths.Group(group), "");
        }
    }
}
