using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The manifest: everything that was declared, one step on a line.</summary>
internal static class ManifestField
{
    public static void Write(IndentedWriter writer, DriverModel driver)
    {
        writer.Line($"internal static readonly {Types.DriverManifest} {DispatcherClass.Declared} = new(");
        using (writer.Indent())
        {
            writer.Line($"driver: {Literals.Text(Identifiers.DisplayName(driver))},");
            writer.Line($"vendorId: {Literals.Id(driver.VendorId)},");
            writer.Line($"deviceId: {Literals.Id(driver.DeviceId)},");
            writer.Line("handlers:");
            using (writer.Indent("[", "],"))
            {
                foreach (HandlerModel handler in driver.Handlers)
                {
                    WriteHandler(writer, handler);
                }
            }

            string? flag = driver.IsLine ? "isLine" : driver.SharesVectors ? "sharesVectors" : null;
            WriteSteps(writer, "release", driver.Release, flag is null ? ");" : ",");
            if (flag is not null)
            {
                writer.Line($"{flag}: true);");
            }
        }
    }

    private static void WriteHandler(IndentedWriter writer, HandlerModel handler)
    {
        using (writer.Indent("new("))
        {
            writer.Line($"name: {Literals.Text(handler.Name)},");
            writer.Line($"vectors: [{string.Join(", ", handler.Vectors.Select(Range))}],");
            WriteSteps(writer, "program", handler.Program, handler.Start.Count == 0 ? ")," : ",");
            if (handler.Start.Count > 0)
            {
                WriteSteps(writer, "start", handler.Start, "),");
            }
        }
    }

    private static string Range(VectorRangeModel range)
    {
        string thread = range.Thread.Length == 0 ? "" : $", Thread: {Literals.Text(range.Thread)}";
        string count = range.Count == 1 ? "" : $", Count: {Literals.Number(range.Count)}";
        string user = range.UserVector == VectorRangeModel.Assigned ? "" : $", UserVector: {Literals.Number(range.UserVector)}";
        return $"new(First: {Literals.Number(range.First)}{count}{thread}{user})";
    }

    private static void WriteSteps(IndentedWriter writer, string argument, EquatableArray<StepModel> steps, string end)
    {
        if (steps.Count == 0)
        {
            writer.Line($"{argument}: []{end}");
            return;
        }

        writer.Line($"{argument}:");
        using (writer.Indent("[", "]" + end))
        {
            foreach (StepModel step in steps)
            {
                writer.Line(StepText.Of(step) + ",");
            }
        }
    }
}
