using System.Globalization;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>Other programs of the image, above all the samples, each at least once as a process of its own, as a user runs them.</summary>
internal static class ProgramCases
{
    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("A_program_runs_as_a_process", RefusedCommandLineIsReported),
        new("Edu_sample_drives_the_device", EduSampleDrivesTheDevice) { Timeout = TimeSpan.FromSeconds(120) },
        new("Edu_sample_drives_the_device_by_its_line", EduSampleByTheLine) { Timeout = TimeSpan.FromSeconds(120) },
        new("Edu_sample_moves_memory_both_ways_by_message", static guest => EduSampleMovesMemory(guest)) { Timeout = TimeSpan.FromSeconds(120) },
        new("Edu_sample_moves_memory_both_ways_by_the_line", static guest => EduSampleMovesMemory(guest, "--intx")) { Timeout = TimeSpan.FromSeconds(120) },
        new("E1000e_sample_raises_its_vectors_and_gets_an_answer", static guest => E1000eSampleGetsAnAnswer(guest)) { Timeout = TimeSpan.FromSeconds(120) },
        new("E1000e_sample_with_a_native_top_half", static guest => E1000eSampleGetsAnAnswer(guest, "--native")) { Timeout = TimeSpan.FromSeconds(120) },
        new("E1000e_sample_says_that_nobody_answers", E1000eSampleGetsNoAnswer) { Timeout = TimeSpan.FromSeconds(120) },
        new("Ivshmem_sample_has_its_doorbells_rung_by_the_host", IvshmemSampleIsRung) { Timeout = TimeSpan.FromSeconds(120) },
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

    // QEMU's user network answers for its gateway, whose MAC address it makes of the IP address. Frames of its own may come too.
    private static void E1000eSampleGetsAnAnswer(GuestContext guest, params string[] more)
    {
        Check.Equal("vfio-pci", guest.Devices.Network.LinkName("driver"));
        ProgramResult result = GuestProgram.RunHere("E1000e", [guest.Devices.Network.Text, "--rounds", "50", .. more]);
        guest.Note(result.Output.Trim());
        Check.Equal(("", 0), (result.Error, result.ExitCode));
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Check.Equal($"{guest.Devices.Network}: MAC address 52:54:00:82:57:4c", lines[0]);

        // QEMU puts off a message that comes within 128 µs of the last one (EITR), and the one of Debian 12 repeats messages after that: more
        // may be handled than were raised. The third vector's handler sees in ICR what there is, so that repeated ones are spurious.
        Check.That(CountOf(lines[1], "vector 0: 50 raised through ICS, ") >= 50, lines[1]);
        Check.That(CountOf(lines[2], "vector 1: 50 raised through ICS, ") >= 50, lines[2]);
        Check.Equal("vector 2: 50 raised through ICS, 50 handled", lines[3]);
        Check.Equal("sent     42 bytes: 52:54:00:82:57:4c to ff:ff:ff:ff:ff:ff: who has 10.0.2.2? Tell 10.0.2.15", lines[4]);
        Check.That(lines[5].EndsWith(" bytes: 52:55:0a:00:02:02 to 52:54:00:82:57:4c: 10.0.2.2 is at 52:55:0a:00:02:02", StringComparison.Ordinal), lines[5]);
    }

    private static void IvshmemSampleIsRung(GuestContext guest)
    {
        ProgramResult result = GuestProgram.RunHere("Ivshmem", DoorbellCases.Address(guest).Text, "--rings", "500", "--seconds", "100");
        guest.Note(result.Output.Trim());
        Check.Equal(("", 0), (result.Error, result.ExitCode));
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Check.Equal($"{DoorbellCases.Address(guest)}: we are 1, the peer is 0", lines[0]);
        Check.Equal(4, lines.Count(static line => line.Contains(": rung 500 times, 500 numbers seen in ", StringComparison.Ordinal)));
    }

    private static int CountOf(string line, string before)
    {
        Check.That(line.StartsWith(before, StringComparison.Ordinal), line);
        return int.Parse(line[before.Length..].Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static void E1000eSampleGetsNoAnswer(GuestContext guest)
    {
        ProgramResult result = GuestProgram.Run("E1000e", TimeSpan.FromSeconds(100), guest.Devices.Network.Text, "--ask", "10.0.2.99", "--seconds", "2", "--rounds", "1");
        guest.Note(result.Error.Trim());
        Check.Equal(1, result.ExitCode);
        Check.That(result.Error.StartsWith("Nobody has answered for 10.0.2.99 in 2 s; ", StringComparison.Ordinal), result.Error);
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
        ProgramResult result = GuestProgram.RunHere("Edu", "--device", guest.Device.Text, "--intx", "--count", "1000", "--quiet");
        guest.Note(result.Output.Trim());
        Check.Equal(("", 0), (result.Error, result.ExitCode));
        Check.That(result.Output.Contains("1000 factorials, 0 wrong", StringComparison.Ordinal));
        Check.That(result.Output.Contains("1000 signals, 1000 handled, 0 coalesced, 0 spurious", StringComparison.Ordinal));
    }

    // A factorial and twenty transfers; the device takes a tenth of a second for each of them.
    private static void EduSampleMovesMemory(GuestContext guest, params string[] more)
    {
        ProgramResult result = GuestProgram.RunHere("Edu", ["--device", guest.Device.Text, "--count", "1", "--dma", "10", .. more]);
        guest.Note(result.Output.Trim());
        Check.Equal(("", 0), (result.Error, result.ExitCode));
        Check.Equal(10, result.Output.Split(", status 0x00000100: ").Length - 1);
        Check.That(result.Output.Contains("10 transfers each way, 10023 bytes, 0 came back wrong", StringComparison.Ordinal));
        Check.That(result.Output.Contains("21 signals, 21 handled, 0 coalesced, 0 spurious", StringComparison.Ordinal));
    }
}
