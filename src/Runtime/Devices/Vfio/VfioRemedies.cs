namespace TopHalf;

/// <summary>The commands that mend what is wrong, for the text of exceptions.</summary>
internal sealed class VfioRemedies(VfioPaths paths, PciSysfs sysfs)
{
    private const string Indent = "\n    ";

    /// <summary>How to hand a function to vfio-pci, or to another driver for programs, whatever has it now.</summary>
    public string Bind(string device, string driver = "vfio-pci")
    {
        List<string> commands = [];
        if (!sysfs.IsLoaded(driver))
        {
            commands.Add($"sudo modprobe {driver}");
        }

        if (sysfs.Driver(device) is not null)
        {
            commands.Add(Echo(device, $"{paths.PciDevice(device)}/driver/unbind"));
        }

        commands.Add(Echo(driver, $"{paths.PciDevice(device)}/driver_override"));
        commands.Add(Echo(device, paths.DriversProbe));
        return Lines(commands);
    }

    /// <summary>How to take the kernel's drivers from the other functions of a group.</summary>
    public string Unbind(IEnumerable<string> devices)
        => Lines(devices.Select(device => Echo(device, $"{paths.PciDevice(device)}/driver/unbind")));

    /// <summary>How to get the right to a file.</summary>
    public static string Own(string file)
        => Lines(
        [
            $"sudo chown \"$USER\" {file}",
            "or for good, a udev rule: SUBSYSTEM==\"vfio\", OWNER=\"<user>\"",
        ]);

    public static string Lines(IEnumerable<string> commands) => string.Concat(commands.Select(command => Indent + command));

    private static string Echo(string value, string file) => $"echo {value} | sudo tee {file}";
}
