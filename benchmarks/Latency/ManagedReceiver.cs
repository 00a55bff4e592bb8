using TopHalf.Benchmarks.Drivers;

namespace TopHalf.Benchmarks.Latency;

/// <summary>TopHalf, with the driver in C#.</summary>
internal sealed class ManagedReceiver : Receiver
{
    private readonly Card _card;
    private readonly InterruptBinding _binding;

    public ManagedReceiver(Card card, WaitKind wait, TopHalfMode topHalf, int priority)
    {
        var options = new InterruptOptions
        {
            WaitMode = wait switch
            {
                WaitKind.Block => WaitMode.Block,
                WaitKind.Spin => WaitMode.Spin,
                _ => WaitMode.Adaptive,
            },
            SpinBudget = AdaptiveSpin,
            TopHalf = topHalf,
            RealTimePriority = priority > 0 ? priority : null,
        };
        _card = card;
        _binding = new CardDriver(card.Device).EnableInterrupts(card.Device, options);
        Bell = card.Device.EventFd(0);
    }

    public override EventFd Bell { get; }

    public override void Finish(int events)
    {
        WaitFor(_card, CardLayout.Handled, (uint)events);
        _binding.Dispose();
        _binding.Completion.GetAwaiter().GetResult();
        long signals = _binding.Statistics.Signals;
        if (signals != events)
        {
            throw new InvalidOperationException($"{events} events were raised, and {signals} signals counted.");
        }
    }

    public override void Dispose() => _binding.Dispose();
}
