using Spectre.Console;

namespace TopHalf.Tool;

/// <summary>Where results go: a terminal, which gets frames and colours, or a file or pipe, which gets plain text.</summary>
internal sealed class Screen
{
    private Screen(TextWriter writer, IAnsiConsole? terminal)
    {
        Writer = writer;
        Terminal = terminal;
    }

    /// <summary>For plain lines, on either.</summary>
    public TextWriter Writer { get; }

    /// <summary>The terminal; null where there is none.</summary>
    public IAnsiConsole? Terminal { get; }

    /// <summary>The standard output of this process.</summary>
    public static Screen OfThisProcess()
        => Console.IsOutputRedirected ? Plain(Console.Out) : new Screen(Console.Out, AnsiConsole.Console);

    /// <summary>Text without any escape sequence.</summary>
    public static Screen Plain(TextWriter writer) => new(writer, null);

    /// <summary>A terminal that writes to <paramref name="writer"/>.</summary>
    public static Screen OfTerminal(TextWriter writer, int width)
    {
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(writer),
        });
        terminal.Profile.Width = width;
        return new Screen(writer, terminal);
    }
}
