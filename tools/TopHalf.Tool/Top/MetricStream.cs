using System.Globalization;
using System.Net.Sockets;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace TopHalf.Tool;

/// <summary>The meter TopHalf of another process, read through .NET's diagnostics port, at fixed intervals.</summary>
internal static class MetricStream
{
    private const string Provider = "System.Diagnostics.Metrics";

    // TimeSeriesValues of System.Diagnostics.Metrics.MetricsEventSource.
    private const long Values = 0x2;

    // A driver has 2,048 vectors at most, each with six counters.
    private const string MostSeries = "100000";

    /// <summary>Hands over what was read at the end of each interval, until told to stop or the process ends.</summary>
    /// <param name="pid">The process.</param>
    /// <param name="interval">From one reading to the next.</param>
    /// <param name="show">Takes the readings; returns false for no more.</param>
    /// <param name="cancellation">Stops it too.</param>
    /// <exception cref="PciDeviceException">The process has no diagnostics port, or another reader.</exception>
    public static void Read(int pid, TimeSpan interval, Func<IReadOnlyList<MetricReading>, bool> show, CancellationToken cancellation)
    {
        using EventPipeSession session = Open(pid, interval);
        using CancellationTokenRegistration registration = cancellation.Register(() => Stop(session));
        using var source = new EventPipeEventSource(session.EventStream);
        var readings = new List<MetricReading>();
        Exception? refused = null;
        bool isStopping = false;
        source.Dynamic.All += data =>
        {
            switch (data.EventName)
            {
                case "CounterRateValuePublished" when !isStopping:
                    Add(data, "value");
                    break;
                case "GaugeValuePublished" when !isStopping:
                    Add(data, "lastValue");
                    break;
                case "Collection/Stop" when !isStopping:
                    isStopping = !show(readings);
                    readings = [];
                    if (isStopping)
                    {
                        ThreadPool.QueueUserWorkItem(_ => Stop(session)); // the process answers through the stream that is read here
                    }

                    break;
                case "MultipleSessionsNotSupportedError" or "MultipleSessionsConfiguredIncorrectlyError":
                    refused = Refused(pid, "another program reads the metrics of this process, in another way", "end the other one, such as dotnet-counters");
                    ThreadPool.QueueUserWorkItem(_ => Stop(session));
                    break;
            }
        };
        try
        {
            source.Process();
        }
        catch (Exception e) when (e is FormatException or IOException)
        {
            // The process was killed, and its stream breaks off.
        }

        if (refused is not null)
        {
            throw refused;
        }

        void Add(TraceEvent data, string value)
        {
            if (data.PayloadByName("meterName") is "TopHalf"
                && double.TryParse((string)data.PayloadByName(value), NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            {
                readings.Add(new((string)data.PayloadByName("instrumentName"), Tags((string)data.PayloadByName("tags")), number));
            }
        }
    }

    /// <summary>"device=0000:00:05.0,vector=3" as what it says.</summary>
    public static IReadOnlyDictionary<string, string> Tags(string text) => text
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(static tag => tag.Split('=', 2))
        .Where(static parts => parts.Length == 2)
        .ToDictionary(static parts => parts[0], static parts => parts[1]);

    private static EventPipeSession Open(int pid, TimeSpan interval)
    {
        var arguments = new Dictionary<string, string>
        {
            ["SessionId"] = Guid.NewGuid().ToString(),
            ["ClientId"] = Guid.NewGuid().ToString(),
            ["Metrics"] = "TopHalf",
            ["RefreshInterval"] = interval.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            ["MaxTimeSeries"] = MostSeries,
            ["MaxHistograms"] = "0",
        };
        try
        {
            return new DiagnosticsClient(pid).StartEventPipeSession(
                [new EventPipeProvider(Provider, System.Diagnostics.Tracing.EventLevel.Informational, Values, arguments)], requestRundown: false);
        }
        catch (Exception e) when (e is ServerNotAvailableException or ServerErrorException or EndOfStreamException or SocketException) // the last: a port whose program was killed
        {
            throw Refused(
                pid,
                "it has no diagnostics port that answers: it is no .NET program, its DOTNET_EnableDiagnostics is 0, it belongs to somebody else, or it was compiled ahead of time without EventSourceSupport",
                "be its user, with its TMPDIR; in a project for NativeAOT set <EventSourceSupport>true</EventSourceSupport>");
        }
    }

    private static PciDeviceException Refused(int pid, string reason, string remedy)
        => new($"process {pid.ToString(CultureInfo.InvariantCulture)}", "read its metrics", 0, char.ToUpperInvariant(reason[0]) + reason[1..] + ".", remedy);

    private static void Stop(EventPipeSession session)
    {
        try
        {
            session.Stop();
        }
        catch (Exception e) when (e is ServerNotAvailableException or ServerErrorException or IOException or ObjectDisposedException or SocketException)
        {
            // It has ended, and its stream with it.
        }
    }
}
