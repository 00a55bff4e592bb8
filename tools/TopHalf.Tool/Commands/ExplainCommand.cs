using System.CommandLine;

namespace TopHalf.Tool;

/// <summary><c>tophalf explain Driver.dll</c>: what the drivers of an assembly declare.</summary>
internal static class ExplainCommand
{
    public static Command Create(Machine machine)
    {
        var assembly = new Argument<string>("assembly") { Description = "The .dll that holds the driver, in the folder that it was built to." };
        var mermaid = new Option<bool>("--mermaid") { Description = "Write a Mermaid flowchart in place of tables." };
        var command = new Command("explain", "Shows which vectors a driver has, what is done to the card for each, and which handler runs.")
        {
            assembly, mermaid,
        };
        command.SetAction(parsed => Run(parsed.GetValue(assembly)!, parsed.GetValue(mermaid), machine.Screen));
        return command;
    }

    private static int Run(string assembly, bool mermaid, Screen screen)
    {
        IReadOnlyList<DriverManifest> drivers = DriverManifests.Load(assembly);
        if (mermaid)
        {
            screen.Writer.Write(MermaidChart.Of(drivers));
            return ToolCommandLine.Done;
        }

        for (int i = 0; i < drivers.Count; i++)
        {
            if (i > 0)
            {
                screen.Writer.WriteLine();
            }

            ManifestSheet.Show(drivers[i], screen);
        }

        return ToolCommandLine.Done;
    }
}
