using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>The delivery of the line that UIO counts.</summary>
/// <param name="interrupts">The device's file, which outlives the receivers.</param>
internal sealed class UioReceiverFactory(UioInterrupts interrupts) : InterruptReceiverFactory
{
    public override InterruptReceiver Create(PciDevice device, DriverManifest manifest, BindingPlan plan)
        => plan.Options.TopHalf == TopHalfMode.Native
            ? throw NativeTopHalf.NotHere(device.Name, "UIO counts interrupts in a file, and the routine waits for eventfds")
            : new UioReceiver(device, plan, interrupts);

    public override InterruptReceiver Watch(PciDevice device, BindingPlan plan) => new EventFdReceiver(device, plan);
}
