namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>Other programs of the image, each run as a process of its own: above all the samples, as a user runs them.</summary>
internal static class ProgramCases
{
    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("A_program_runs_as_a_process", RefusedCommandLineIsReported),
        new("Edu_sample_drives_the_device", EduSampleDrivesTheDevice) { Timeout = TimeSpan.FromSeconds(120) },
        new("Edu_sample_drives_the_device_by_its_line", EduSampleByTheLine) { Timeout = TimeSpan.FromSeconds(120) },
        new("Edu_sample_moves_memory_both_ways_by_message", static guest => EduSampleMovesMemory(guest)) { Timeout = TimeSpan.FromSeconds(120) },
        new("Edu_sample_moves_memory_both_ways_by_the_line", static guest => EduSampleMovesMemory(guest, "--intx")) { Timeout = TimeSpan.FromSeconds(120) },
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

    private static void EduSampleByTheLine(GuestContext guest)
    {
        ProgramResult result = GuestProgram.Run(
            "Edu", TimeSpan.FromSeconds(100), "--device", guest.Device.Text, "--intx", "--count", "1000", "--quiet");
        guest.Note(result.Output.Trim());
        Check.Equal(("", 0), (result.Error, result.ExitCode));
        Check.That(result.Output.Contains("1000 factorials, 0 wrong", StringComparison.Ordinal));
        Check.That(result.Output.Contains("1000 signals, 1000 handled, 0 coalesced, 0 spurious", StringComparison.Ordinal));
    }

    // A factorial and twenty transfers; the device takes a tenth of a second for each of them.
    private static void EduSampleMovesMemory(GuestContext guest, params string[] more)
    {
        ProgramResult result = GuestProgram.Run(
            "Edu", TimeSpan.FromSeconds(100), ["--device", guest.Device.Text, "--count", "1", "--dma", "10", .. more]);
        guest.Note(result.Output.Trim());
        Check.Equal(("", 0), (result.Error, result.ExitCode));
        Check.Equal(10, result.Output.Split(", status 0x00000100: ").Length - 1);
        Check.That(result.Output.Contains("10 transfers each way, 10023 bytes, 0 came back wrong", StringComparison.Ordinal));
        Check.That(result.Output.Contains("21 signals, 21 handled, 0 coalesced, 0 spurious", StringComparison.Ordinal));
    }
}
