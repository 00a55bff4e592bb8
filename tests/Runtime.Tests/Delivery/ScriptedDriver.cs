using System.Runtime.CompilerServices;
using TopHalf.CompilerServices;

namespace TopHalf.Runtime.Tests.Delivery;

internal delegate void ScriptedHandler(in Interrupt irq);

/// <summary>
/// A driver without generated code: the reference interpreter runs its step programs, and one delegate is every handler.
/// So the runtime's tests depend on the runtime only.
/// </summary>
internal sealed class ScriptedDriver(DriverManifest manifest, ScriptedHandler handler) : InterruptDispatcher(manifest)
{
    private PciDevice? _device;

    public ScriptedDriver(ScriptedHandler handler, params VectorRange[] vectors)
        : this(Declare(vectors, [Step.Handle("OnInterrupt")]), handler)
    {
    }

    public static DriverManifest Declare(VectorRange[] vectors, Step[] program, params Step[] release)
        => new("Tests.ScriptedDriver", 0, 0, [new HandlerManifest("OnInterrupt", vectors, program)], release);

    protected internal override void Attach(PciDevice device, DriverManifest bound) => _device = device;

    protected internal override void Run(InterruptReceiver receiver)
    {
        for (ref readonly InterruptEvent e = ref receiver.Wait(); !Unsafe.IsNullRef(in e); e = ref receiver.Next(in e))
        {
            Dispatch(receiver, e);
        }
    }

    private void Dispatch(InterruptReceiver receiver, InterruptEvent e)
    {
        (HandlerManifest owner, VectorRange range) = Find(e.Vector);
        void Handle(HandlerCall call) => handler(new Interrupt(e.Vector, call.Index, call.Status, e.Signals, e.Timestamp));
        if (receiver.HasTopHalf)
        {
            Handle(new HandlerCall("", e.Vector - range.First, e.Status));
            if (owner.Program[^1].Operation != StepOperation.Handle)
            {
                receiver.Complete(in e);
            }
        }
        else if (!StepInterpreter.Run(owner.Program, _device!, e.Vector - range.First, Handle).IsPending)
        {
            receiver.Spurious(in e);
            return;
        }

        receiver.Handled(in e);
    }

    private (HandlerManifest Handler, VectorRange Range) Find(int vector)
    {
        foreach (HandlerManifest candidate in Manifest.Handlers)
        {
            foreach (VectorRange range in candidate.Vectors)
            {
                if (vector >= range.First && vector < range.End)
                {
                    return (candidate, range);
                }
            }
        }

        throw new InvalidOperationException($"vector {vector} was never declared");
    }
}
