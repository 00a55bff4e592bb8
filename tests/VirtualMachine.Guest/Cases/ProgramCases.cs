namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>Other programs of the image, each run as a process of its own: above all the samples, as a user runs them.</summary>
internal static class ProgramCases
{
    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("A_program_runs_as_a_process", RefusedCommandLineIsReported),
        new("Edu_sample_drives_the_device", EduSampleDrivesTheDevice) { Timeout = TimeSpan.FromSeconds(120) },
    ];

    // This very program, with a command line that it must refuse: it shows that the image can start a second process, that
    // its exit code comes back, and that its error output does.
    private static void RefusedCommandLineIsReported(GuestContext guest)
    {
        ProgramResult result = GuestProgram.RunSelf(TimeSpan.FromSeconds(45));
        Check.Equal(2, result.ExitCode);
        Check.That(result.Error.StartsWith("usage: ", StringComparison.Ordinal));
    }

    private static void EduSampleDrivesTheDevice(GuestContext guest)
    {
        ProgramResult result = GuestProgram.Run(
            "Edu", TimeSpan.FromSeconds(100), "--device", guest.Device.Text, "--count", "10000", "--quiet");
        guest.Note(result.Output.Trim());
        Check.Equal("", result.Error);
        Check.Equal(0, result.ExitCode);
        Check.That(result.Output.Contains("10000 factorials, 0 wrong", StringComparison.Ordinal));
        Check.That(result.Output.Contains("10000 signals, 10000 handled, 0 coalesced, 0 spurious", StringComparison.Ordinal));
    }
}
