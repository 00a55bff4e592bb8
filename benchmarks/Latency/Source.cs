using System.Diagnostics;

namespace TopHalf.Benchmarks.Latency;

/// <summary>The card's clockwork: source.c, a process of its own, whatever receives.</summary>
/// <param name="Events">How many it raises.</param>
/// <param name="Period">From one to the next.</param>
internal sealed record Source(int Events, TimeSpan Period)
{
    // Above all that is measured, and off the CPU that the kernel prefers for the rest.
    private const int Priority = 50;

    private static readonly Lazy<string> Program = new(static () => Gcc.Program("source.c"));

    /// <summary>Raises all of them and returns.</summary>
    public void Run(Card card, EventFd bell)
    {
        using Process process = Inherited.Start(
            Program.Value,
            [bell, card.Device.Memory(0), card.Device.Memory(2)],
            Events, (long)Period.TotalNanoseconds, 0, Environment.ProcessorCount - 1, Priority);
        process.WaitForEnd();
    }
}
