using System.Diagnostics;
using TopHalf.Benchmarks.Drivers;

namespace TopHalf.Benchmarks.Latency;

/// <summary>The C twin as a process of its own.</summary>
internal sealed class ProcessTwin : Receiver
{
    private static readonly Lazy<string> Program = new(static () => Gcc.Program("twin.c"));

    private readonly Process _process;

    public ProcessTwin(Card card, WaitKind wait, int events, int priority)
    {
        Bell = EventFd.Create(blocking: true);
        _process = Inherited.Start(
            Program.Value,
            [Bell, card.Device.Memory(0), card.Device.Memory(2)],
            events, (long)wait, (long)AdaptiveSpin.TotalNanoseconds, priority);
        WaitFor(card, CardLayout.Ready, 1);
    }

    public override EventFd Bell { get; }

    public override void Finish(int events) => _process.WaitForEnd();

    public override void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        Bell.Dispose();
    }
}
