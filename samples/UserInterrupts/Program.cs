using TopHalf;
using TopHalf.Samples;
using TopHalf.Samples.UserInterrupts;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(UserInterruptOptions.Usage);
    return 0;
}

return Ending.Of(() => Run(UserInterruptOptions.Parse(args)), UserInterruptOptions.Usage, Console.Error);

static int Run(UserInterruptOptions options)
{
    if (options.Ping is { } ping)
    {
        return PingPong.Answer(ping, options);
    }

    UserInterruptSupport support = UserInterrupt.GetSupport();
    Console.WriteLine($"this machine: {support.Reason}");
    int played = options.Processes ? PingPong.BetweenProcesses(options) : PingPong.BetweenThreads(options);
    return played != 0 ? played : Factorials.Compute(options);
}
