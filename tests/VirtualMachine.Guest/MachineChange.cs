namespace TopHalf.VirtualMachine.Guest;

/// <summary>Something of the guest that is made wrong for a case. Disposing it puts it right again, whatever the case did meanwhile.</summary>
internal sealed class MachineChange : IDisposable
{
    private readonly Action _undo;

    private MachineChange(Action undo) => _undo = undo;

    /// <summary>Takes a function from its driver; afterwards the driver of <paramref name="afterwards"/> has it.</summary>
    public static MachineChange Unbound(PciAddress device, string afterwards)
    {
        Unbind(device);
        return new MachineChange(() => Bind(device, afterwards));
    }

    /// <summary>Notes that a function belongs to a driver, and gives it back to that.</summary>
    public static MachineChange Restored(PciAddress device, string driver)
    {
        Check.Equal(driver, device.LinkName("driver"));
        return new MachineChange(() => Bind(device, driver));
    }

    /// <summary>Gives a function to another driver, and back.</summary>
    public static MachineChange BoundTo(PciAddress device, string driver)
    {
        MachineChange change = Restored(device, device.LinkName("driver"));
        Bind(device, driver);
        return change;
    }

    /// <summary>Takes a module out of the kernel, and puts it back if nobody did.</summary>
    /// <param name="module">As the kernel writes it, with underscores.</param>
    public static MachineChange WithoutModule(string module)
    {
        Run($"rmmod {module}");
        return new MachineChange(() => Run($"[ -e /sys/module/{module} ] || insert {module}"));
    }

    /// <summary>Takes a file of /dev away, as it is away in a container.</summary>
    public static MachineChange Hidden(string file)
    {
        File.Move(file, file + ".hidden");
        return new MachineChange(() => File.Move(file + ".hidden", file));
    }

    /// <summary>Changes the rights to a file.</summary>
    public static MachineChange Rights(string file, UnixFileMode mode)
    {
        UnixFileMode before = File.GetUnixFileMode(file);
        File.SetUnixFileMode(file, mode);
        return new MachineChange(() => File.SetUnixFileMode(file, before));
    }

    /// <summary>
    /// Does what an exception says that mends the machine: its lines are run as they stand, but that this user is root already
    /// and that the modules lie in a folder of their own.
    /// </summary>
    public static void Mend(PciDeviceException error, int lines = int.MaxValue)
    {
        string[] commands = [.. error.Remedy.Split('\n').Where(static line => line.StartsWith("    ", StringComparison.Ordinal)).Take(lines)];
        Check.That(commands.Length > 0, $"the remedy has commands: {error.Remedy}");
        Run($$"""
            sudo() { case $1 in modprobe) insert $2;; *) "$@";; esac; }
            {{string.Join('\n', commands)}}
            """);
    }

    public void Dispose() => _undo();

    // Files of modules have underscores or hyphens; the kernel and modprobe take either.
    private const string Insert = "insert() { f=/modules/$1.ko; [ -e $f ] || f=/modules/$(echo $1 | tr _ -).ko; insmod $f; }";

    private static void Bind(PciAddress device, string driver)
    {
        if (new FileInfo($"{device.Folder}/driver").LinkTarget is null || device.LinkName("driver") != driver)
        {
            Unbind(device);
            File.WriteAllText($"{device.Folder}/driver_override", driver + "\n");
            File.WriteAllText("/sys/bus/pci/drivers_probe", device.Text);
        }

        Check.Equal(driver, device.LinkName("driver"));
    }

    private static void Unbind(PciAddress device)
    {
        if (File.Exists($"{device.Folder}/driver/unbind"))
        {
            File.WriteAllText($"{device.Folder}/driver/unbind", device.Text);
        }
    }

    private static void Run(string commands)
    {
        ProgramResult result = GuestProgram.Shell($"set -e\n{Insert}\n{commands}");
        Check.That(result.ExitCode == 0, $"{commands} ended with 0: it ended with {result.ExitCode}, {result.Error}");
    }
}
