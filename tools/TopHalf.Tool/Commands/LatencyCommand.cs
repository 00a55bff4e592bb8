using System.CommandLine;
using System.CommandLine.Parsing;

namespace TopHalf.Tool;

/// <summary><c>tophalf latency</c>: how long interrupts take from their raise to the first line of a handler.</summary>
internal static class LatencyCommand
{
    // Nanoseconds, as cyclictest's.
    private const long DefaultInterval = 1_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create(Machine machine)
    {
        var device = new Option<PciAddress?>("--device") { Description = "A card on vfio-pci, raised by VFIO's loopback trigger.", HelpName = "address", CustomParser = AddressParser.One };
        var process = new Option<bool>("--process") { Description = "Another process signals an eventfd (what is done without --device)." };
        var raise = Write("--raise", "The card interrupts by itself when this is written, such as bar0+0x60=1; :8, :16 or :64 after the offset for other widths than 32 bits.");
        var acknowledge = Write("--ack", "What the handler writes to end an interrupt, such as bar0+0x64=1.");
        var interval = new Option<long?>("--interval", "-i") { Description = "From one raise to the next: 250us, 2ms, 1s. Without it 1ms.", HelpName = "time", CustomParser = DurationParser.Interval };
        var count = Number("--count", "-n", "How many raises are recorded; 0 for no end before Ctrl-C.", 10_000, 0, long.MaxValue);
        var warmUp = Number("--warm-up", "-w", "Raises before those that are not recorded.", 100, 0, 1_000_000);
        var cpu = Number("--cpu", "-c", "The only CPU of the receive thread.", null, 0, int.MaxValue);
        var priority = Number("--priority", "-p", "SCHED_FIFO priority of the receive thread and of what raises, 1 to 99.", null, LinuxConstants.FifoMinimum, LinuxConstants.FifoMaximum);
        var wait = new Option<WaitMode>("--wait") { Description = "How the receive thread waits: it sleeps in the kernel, looks without end, or looks for a while before it sleeps." };
        wait.AcceptOnlyFromAmong([.. Enum.GetNames<WaitMode>().Select(static name => name.ToLowerInvariant())]);
        var topHalf = new Option<TopHalfMode>("--top-half") { Description = "Who tests and acknowledges before the handler: the receive thread, or native code that no garbage collection delays." };
        topHalf.AcceptOnlyFromAmong([.. Enum.GetNames<TopHalfMode>().Select(static name => name.ToLowerInvariant())]);
        var svg = new Option<string?>("--svg") { Description = "Write the histogram as a picture.", HelpName = "file" };
        var csv = new Option<string?>("--csv") { Description = "Write the histogram as comma-separated values.", HelpName = "file" };
        var command = new Command("latency", "Raises interrupts at fixed times and measures how long each takes to the first line of a handler.")
        {
            device, process, raise, acknowledge, interval, count, warmUp, cpu, priority, wait, topHalf, svg, csv,
        };
        command.Validators.Add(result =>
        {
            Forbid(result, process, with: device);
            Demand(result, raise, needs: device);
            Demand(result, acknowledge, needs: raise);
        });
        command.SetAction(parsed => Run(
            new LatencyOptions(
                parsed.GetValue(device), parsed.GetValue(raise), parsed.GetValue(acknowledge), parsed.GetValue(interval) ?? DefaultInterval,
                parsed.GetValue(count)!.Value, parsed.GetValue(warmUp)!.Value, (int?)parsed.GetValue(cpu), (int?)parsed.GetValue(priority),
                parsed.GetValue(wait), parsed.GetValue(topHalf)),
            new LatencyFiles(parsed.GetValue(svg), parsed.GetValue(csv)),
            machine.Screen));
        return command;
    }

    private static int Run(LatencyOptions options, LatencyFiles files, Screen screen)
    {
        files.CheckCanBeWritten();
        using var end = new EndBySignal();
        using ILatencySource source = options.OpenSource();
        string heading = options.Heading(source);
        screen.Writer.WriteLine(heading);
        var run = new LatencyRun(options, source, Patience);
        LatencyReport.Measure(run, screen, end.Token);
        LatencyReport.Show(run, options, screen);
        files.Write(run, heading);
        return run.Lost == 0
            ? ToolCommandLine.Done
            : throw new PciDeviceException(
                source.Device.Name, "wait for interrupts", 0, $"{run.Lost} of {source.Log.Raised} raises brought none within {Patience.TotalSeconds} seconds.",
                "see whether the count of the device rises in /proc/interrupts; with --raise, whether the register and --ack are right");
    }

    private static Option<RegisterWrite?> Write(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "register=value",
        CustomParser = static result =>
        {
            try
            {
                return RegisterWrite.Parse(result.Tokens[0].Value);
            }
            catch (FormatException e)
            {
                result.AddError(e.Message);
                return null;
            }
        },
    };

    private static Option<long?> Number(string name, string alias, string description, long? otherwise, long least, long most)
    {
        var option = new Option<long?>(name, alias)
        {
            Description = description,
            HelpName = "number",
            CustomParser = result =>
            {
                if (long.TryParse(result.Tokens[0].Value, out long number) && number >= least && number <= most)
                {
                    return number;
                }

                string range = most is long.MaxValue or int.MaxValue ? $"from {least}" : $"from {least} to {most}";
                result.AddError($"{name}: '{result.Tokens[0].Value}' is no number {range}.");
                return null;
            },
        };
        if (otherwise is not null)
        {
            option.DefaultValueFactory = _ => otherwise;
        }

        return option;
    }

    private static void Forbid(CommandResult result, Option option, Option with)
    {
        if (result.GetResult(option) is not null && result.GetResult(with) is not null)
        {
            result.AddError($"{option.Name} and {with.Name} exclude each other.");
        }
    }

    private static void Demand(CommandResult result, Option option, Option needs)
    {
        if (result.GetResult(option) is not null && result.GetResult(needs) is null)
        {
            result.AddError($"{option.Name} needs {needs.Name}.");
        }
    }
}
