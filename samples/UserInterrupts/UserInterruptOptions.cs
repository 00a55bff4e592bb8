namespace TopHalf.Samples.UserInterrupts;

/// <summary>The command line.</summary>
/// <param name="Rounds">How often the ball goes there and back.</param>
/// <param name="Processes">Between two processes, and not two threads.</param>
/// <param name="WaitMode">How both wait.</param>
/// <param name="Count">How many factorials.</param>
/// <param name="Ping">The address of the other process; this one only answers.</param>
internal sealed record UserInterruptOptions(int Rounds, bool Processes, WaitMode WaitMode, int Count, string? Ping)
{
    public const string Usage = """
        Two threads interrupt each other, and then the Edu driver gets its interrupts the same way: by user interrupts where this machine has them, else
        by bits in memory.

          --rounds N     how often the ball goes there and back (10000)
          --processes    between two processes, and not two threads
          --wait MODE    how both wait: block, spin or adaptive (adaptive)
          --count N      how many factorials (100)
        """;

    /// <exception cref="FormatException">The arguments are not of the form that <see cref="Usage"/> shows.</exception>
    public static UserInterruptOptions Parse(string[] arguments)
    {
        var options = new UserInterruptOptions(10_000, false, WaitMode.Adaptive, 100, null);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--rounds" => options with { Rounds = Arguments.CountOf(arguments, ref i) },
                "--processes" => options with { Processes = true },
                "--wait" => options with { WaitMode = Mode(Arguments.ValueOf(arguments, ref i)) },
                "--count" => options with { Count = Arguments.CountOf(arguments, ref i) },
                "--answer" => options with { Ping = Arguments.ValueOf(arguments, ref i) },
                _ => throw new FormatException($"'{arguments[i]}' is not an option."),
            };
        }

        return options;
    }

    private static WaitMode Mode(string text) => text switch
    {
        "block" => WaitMode.Block,
        "spin" => WaitMode.Spin,
        "adaptive" => WaitMode.Adaptive,
        _ => throw new FormatException($"--wait is block, spin or adaptive, not '{text}'."),
    };
}
