using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace TopHalf.Tool.Tests;

/// <summary>The tool as its user starts it, with another process that raises.</summary>
public sealed class LatencyProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tophalf-latency-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_measures_another_process_and_writes_what_was_asked_for()
    {
        (string svg, string csv) = (Path.Combine(_folder, "a.svg"), Path.Combine(_folder, "a.csv"));
        string[] before = Logs();
        using Process tool = Start("latency", "--count", "200", "--interval", "200us", "--warm-up", "50", "--svg", svg, "--csv", csv);
        (int code, string output, string errors) = End(tool);

        Assert.Equal((0, ""), (code, errors));
        string[] lines = output.Split('\n');
        Assert.Equal("another process, by an eventfd, every 200 us; receive thread: any CPU, ordinary scheduling", lines[0]);
        Assert.Equal("samples min us avg us p50 us p99 us p99.9 us max us coalesced", string.Join(' ', lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.StartsWith("200 ", lines[2], StringComparison.Ordinal);
        Assert.Contains("not counted: 50 raises to warm up; raises came at most ", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);

        Assert.Equal(200, File.ReadAllLines(csv).Skip(1).Sum(static line => long.Parse(line.Split(',')[2], CultureInfo.InvariantCulture)));
        Assert.Contains(XDocument.Load(svg).Root!.Elements(), e => e.Value == lines[0]);
        Assert.Equal(before, Logs());
    }

    [Fact]
    public void Ctrl_C_ends_it_with_the_summary()
    {
        using Process tool = Start("latency", "--count", "0", "--warm-up", "0", "--interval", "1ms");
        string heading = tool.StandardOutput.ReadLine()!;
        Assert.StartsWith("another process", heading, StringComparison.Ordinal);
        using (Process kill = Process.Start("kill", ["-INT", tool.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        (int code, string output, string errors) = End(tool);
        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith("samples ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_CPU_that_is_not_there_is_refused_by_the_machine()
    {
        using Process tool = Start("latency", "--cpu", "60000");
        (int code, _, string errors) = End(tool);
        Assert.Equal(1, code);
        Assert.StartsWith("another process: sched_setaffinity failed: EINVAL (22).", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_other_process_ends_when_its_input_does()
    {
        string file = Path.Combine(_folder, "log");
        using RaiseLog log = RaiseLog.Create(file);
        using EventFd eventFd = EventFd.Create(blocking: false);
        int inherited = SystemCall.DuplicateForChild(eventFd.Number);
        using Process raiser = Start(RaiseCommand.Name, file, inherited.ToString(CultureInfo.InvariantCulture), "1000000", "0", "0");
        _ = SystemCall.Close(inherited);
        Assert.True(SpinWait.SpinUntil(() => log.Raised >= 3, TimeSpan.FromSeconds(60)));
        raiser.StandardInput.Close();
        (int code, string output, string errors) = End(raiser);
        Assert.Equal((0, "", ""), (code, output, errors));
        Assert.Equal((ulong)log.Raised, eventFd.Read());
    }

    private static string[] Logs()
        => Directory.Exists("/dev/shm") ? Directory.GetFiles("/dev/shm", "tophalf-*") : [];

    private static Process Start(params string[] arguments)
        => Process.Start(new ProcessStartInfo("dotnet", [typeof(ToolCommandLine).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static (int Code, string Output, string Errors) End(Process program)
    {
        Task<string> errors = program.StandardError.ReadToEndAsync();
        string output = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        return (program.ExitCode, output, errors.Result);
    }
}
