using System.CommandLine;

namespace TopHalf.Tool;

/// <summary><c>tophalf bind</c> and <c>tophalf unbind</c>: functions to vfio-pci, and back to the kernel.</summary>
internal static class BindCommand
{
    public static Command Create(Machine machine)
        => Create(machine, "bind", "Gives functions to vfio-pci, whatever has them now. What depended on them (a disk, a network) goes away.", Bind);

    public static Command CreateBack(Machine machine)
        => Create(machine, "unbind", "Takes functions from vfio-pci, and lets the kernel choose a driver.", Unbind);

    private static Command Create(Machine machine, string name, string description, Action<Machine, string> change)
    {
        var addresses = new Argument<PciAddress[]>("address")
        {
            Description = "Functions, such as 0000:00:05.0.",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = AddressParser.Many,
        };
        var command = new Command(name, description) { addresses };
        command.SetAction(parsed =>
        {
            foreach (PciAddress address in parsed.GetValue(addresses)!)
            {
                change(machine, address.ToString());
            }

            return ToolCommandLine.Done;
        });
        return command;
    }

    private static void Bind(Machine machine, string device)
    {
        machine.Screen.Writer.WriteLine(new DriverChange(machine).ToVfio(device));

        // It is bound, but that may not be all.
        if (PciFunction.Read(machine.Host, device) is { } function && new Obstacles(machine).First(function) is { } obstacle)
        {
            machine.Screen.Writer.WriteLine($"Before it can be opened: {obstacle.Message}");
        }
    }

    private static void Unbind(Machine machine, string device)
        => machine.Screen.Writer.WriteLine(new DriverChange(machine).FromVfio(device));
}
