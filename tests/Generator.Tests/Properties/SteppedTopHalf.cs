using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TopHalf.CompilerServices;
using TopHalf.Generator.Tests.Running;

namespace TopHalf.Generator.Tests.Properties;

/// <summary>
/// The native top half without its second thread: the dispatch's thread enters the routine when it would wait, with one signal there
/// to be taken, and again when a handler has returned. So what both do is one sequence, the same in every run. The routine leaves when
/// it finds that it shall stop; its clock, which it asks once for each wait, says so.
/// </summary>
internal sealed unsafe class SteppedTopHalf : TopHalfReceiver
{
    [ThreadStatic]
    private static TopHalfState* _state;

    [ThreadStatic]
    private static long _time;

    private readonly Queue<ScriptedEvent> _events;
    private readonly int[] _vectors;

    public SteppedTopHalf(PciDevice device, DriverManifest manifest, IEnumerable<ScriptedEvent> events)
        : base(device, manifest, new BindingPlan("", manifest.DeclaredVectors(), new InterruptThreadOptions { RingLength = 16 }))
    {
        Assert.Equal(0, ExecutableCode.Prepare());
        _vectors = manifest.DeclaredVectors();
        _events = new Queue<ScriptedEvent>(events);
        State->Clock = (nint)(delegate* unmanaged[Cdecl]<int, long*, int>)&Clock;
        GuardAgainstStorms(manifest, rate: 0, found: null);
    }

    public override void Complete(in InterruptEvent interrupt)
    {
        base.Complete(in interrupt);
        Enter(stop: true);
    }

    private protected override int WaitForEvents()
    {
        while (true)
        {
            int count = Take();
            if (count > 0)
            {
                return count;
            }

            // The kick of a receiver whose ring is empty: what is handled gives its place back at the next wait only.
            if (State->Overflowed != 0)
            {
                Enter(stop: true);
                continue;
            }

            if (!_events.TryDequeue(out ScriptedEvent next))
            {
                Stop();
                return 0;
            }

            VectorLine line = Line(Array.BinarySearch(_vectors, next.Vector));
            for (long n = 0; n < next.Signals; n++)
            {
                line.Signal();
            }

            _time = next.Timestamp;
            Enter(stop: false);
        }
    }

    private void Enter(bool stop)
    {
        _state = State;
        State->Stop = stop ? 1u : 0;
        Companion();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Clock(int clock, long* time)
    {
        (time[0], time[1]) = Math.DivRem(_time, 1_000_000_000);
        _state->Stop = 1;
        return 0;
    }
}
