using System.Diagnostics;
using System.Globalization;
using TopHalf.WarmUp.Drivers;

namespace TopHalf.WarmUp.Tests;

/// <summary>One driver in a process of its own, which nothing has compiled anything in, and what its probe saw.</summary>
internal sealed class DriverRun
{
    private readonly Dictionary<string, double> _seen;

    private DriverRun(Dictionary<string, double> seen) => _seen = seen;

    /// <summary>Methods that the receive thread had compiled since its birth when the first handler began.</summary>
    public double AtEntry => _seen["at-entry"];

    /// <summary>The same when the last handler ended.</summary>
    public double AtLast => _seen["at-last"];

    /// <summary>Methods that any thread had compiled, after the thousandth call and after the last one.</summary>
    public (double Settled, double Last) AllThreads => (_seen["all-settled"], _seen["all-last"]);

    /// <summary>Type initialisers of the driver's classes that ran on a receive thread.</summary>
    public double InitialisedLate => _seen["initialised-late"];

    public static DriverRun Start(string shape, bool warmUp, long calls, bool realTime)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(Shapes).Assembly.Location, shape, warmUp ? "on" : "off", calls.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What TopHalfRealTime puts into a program's configuration.
        start.Environment["DOTNET_TieredCompilation"] = realTime ? "0" : "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);
        return new DriverRun(output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split(' '))
            .ToDictionary(static parts => parts[0], static parts => double.Parse(parts[1], CultureInfo.InvariantCulture)));
    }
}
