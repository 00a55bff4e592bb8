using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>A delivery: how receivers for a device's vectors are made.</summary>
internal abstract class InterruptReceiverFactory
{
    /// <summary>Through the kernel: one eventfd per vector. Linux.</summary>
    public static InterruptReceiverFactory EventFds { get; } = new EventFdFactory();

    /// <summary>Within the process, for simulated devices on systems without eventfds.</summary>
    public static InterruptReceiverFactory Mailboxes { get; } = new MailboxFactory();

    /// <summary>A receiver for the vectors of one thread. It owns their lines.</summary>
    /// <exception cref="PciDeviceException">The system lacks what the plan's options require.</exception>
    public abstract InterruptReceiver Create(PciDevice device, DriverManifest manifest, BindingPlan plan);

    /// <summary>A receiver for the events of the device itself: without a top half, and blocking.</summary>
    public abstract InterruptReceiver Watch(PciDevice device, BindingPlan plan);

    private sealed class EventFdFactory : InterruptReceiverFactory
    {
        public override InterruptReceiver Create(PciDevice device, DriverManifest manifest, BindingPlan plan)
            => NativeTopHalf.IsWanted(plan.Options.TopHalf, device.Name)
                ? new TopHalfReceiver(device, manifest, plan)
                : new EventFdReceiver(device, plan);

        public override InterruptReceiver Watch(PciDevice device, BindingPlan plan) => new EventFdReceiver(device, plan);
    }

    private sealed class MailboxFactory : InterruptReceiverFactory
    {
        public override InterruptReceiver Create(PciDevice device, DriverManifest manifest, BindingPlan plan)
            => plan.Options.TopHalf == TopHalfMode.Native
                ? throw NativeTopHalf.NotHere(device.Name, "interrupts of this simulated device are delivered within the process, and not through eventfds")
                : new MailboxReceiver(device, plan);

        public override InterruptReceiver Watch(PciDevice device, BindingPlan plan) => new MailboxReceiver(device, plan);
    }
}
