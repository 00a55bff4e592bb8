using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TopHalf.VirtualMachine.Tests.Doorbells;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>One life of the virtual machine, from power-on to power-off.</summary>
/// <param name="Results">What came out of it.</param>
/// <param name="Ending">Why results may be missing; null if it ended as it should.</param>
/// <param name="Console">The guest's console, a file; deleted again when every case passed.</param>
/// <param name="Elapsed">From the start of QEMU to its end.</param>
/// <param name="Native">The program that was compiled ahead of time, or why there was none.</param>
/// <param name="Crossgen">What gave the other programs machine code, or why nothing did.</param>
public sealed partial record GuestRun(
    GuestResults Results, string? Ending, string Console, TimeSpan Elapsed, NativeGuest Native, Crossgen Crossgen)
{
    // Each case has a limit of its own; this one is for a machine that hangs as a whole. All cases take ten minutes and more on one core, and
    // were not yet through after fifteen where two other builds had the cores too.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(25);

    private const int LongestShown = 40;

    /// <summary>The word that the names of cases must have to be run; null for all.</summary>
    public static string? Chosen => Environment.GetEnvironmentVariable("TOPHALF_CASES") is { Length: > 0 } word ? word : null;

    /// <summary>Builds the image, boots it and waits for the end.</summary>
    /// <param name="files">Where everything is; the cache is full.</param>
    public static async Task<GuestRun> BootAsync(VirtualMachineFiles files)
    {
        // Two test runs at a time share the folder but no file: the image appears whole or not at all.
        string run = $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}";
        string console = Path.Combine(files.OutputFolder, $"console-{run}.log");
        string resultsFile = Path.Combine(files.OutputFolder, $"results-{run}.txt");
        string image = Path.Combine(files.OutputFolder, "initramfs.cpio");
        string[] programs = VirtualMachineFiles.Programs;
        NativeGuest native = await NativeGuest.PublishAsync(files);
        Crossgen crossgen = await Crossgen.RestoreAsync(files);
        string precompiled = Path.Combine(files.OutputFolder, $"programs-{run}");
        try
        {
            for (int i = 0; crossgen.Program is not null && i < programs.Length; i++)
            {
                programs[i] = await crossgen.CompileAsync(programs[i], Path.Combine(precompiled, Path.GetFileNameWithoutExtension(programs[i])));
            }

            await using FileStream stream = File.Create($"{image}.{run}");
            new GuestImage(files.CacheRoot).Write(stream, VirtualMachineFiles.Init, programs, native.Program);
        }
        finally
        {
            if (Directory.Exists(precompiled))
            {
                Directory.Delete(precompiled, recursive: true);
            }
        }

        File.Move($"{image}.{run}", image, overwrite: true);

        using var doorbells = new DoorbellServer();
        string disk = Path.Combine(files.OutputFolder, $"disk-{run}.img");
        try
        {
            string arguments =
                $"TOPHALF_PROGRAM={Path.GetFileNameWithoutExtension(programs[0])} TOPHALF_LIFETIME={Deadline.TotalSeconds + 60} " +
                $"TOPHALF_DISK_SHA256={GuestDisk.Write(disk)}{(Chosen is { } word ? $" TOPHALF_CASES={word}" : "")}";
            long start = Stopwatch.GetTimestamp();
            HostProcess qemu = await HostProcess.RunAsync(
                "env",
                [$"TOPHALF_VM_DISK={disk}", $"TOPHALF_VM_DOORBELLS=@{doorbells.Name}", files.BootScript, image, arguments, "-serial", $"file:{console}", "-serial", $"file:{resultsFile}"],
                Deadline);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            GuestResults results = GuestResults.Parse(File.Exists(resultsFile) ? await File.ReadAllTextAsync(resultsFile) : "");
            GuestRun ended = new(results, EndingOf(qemu, results, doorbells.Failure), console, elapsed, native, crossgen);
            await File.WriteAllTextAsync(Path.Combine(files.OutputFolder, "last-run.txt"), ended.Summary);
            return ended;
        }
        finally
        {
            File.Delete(disk);
            File.Delete(resultsFile);
        }
    }

    /// <summary>A line for every case with what it noted, and what took longest, for those who do not read test reports (file last-run.txt).</summary>
    public string Summary => string.Concat(
        Results.Cases.Select(pair => $"{(pair.Value.Passed ? "passed" : "FAILED")}  {pair.Key}: {pair.Value.Text.ReplaceLineEndings("; ")}\n")
            .Append(Crossgen.Unavailable is { } reason ? $"slow, because there is no crossgen2: {reason.ReplaceLineEndings("; ")}\n" : "")
            .Append($"{Ending ?? "powered off"} after {Elapsed.TotalSeconds:F1} s\n")
            .Concat(Longest(File.Exists(Console) ? File.ReadLines(Console) : [])));

    /// <summary>The last lines of the console: usually the reason is there.</summary>
    public string ConsoleTail => File.Exists(Console) ? string.Join('\n', File.ReadLines(Console).TakeLast(25)) : "(no console)";

    /// <summary>The cases that the console says passed in most time, a line each.</summary>
    internal static IEnumerable<string> Longest(IEnumerable<string> console)
        => console
            .Select(static line => Passed().Match(line))
            .Where(static match => match.Success)
            .Select(static match => (Name: match.Groups[1].Value, Milliseconds: int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)))
            .OrderByDescending(static passed => passed.Milliseconds)
            .Take(LongestShown)
            .Select(static passed => string.Create(CultureInfo.InvariantCulture, $"{passed.Milliseconds / 1000.0,6:F1} s  {passed.Name}\n"));

    // CaseRunner writes it; the kernel may have written before it on the line.
    [GeneratedRegex(@"case (\S+): passed in (\d+) ms")]
    private static partial Regex Passed();

    private static string? EndingOf(HostProcess qemu, GuestResults results, Exception? doorbells)
    {
        if (doorbells is not null)
        {
            return $"the server of the doorbells failed: {doorbells}";
        }

        return (qemu.ExitCode, results) switch
        {
            (null, _) => $"the guest was killed, because it had not powered off after {Deadline.TotalMinutes} minutes",
            (not 0, _) => $"QEMU ended with {qemu.ExitCode}: {qemu.Error.Trim()}",
            (_, { Malformed: { } line }) => $"the guest wrote a line that is no result: '{line}'",
            (_, { Complete: true }) => null,
            (_, { ExitCode: { } code }) => $"the guest's program ended with {code} before it was done",
            _ => "the guest ended before its program did",
        };
    }
}
