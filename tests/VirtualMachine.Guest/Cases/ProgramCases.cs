namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>Other programs of the image, each run as a process of its own: above all the samples, as a user runs them.</summary>
internal static class ProgramCases
{
    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("A_program_runs_as_a_process", RefusedCommandLineIsReported),
        new("Edu_sample_drives_the_device", EduSampleDrivesTheDevice) { Timeout = TimeSpan.FromSeconds(120) },
        new("Nvme_sample_reads_the_disk_at_every_depth", NvmeSampleReadsTheDisk) { Timeout = TimeSpan.FromMinutes(3) },
    ];

    // This very program, with a command line that it must refuse: it shows that the image can start a second process, that
    // its exit code comes back, and that its error output does.
    private static void RefusedCommandLineIsReported(GuestContext guest)
    {
        ProgramResult result = GuestProgram.RunSelf(TimeSpan.FromSeconds(45));
        Check.Equal(2, result.ExitCode);
        Check.That(result.Error.StartsWith("usage: ", StringComparison.Ordinal));
    }

    // The disk has the content that the host gave it, and the host says what its hash is.
    private static void NvmeSampleReadsTheDisk(GuestContext guest)
    {
        string hash = Environment.GetEnvironmentVariable("TOPHALF_DISK_SHA256")
            ?? throw new InvalidOperationException("TOPHALF_DISK_SHA256 is not set: the host's fixture makes the disk");
        ProgramResult result = GuestProgram.Run("Nvme", TimeSpan.FromSeconds(170), guest.MsixDevice.Text);
        guest.Note(result.Output.Trim());
        Check.Equal(("", 0), (result.Error, result.ExitCode));
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Check.That(lines[0].Contains("model 'QEMU NVMe Ctrl', serial 'tophalf'", StringComparison.Ordinal));
        Check.That(lines[2].StartsWith($"sha256 {hash} of 8,192 blocks", StringComparison.Ordinal));

        // Behind the head of the table a line for each depth, and one for large pieces over four queues: all had that hash, or the
        // exit code were not 0.
        Check.Equal("1 2 4 8 16 32 131,072", string.Join(' ', lines[4..].Select(static line => line.TrimStart().Split(' ')[0])));
        Check.Equal("1.000", lines[4].Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]);
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
