using System.Runtime.InteropServices;
using TopHalf.Benchmarks.Drivers;

namespace TopHalf.Benchmarks.Latency;

/// <summary>The C twin as native code on a thread of this process: it shares its memory and its CPUs, and no collection stops it.</summary>
internal sealed unsafe class ThreadTwin : Receiver
{
    private static readonly Lazy<nint> Library = new(static () => NativeLibrary.Load(Gcc.Library("twin.c")));

    private readonly Thread _thread;

    public ThreadTwin(Card card, WaitKind wait, int events, int priority)
    {
        Bell = EventFd.Create(blocking: true);
        var run = (delegate* unmanaged<int, int, int, uint, int, long, int, void>)NativeLibrary.GetExport(Library.Value, "twin_run");
        (int bell, int registers, int log) = (Bell.Number, card.Device.Memory(0).Number, card.Device.Memory(2).Number);
        _thread = new Thread(() => run(bell, registers, log, (uint)events, (int)wait, (long)AdaptiveSpin.TotalNanoseconds, priority))
        {
            Name = "C twin",
            IsBackground = true,
        };
        _thread.Start();
        WaitFor(card, CardLayout.Ready, 1);
    }

    public override EventFd Bell { get; }

    public override void Finish(int events)
    {
        if (!_thread.Join(Patience))
        {
            throw new TimeoutException("The C twin has not handled all events.");
        }
    }

    // A thread that still runs has the numbers of the descriptors; this only happens where the benchmark fails, and ends.
    public override void Dispose()
    {
        if (!_thread.IsAlive)
        {
            Bell.Dispose();
        }
    }
}
