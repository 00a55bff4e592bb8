using System.CommandLine;

namespace TopHalf.Tool;

/// <summary>The command line: which commands there are, and what their endings mean to whoever started them.</summary>
internal static class ToolCommandLine
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>The machine refused; the message says what, and how to mend it.</summary>
    public const int Refused = 1;

    /// <summary>The input cannot be used. The parser's own code for that is 1, which would not be told from a refusal.</summary>
    public const int BadInput = 2;

    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, Machine machine)
    {
        ParseResult parsed = Root(machine).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            machine.Errors.WriteLine(Complaint(parsed));
            string command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
            machine.Errors.WriteLine($"'tophalf{command} --help' shows what can be written.");
            return BadInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = machine.Screen.Writer,
                Error = machine.Errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // the commands that take time end by themselves, with a summary
            });
        }
        catch (BadInputException e)
        {
            machine.Errors.WriteLine(e.Message);
            return BadInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            machine.Errors.WriteLine(e.Message);
            return Refused;
        }
    }

    // A misspelt command is also a missing one, and the parser says that first.
    private static string Complaint(ParseResult parsed)
        => parsed.UnmatchedTokens is [string token, ..] ? $"'{token}' is no command or option here." : parsed.Errors[0].Message;

    private static RootCommand Root(Machine machine)
    {
        var root = new RootCommand("Looks at PCI functions, hands them to vfio-pci, measures interrupt latency, watches and explains drivers.")
        {
            DevicesCommand.Create(machine),
            BindCommand.Create(machine),
            BindCommand.CreateBack(machine),
            LatencyCommand.Create(machine),
            TopCommand.Create(machine),
            ExplainCommand.Create(machine),
            EffectsCommand.Create(machine),
            RaiseCommand.Create(),
        };
        return root;
    }
}
