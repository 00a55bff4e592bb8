using System.Diagnostics;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>The command-line tool, as a process, on a machine that has what it is about: IOMMU groups, vfio-pci, cards.</summary>
internal static class ToolCases
{
    private const string Tool = "TopHalf.Tool";

    // A process takes a second to start here, and ten where the machine has much else to do.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Tool_lists_devices_with_what_is_in_the_way", Devices) { Timeout = Long },
        new("Tool_binds_and_unbinds", BindAndUnbind) { Timeout = Long },
        new("Tool_does_not_take_a_device_from_a_program", InUse) { Timeout = Long },
        new("Tool_measures_the_loopback_trigger", guest => Latency(guest, "--device", guest.MsixDevice.Text)) { Timeout = Long },
        new("Tool_measures_a_card_that_interrupts_by_itself", guest
            => Latency(guest, "--device", guest.Device.Text, "--raise", "bar0+0x60=1", "--ack", "bar0+0x64=1", "--cpu", "1", "--priority", "80"))
        {
            Timeout = Long,
        },
        new("Tool_measures_another_process", guest => Latency(guest, "--process")) { Timeout = Long },
        new("Tool_tells_a_card_that_stays_silent", Silent) { Timeout = Long },
        new("Tool_ends_on_Ctrl_C_and_leaves_the_card", Interrupted) { Timeout = Long },
        new("Tool_refuses_what_is_not_there", NotThere) { Timeout = Long },
    ];

    private static void Devices(GuestContext guest)
    {
        string[] lines = Run(guest, 0, "devices").Split('\n');
        string Line(PciAddress device) => lines.Single(line => line.StartsWith(device.Text, StringComparison.Ordinal));
        foreach ((PciAddress device, string[] words) in (IEnumerable<(PciAddress, string[])>)
        [
            (guest.Device, ["1234:11e8", "vfio-pci", "MSI 1", "ready"]),
            (guest.MsixDevice, ["1b36:0010", "NVMe controller", "vfio-pci", "MSI-X 65", "ready"]),
            (guest.Devices.Pair, ["vfio-pci", ", not viable", "MSI 1", "the kernel still drives another device of it"]),
            (guest.Devices.Sibling, ["serial port", " serial ", "the kernel driver serial has it now."]),
            (guest.Devices.Port, ["PCI bridge", "pcieport", "It is a bridge"]),
        ])
        {
            foreach (string word in words)
            {
                Check.That(Line(device).Contains(word, StringComparison.Ordinal), $"'{Line(device)}' says '{word}'");
            }
        }

        Says(Run(guest, 0, "devices", guest.Devices.Pair.Text), $"{guest.Devices.Sibling} (serial)", $"echo {guest.Devices.Sibling} | sudo tee");
    }

    private static void BindAndUnbind(GuestContext guest)
    {
        (PciAddress edu, PciAddress serial) = (guest.Devices.Pair, guest.Devices.Sibling);
        using MachineChange change = MachineChange.Restored(serial, "serial");
        Says(Run(guest, 0, "bind", serial.Text), $"{serial} is bound to vfio-pci; before, the driver serial had it.");
        Check.Equal("vfio-pci", serial.LinkName("driver"));
        WrongMachineCases.Works(edu);
        Says(Run(guest, 0, "unbind", serial.Text), $"{serial} is no longer bound to vfio-pci; the kernel driver serial has it now.");
        Check.Equal("serial", serial.LinkName("driver"));
        Check.Equal("(null)", File.ReadAllText($"{serial.Folder}/driver_override").Trim());

        // The kernel has no driver for an edu.
        using MachineChange own = MachineChange.BoundTo(guest.Device, "vfio-pci");
        Says(Run(guest, 0, "unbind", guest.Device.Text), "no kernel driver has it now.");
        Says(Run(guest, 0, "bind", guest.Device.Text), "before, no driver had it.");
        WrongMachineCases.Works(guest.Device);
    }

    private static void InUse(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        string sentence = $"(dotnet, process {Environment.ProcessId})";
        Says(Run(guest, 1, "unbind", guest.Device.Text), "EBUSY", sentence);
        Says(Run(guest, 1, "latency", "--device", guest.Device.Text), "EBUSY", sentence);
        Check.Equal("vfio-pci", guest.Device.LinkName("driver"));
    }

    private static void Latency(GuestContext guest, params string[] source)
    {
        (string csv, string svg) = ("/tmp/latency.csv", "/tmp/latency.svg");
        string output = Run(guest, 0, ["latency", .. source, "--count", "500", "--interval", "2ms", "--csv", csv, "--svg", svg]);
        string[] lines = output.Split('\n');
        Check.That(lines[1].StartsWith("samples  min us", StringComparison.Ordinal));
        Check.Equal("500", lines[2].Split(' ')[0]);
        Check.Equal(500L, File.ReadAllLines(csv).Skip(1).Sum(static line => long.Parse(line.Split(',')[2])));
        Check.That(File.ReadAllText(svg).StartsWith("<svg ", StringComparison.Ordinal));
        Check.Equal(0, Directory.GetFiles("/dev/shm", "tophalf-*").Length);
    }

    // The card's own register 0x20 raises nothing when it is written.
    private static void Silent(GuestContext guest)
        => Says(
            Run(guest, 1, "latency", "--device", guest.Device.Text, "--raise", "bar0+0x20=0", "--count", "3", "--warm-up", "0"),
            $"{guest.Device}: wait for interrupts failed. 3 of 3 raises brought none within 5 seconds.", "/proc/interrupts");

    private static void Interrupted(GuestContext guest)
    {
        using Process tool = GuestProgram.Start(Tool, "latency", "--device", guest.Device.Text, "--count", "0");
        Check.That(tool.StandardOutput.ReadLine()!.StartsWith($"{guest.Device}, by the loopback trigger", StringComparison.Ordinal));
        Check.Equal(0, GuestProgram.Shell($"kill -INT {tool.Id}").ExitCode);
        string summary = tool.StandardOutput.ReadToEnd();
        tool.WaitForExit();
        guest.Note(summary);
        Check.Equal(0, tool.ExitCode);
        Says(summary, "samples", "not counted: 100 raises to warm up");
        WrongMachineCases.Works(guest.Device);
    }

    private static void NotThere(GuestContext guest)
    {
        Says(Run(guest, 1, "latency", "--device", "0000:00:1d.7"), "0000:00:1d.7: find the device failed: ENODEV (19).");
        Says(Run(guest, 2, "latency", "--device", guest.Device.Text, "--raise", "nonsense"), "'nonsense' is no register write.");
        Says(Run(guest, 1, "latency", "--device", guest.Device.Text, "--raise", "bar0+0x100000=1"), "BAR 0 has 1,048,576 bytes.");
    }

    /// <summary>Runs the tool to its end; what it wrote, complaints included.</summary>
    private static string Run(GuestContext guest, int code, params string[] arguments)
    {
        ProgramResult result = GuestProgram.Run(Tool, Patience, arguments);
        string all = result.Output + result.Error;
        guest.Note($"$ tophalf {string.Join(' ', arguments)}\n{all.TrimEnd()}");
        Check.Equal(code, result.ExitCode);
        return all;
    }

    private static void Says(string output, params string[] phrases) => WrongMachineCases.Says(output, phrases);
}
