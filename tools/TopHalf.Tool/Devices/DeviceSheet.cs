namespace TopHalf.Tool;

/// <summary>Functions as a table, and one function in full.</summary>
internal sealed class DeviceSheet(Machine machine)
{
    private readonly Obstacles _obstacles = new(machine);

    public void Show(IReadOnlyList<PciFunction> functions)
    {
        var sheet = new Sheet("address", "id", "what it is", "driver", "group", "vectors", "to open it");
        foreach (PciFunction function in functions)
        {
            sheet.Add(
                function.Name, Id(function), PciClass.NameOf(function.Class), function.Driver ?? "none", Group(function), Vectors(function),
                _obstacles.First(function)?.Problem ?? "ready");
        }

        sheet.Show(machine.Screen);
    }

    public void Show(PciFunction function)
    {
        var sheet = new Sheet("address", function.Name);
        sheet.Add("id", Id(function));
        sheet.Add("what it is", PciClass.NameOf(function.Class));
        sheet.Add("driver", function.Driver ?? "none");
        sheet.Add("IOMMU group", Group(function));
        if (function.Group is int group)
        {
            string[] others = [.. machine.Host.Sysfs.DevicesOf(group).Where(name => name != function.Name)];
            sheet.Add("others of the group", others.Length == 0 ? "none" : string.Join(", ", others.Select(name => $"{name} ({machine.Host.Sysfs.Driver(name) ?? "no driver"})")));
        }

        sheet.Add("vectors", Vectors(function));
        sheet.Show(machine.Screen);
        machine.Screen.Writer.WriteLine(_obstacles.First(function)?.Message ?? $"{function.Name}: ready to be opened.");
    }

    private static string Id(PciFunction function) => $"{function.Vendor:x4}:{function.Device:x4}";

    private string Group(PciFunction function)
        => function.Group is not int group ? "none" : _obstacles.IsViable(group, function.Name) ? $"{group}" : $"{group}, not viable";

    private static string Vectors(PciFunction function) => function.Vectors?.ToString() ?? "for root to see";
}
