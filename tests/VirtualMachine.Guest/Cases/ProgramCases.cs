namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>That other programs of the image run as processes of their own. The sample of a driver joins this list.</summary>
internal static class ProgramCases
{
    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("A_program_runs_as_a_process", RefusedCommandLineIsReported),
    ];

    // This very program, with a command line that it must refuse: it shows that the image can start a second process, that
    // its exit code comes back, and that its error output does.
    private static void RefusedCommandLineIsReported(GuestContext guest)
    {
        ProgramResult result = GuestProgram.Run("TopHalf.VirtualMachine.Guest", TimeSpan.FromSeconds(45));
        Check.Equal(2, result.ExitCode);
        Check.That(result.Error.StartsWith("usage: ", StringComparison.Ordinal));
    }
}
