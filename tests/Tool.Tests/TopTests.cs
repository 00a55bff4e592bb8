using System.Diagnostics;
using System.Globalization;
using TopHalf.Samples.Edu;

namespace TopHalf.Tool.Tests;

/// <summary>A running driver, watched from outside.</summary>
public sealed class TopTests : IDisposable
{
    // Long enough to be watched: the tests end it.
    private readonly Process _driver = Start(typeof(EduDriver).Assembly.Location, "--count", "1000000000", "--quiet");

    public void Dispose()
    {
        _driver.Kill();
        _driver.WaitForExit();
        _driver.Dispose();
    }

    [Fact]
    public void It_shows_what_the_vectors_of_a_process_do()
    {
        Assert.StartsWith("simulated edu", _driver.StandardOutput.ReadLine(), StringComparison.Ordinal);
        (int code, string output, string errors) = Top(_driver.Id.ToString(CultureInfo.InvariantCulture), "--count", "2", "--interval", "200ms");
        Assert.Equal((0, ""), (code, errors));

        string[] lines = output.Split('\n');
        Assert.Equal($"process {_driver.Id} (dotnet), every 0.2 s", lines[0]);
        Assert.Equal(string.Join(' ', TopBoard.Headings), string.Join(' ', lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(2, lines.Count(static line => line.StartsWith("process ", StringComparison.Ordinal)));

        // device (two words), driver, vector, handler, signals/s, handled/s, …
        string[] cells = lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["simulated", "edu", "EduDriver", "0", "OnFactorialDone"], cells[..5]);
        Assert.True(long.Parse(cells[5], CultureInfo.InvariantCulture) > 0, output);
        Assert.True(long.Parse(cells[9], CultureInfo.InvariantCulture) > 0, output);

        // Latencies are taken from the first look on, so the second one has some.
        Assert.Contains("simulated edu EduDriver: from the wake-up to the end of the handlers, p50 ", output, StringComparison.Ordinal);
        Assert.Contains("latency us ", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void It_ends_with_the_process()
    {
        Assert.NotNull(_driver.StandardOutput.ReadLine());
        using Process tool = Start(typeof(ToolCommandLine).Assembly.Location, "top", _driver.Id.ToString(CultureInfo.InvariantCulture), "--interval", "100ms");
        Assert.StartsWith("process ", tool.StandardOutput.ReadLine(), StringComparison.Ordinal);
        _driver.Kill();
        (int code, string output, string errors) = End(tool);
        Assert.Equal((0, ""), (code, errors));
        Assert.EndsWith("The process has ended.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_is_not_there_is_no_input()
    {
        (int code, _, string errors) = Top("2147483647");
        Assert.Equal((2, "There is no process 2147483647.\n"), (code, errors));
    }

    /// <summary>Also where a .NET program was killed that had its number before, and left its port behind.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_process_without_NET_is_told_with_what_it_may_be(bool hasOldPort)
    {
        using Process other = Process.Start(new ProcessStartInfo("sleep", "600"))!;
        string port = Path.Combine(Path.GetTempPath(), $"dotnet-diagnostic-{other.Id}-1-socket");
        try
        {
            if (hasOldPort)
            {
                File.WriteAllText(port, "");
            }

            (int code, _, string errors) = Top(other.Id.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(1, code);
            Assert.StartsWith($"process {other.Id}: read its metrics failed. It has no diagnostics port that answers: it is no .NET program", errors, StringComparison.Ordinal);
        }
        finally
        {
            other.Kill();
            File.Delete(port);
        }
    }

    [Theory]
    [InlineData("'x' is no number of a process.", "x")]
    [InlineData("'-3' is no number of a process.", "-3")]
    [InlineData("--interval: the shortest is 100ms, .NET's own.", "1", "--interval", "50ms")]
    [InlineData("--count: '0' is no number from 1.", "1", "--count", "0")]
    public void Bad_input_is_a_sentence(string complaint, params string[] arguments)
    {
        (int code, _, string errors) = Top(arguments);
        Assert.Equal((2, complaint), (code, errors.Split('\n')[0]));
    }

    [Fact]
    public void Rates_are_those_of_the_interval_and_the_busiest_come_first()
    {
        var board = new TopBoard(TimeSpan.FromSeconds(2));
        board.Take([Signals(0, 10), Signals(1, 100), Bucket("0.001", 5), Bucket("+Inf", 5)]);
        board.Take([Signals(0, 50), Signals(1, 104), Bucket("0.001", 8), Bucket("+Inf", 9)]);
        Assert.Equal([("0", "20", "50"), ("1", "2", "104")], board.Vectors.Select(static cells => (cells[2], cells[4], cells[8])));
        Assert.Equal([(0, 999_999, 3), (1_000_000, long.MaxValue, 1)], Assert.Single(board.Threads).Buckets.Select(static b => (b.First, b.Last, b.Count)));

        static MetricReading Signals(int vector, double value) => new(
            "tophalf.interrupts.signals", MetricStream.Tags($"device=card,driver=Card,handler=OnDone,vector={vector}"), value);
        static MetricReading Bucket(string bound, double value) => new(
            "tophalf.interrupts.latency.bucket", MetricStream.Tags($"device=card,driver=Card,thread=,le={bound}"), value);
    }

    private static (int Code, string Output, string Errors) Top(params string[] arguments)
    {
        using Process tool = Start(typeof(ToolCommandLine).Assembly.Location, ["top", .. arguments]);
        return End(tool);
    }

    private static Process Start(string program, params string[] arguments)
        => Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static (int Code, string Output, string Errors) End(Process program)
    {
        Task<string> errors = program.StandardError.ReadToEndAsync();
        Task<string> output = program.StandardOutput.ReadToEndAsync();
        if (!program.WaitForExit(TimeSpan.FromSeconds(60)))
        {
            program.Kill();
            Assert.Fail($"The tool does not end: {output.Result}{errors.Result}");
        }

        return (program.ExitCode, output.Result, errors.Result);
    }
}
