using System.CommandLine;
using TopHalf.Effects;

namespace TopHalf.Tool;

/// <summary><c>tophalf effects Some.dll</c>: what the members of a compiled assembly do, as the analyzers read it.</summary>
internal static class EffectsCommand
{
    public static Command Create(Machine machine)
    {
        var assembly = new Argument<string>("assembly") { Description = "The .dll that handlers call, in a folder with what it needs." };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write, InterruptEffects.txt for one. Without it the lines are shown.", HelpName = "file" };
        var command = new Command("effects", "Computes what the members of an assembly do in a handler, for the InterruptEffects.txt of a project that uses it.")
        {
            assembly, output,
        };
        command.SetAction(parsed => Run(parsed.GetValue(assembly)!, parsed.GetValue(output), machine.Screen));
        return command;
    }

    private static int Run(string assembly, string? output, Screen screen)
    {
        if (!File.Exists(assembly))
        {
            throw new BadInputException($"{assembly}: there is no such file. Give the assembly that handlers call, such as bin/Release/net10.0/Vendor.Card.dll.");
        }

        string text;
        try
        {
            text = EffectsFile.Of(assembly);
        }
        catch (BadImageFormatException e)
        {
            throw new BadInputException($"{assembly} is no .NET assembly with instructions to read. Give the .dll that a build or a package has, not what was compiled ahead of time.", e);
        }

        if (output is null)
        {
            screen.Writer.Write(text);
        }
        else
        {
            OutputFile.Write("--output", output, text);
        }

        return ToolCommandLine.Done;
    }
}
