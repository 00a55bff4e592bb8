using System.CommandLine;

namespace TopHalf.Tool;

/// <summary><c>tophalf devices</c>: the PCI functions, and what stands in the way of opening each.</summary>
internal static class DevicesCommand
{
    public static Command Create(Machine machine)
    {
        var addresses = new Argument<PciAddress[]>("address")
        {
            Description = "Functions to show in full, with the commands that mend what is in the way; without any, a table of all.",
            Arity = ArgumentArity.ZeroOrMore,
            CustomParser = AddressParser.Many,
        };
        var command = new Command("devices", "Lists PCI functions: driver, IOMMU group, interrupt vectors, what stands in the way of opening each.")
        {
            addresses,
        };
        command.SetAction(parsed => Run(parsed.GetValue(addresses) ?? [], machine));
        return command;
    }

    private static int Run(PciAddress[] addresses, Machine machine)
    {
        var sheet = new DeviceSheet(machine);
        if (addresses.Length == 0)
        {
            sheet.Show(PciFunction.All(machine.Host));
            return ToolCommandLine.Done;
        }

        foreach (PciAddress address in addresses)
        {
            string name = address.ToString();
            sheet.Show(PciFunction.Read(machine.Host, name) ?? throw DriverChange.Absent(machine.Host, name));
        }

        return ToolCommandLine.Done;
    }
}
