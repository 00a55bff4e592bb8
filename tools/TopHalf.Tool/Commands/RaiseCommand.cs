using System.CommandLine;
using System.Runtime.InteropServices;

namespace TopHalf.Tool;

/// <summary>What <c>tophalf latency</c> starts as its other process. Not for users, and so not in the help.</summary>
internal static unsafe class RaiseCommand
{
    public const string Name = "raise-for-latency";

    public static Command Create()
    {
        var file = new Argument<string>("log");
        var eventFd = new Argument<int>("eventfd");
        var interval = new Argument<long>("interval");
        var count = new Argument<long>("count");
        var priority = new Argument<int>("priority");
        var command = new Command(Name) { file, eventFd, interval, count, priority };
        command.Hidden = true;
        command.SetAction(parsed => Run(
            parsed.GetValue(file)!,
            parsed.GetValue(eventFd),
            new RaiseSchedule(parsed.GetValue(interval), parsed.GetValue(count), parsed.GetValue(priority) is > 0 and int value ? value : null)));
        return command;
    }

    private static int Run(string file, int eventFd, RaiseSchedule schedule)
    {
        // Ctrl-C reaches all processes of a terminal; this one ends with the other, which has a summary to write.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        using RaiseLog log = RaiseLog.Open(file);
        using var watch = new InputWatch(log.Stop);
        schedule.Run(log, () => Signal(eventFd));
        return ToolCommandLine.Done;
    }

    private static void Signal(int eventFd)
    {
        ulong one = 1;
        nint result = SystemCall.Write(eventFd, &one, sizeof(ulong));
        if (result < 0)
        {
            throw DescriptorErrors.Failed("write of an eventfd", (int)-result);
        }
    }
}
