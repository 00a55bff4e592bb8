using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TopHalf.CompilerServices;

namespace TopHalf.Generator.Tests.Properties.Interleavings;

/// <summary>Brings the dispatch the interrupts of a world's card, and ends when none is left and the card raises none while it waits.</summary>
internal sealed class ManagedReceiver : InterruptReceiver
{
    private readonly World _world;
    private long _signals;

    public ManagedReceiver(World world, DriverManifest manifest)
        : base(world.Card, manifest.DeclaredVectors())
    {
        _world = world;
        GuardAgainstStorms(manifest, rate: 0, found: null);
        world.Card.Interrupt = () => _signals++;
    }

    public override void Dispose()
    {
    }

    internal override VectorLine Line(int slot) => throw new NotSupportedException("The card knows the receiver.");

    private protected override int WaitForEvents()
    {
        _world.Point();
        if (_signals == 0)
        {
            Stop();
            return 0;
        }

        Batch[0] = Event(0, _signals, 0);
        _signals = 0;
        return 1;
    }

    private protected override void Wake()
    {
    }
}

/// <summary>
/// The same with a native top half. Its routine and the dispatch are one thread here, and the world says who goes on: when the dispatch
/// would take records, in the middle of a handler, and when one has returned. The ring is so short that it is full at times.
/// </summary>
internal sealed unsafe class NativeReceiver : TopHalfReceiver
{
    [ThreadStatic]
    private static NativeReceiver? _inside;

    private readonly World _world;
    private bool _isSignalled;

    public NativeReceiver(World world, DriverManifest manifest)
        : base(world.Card, manifest, new BindingPlan("", manifest.DeclaredVectors(), new InterruptThreadOptions { RingLength = 2 }))
    {
        Assert.Equal(0, ExecutableCode.Prepare());
        _world = world;
        State->Clock = (nint)(delegate* unmanaged[Cdecl]<int, long*, int>)&Clock;
        GuardAgainstStorms(manifest, rate: 0, found: null);
        world.InHandler = () => MaySwitch();
        world.Card.Interrupt = () =>
        {
            _isSignalled = true;
            Line(0).Signal();
        };
    }

    public override void Complete(in InterruptEvent interrupt)
    {
        base.Complete(in interrupt);
        MaySwitch();
    }

    private bool HasWork => _isSignalled || State->CompletionHead != State->CompletionTail || (State->Overflowed != 0 && State->Tail == State->Head);

    private protected override int WaitForEvents()
    {
        while (true)
        {
            MaySwitch();
            int count = Take();
            if (count > 0)
            {
                return count;
            }

            _world.Point();
            if (!HasWork)
            {
                Stop();
                return 0;
            }

            Enter();
        }
    }

    private void MaySwitch()
    {
        if (HasWork && _world.Either())
        {
            Enter();
        }
    }

    // Until it has taken what is signalled; it does not wait for more.
    private void Enter()
    {
        NativeReceiver? outer = _inside;
        _inside = this;
        State->Stop = _isSignalled ? 0u : 1;
        Companion();
        _inside = outer;
    }

    // The routine asks when its wait has returned.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Clock(int clock, long* time)
    {
        time[0] = 0;
        time[1] = 0;
        _inside!._isSignalled = false;
        _inside.State->Stop = 1;
        return 0;
    }
}
