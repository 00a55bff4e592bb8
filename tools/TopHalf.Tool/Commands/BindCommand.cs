using System.CommandLine;

namespace TopHalf.Tool;

/// <summary><c>tophalf bind</c> and <c>tophalf unbind</c>: functions to vfio-pci, and back to the kernel.</summary>
internal static class BindCommand
{
    public static Command Create(Machine machine)
    {
        var force = new Option<bool>("--force") { Description = "Also where the system uses them: a disk that is mounted, a network that is up." };
        Argument<PciAddress[]> addresses = Addresses();
        var command = new Command("bind", "Gives functions to vfio-pci, whatever driver has them now.") { addresses, force };
        command.SetAction(parsed => ForEach(parsed.GetValue(addresses)!, device => Bind(machine, device, parsed.GetValue(force))));
        return command;
    }

    public static Command CreateBack(Machine machine)
    {
        Argument<PciAddress[]> addresses = Addresses();
        var command = new Command("unbind", "Takes functions from vfio-pci, and lets the kernel choose a driver.") { addresses };
        command.SetAction(parsed => ForEach(
            parsed.GetValue(addresses)!, device => machine.Screen.Writer.WriteLine(new DriverChange(machine).FromVfio(device))));
        return command;
    }

    private static Argument<PciAddress[]> Addresses() => new("address")
    {
        Description = "Functions, such as 0000:00:05.0.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = AddressParser.Many,
    };

    private static int ForEach(PciAddress[] addresses, Action<string> change)
    {
        foreach (PciAddress address in addresses)
        {
            change(address.ToString());
        }

        return ToolCommandLine.Done;
    }

    private static void Bind(Machine machine, string device, bool force)
    {
        machine.Screen.Writer.WriteLine(new DriverChange(machine).ToVfio(device, force));

        // It is bound, but that may not be all.
        if (PciFunction.Read(machine.Host, device) is { } function && new Obstacles(machine).First(function) is { } obstacle)
        {
            machine.Screen.Writer.WriteLine($"Before it can be opened: {obstacle.Message}");
        }
    }
}
