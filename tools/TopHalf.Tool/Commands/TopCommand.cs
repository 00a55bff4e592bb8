using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace TopHalf.Tool;

/// <summary><c>tophalf top</c>: what the vectors of a running driver do, again and again.</summary>
internal static class TopCommand
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    public static Command Create(Machine machine)
    {
        var pid = new Argument<int?>("pid")
        {
            Description = "The process. Without it the only one of yours that has TopHalf.dll loaded.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = static result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0)
                {
                    return number;
                }

                result.AddError($"'{result.Tokens[0].Value}' is no number of a process.");
                return null;
            },
        };
        var interval = new Option<long?>("--interval", "-i") { Description = "From one look to the next, 100ms at least. Without it 1s.", HelpName = "time", CustomParser = DurationParser.Interval };
        var count = new Option<int>("--count", "-n") { Description = "How many looks; without it until Ctrl-C, or the end of the process.", HelpName = "number" };
        count.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string text }] && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0))
            {
                result.AddError($"--count: '{text}' is no number from 1.");
            }
        });
        var command = new Command("top", "Shows what the vectors of a running driver do: rates, what was coalesced, spurious or a storm, and latencies.") { pid, interval, count };
        command.Validators.Add(result =>
        {
            if (result.GetResult(interval) is { Tokens.Count: > 0 } given && given.GetValue(interval) is long nanoseconds && nanoseconds < Shortest.TotalNanoseconds)
            {
                result.AddError("--interval: the shortest is 100ms, .NET's own.");
            }
        });
        command.SetAction(parsed => Run(
            DriverProcesses.Choose(parsed.GetValue(pid)),
            parsed.GetValue(interval) is long nanoseconds ? TimeSpan.FromMicroseconds(nanoseconds / 1e3) : TimeSpan.FromSeconds(1),
            parsed.GetValue(count) is > 0 and int looks ? looks : int.MaxValue,
            machine.Screen));
        return command;
    }

    private static int Run(int pid, TimeSpan interval, int looks, Screen screen)
    {
        using var end = new EndBySignal();
        var board = new TopBoard(interval);
        string heading = $"process {pid.ToString(CultureInfo.InvariantCulture)} ({DriverProcesses.Name(pid)}), every {interval.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s";

        // The first one is what the others are compared with.
        int left = looks == int.MaxValue ? looks : looks + 1;
        bool isFirst = true;
        bool Look(IReadOnlyList<MetricReading> readings, Action show)
        {
            board.Take(readings);
            if (!isFirst)
            {
                show();
            }

            isFirst = false;
            return --left > 0;
        }

        if (screen.Terminal is { } terminal && looks == int.MaxValue)
        {
            terminal.Live(TopView.Framed(board, heading)).AutoClear(false).Start(live => MetricStream.Read(
                pid,
                interval,
                readings => Look(readings, () =>
                {
                    live.UpdateTarget(TopView.Framed(board, heading));
                    live.Refresh();
                }),
                end.Token));
        }
        else
        {
            MetricStream.Read(pid, interval, readings => Look(readings, () => TopView.Write(board, heading, screen)), end.Token);
        }

        if (left > 0 && !end.Token.IsCancellationRequested)
        {
            screen.Writer.WriteLine("The process has ended.");
        }

        return ToolCommandLine.Done;
    }
}
