using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>Which way the interrupts of a thread take, and why: decided once, before anything is made.</summary>
/// <param name="Way">The way.</param>
/// <param name="Reason">See <see cref="ThreadDelivery.Reason"/>.</param>
/// <param name="Support">Of this machine.</param>
internal readonly record struct DeliveryChoice(DeliveryWay Way, string Reason, UserInterruptSupport Support = default)
{
    /// <summary>The same in the options' words.</summary>
    public InterruptDelivery Delivery => Way switch
    {
        DeliveryWay.Own => InterruptDelivery.EventFd,
        DeliveryWay.Posted or DeliveryWay.BridgedBits => InterruptDelivery.Software,
        _ => InterruptDelivery.UserInterrupt,
    };

    /// <param name="device">The device.</param>
    /// <param name="manifest">What the driver declares.</param>
    /// <param name="plan">The thread.</param>
    /// <param name="kernel">The numbers to try.</param>
    /// <param name="machine">Where.</param>
    /// <exception cref="PciDeviceException">What is required cannot be had.</exception>
    public static DeliveryChoice Make(PciDevice device, DriverManifest manifest, BindingPlan plan, UserInterruptKernel kernel, IUserInterruptMachine machine)
    {
        InterruptDelivery wanted = plan.Options.Delivery;
        if (wanted == InterruptDelivery.EventFd)
        {
            return new(DeliveryWay.Own, "the options ask for it.");
        }

        if ((plan.Refused ?? Obstacle(device, plan)) is { } obstacle)
        {
            return Otherwise(obstacle);
        }

        if (wanted == InterruptDelivery.Software)
        {
            return machine.OtherPlatform is { } other
                ? throw NotHere(device, wanted, $"the waits are machine code for Linux on x86-64, and this is {other}.")
                : Software(device, manifest, new UserInterruptSupport(false, machine.HasWaitPackage, ""));
        }

        UserInterruptSupport support = UserInterruptDetection.Look(machine, kernel);
        return !support.IsSupported ? Otherwise(support.Reason)
            : WhyNotDirect(device, manifest, plan, machine) is { } why
                ? new(DeliveryWay.BridgedInterrupts, $"a thread reads the eventfds and sends them on, since {why}.", support)
                : new(DeliveryWay.Direct, "the device's interrupt is the thread's notification.", support);

        DeliveryChoice Otherwise(string reason)
            => wanted == InterruptDelivery.Auto ? new(DeliveryWay.Own, reason) : throw NotHere(device, wanted, reason);
    }

    /// <summary>The receiver for it.</summary>
    /// <exception cref="PciDeviceException">The system lacks what it needs.</exception>
    public InterruptReceiver MakeReceiver(PciDevice device, DriverManifest manifest, BindingPlan plan, InterruptOptions options)
        => Way switch
        {
            DeliveryWay.Own => device.Receivers.Create(device, manifest, plan),
            DeliveryWay.Posted => new PostedReceiver(device, manifest, plan, Support),
            DeliveryWay.BridgedBits => new BridgedReceiver(device, manifest, plan, Support, calls: null),
            DeliveryWay.Direct => new DirectReceiver(device, plan, Support, options.Machine.Direct!),
            _ => new BridgedReceiver(device, manifest, plan, Support, options.Machine.Calls(options.UserInterruptKernel)),
        };

    // A vector that others share is passed on by its receiver, and the top half's knows eventfds only.
    private static DeliveryChoice Software(PciDevice device, DriverManifest manifest, UserInterruptSupport support)
        => device.PostsItself && !manifest.SharesVectors
            ? new(DeliveryWay.Posted, "the device sets it itself.", support)
            : new(
                DeliveryWay.BridgedBits,
                $"a thread reads the eventfds and sets it, since {(device.PostsItself ? "vectors may have to share one" : "the kernel gives the device no other way")}.",
                support);

    /// <summary>What keeps the vectors from arriving otherwise than at eventfds, whatever the machine has; a sentence.</summary>
    private static string? Obstacle(PciDevice device, BindingPlan plan)
        => plan switch
        {
            { Vectors.Length: > Upid.VectorCount } =>
                $"{Name(plan)} has {plan.Vectors.Length} vectors, and user interrupts have {Upid.VectorCount} for a thread: give some of them another ([MsiVector(…, Thread = \"…\")]).",
            { Options.TopHalf: TopHalfMode.Native } => "the native top half waits for eventfds (TopHalf = TopHalfMode.Managed is without it).",
            _ => device.NoOtherDelivery,
        };

    /// <summary>What keeps the device's interrupt from being the thread's notification, as the rest of a sentence; null for nothing.</summary>
    private static string? WhyNotDirect(PciDevice device, DriverManifest manifest, BindingPlan plan, IUserInterruptMachine machine)
        => machine.Direct is null || device.PostsItself ? "the kernel gives the device no other way"
            : manifest.IsLine ? "a line is no message"
            : manifest.SharesVectors ? "vectors may have to share one"
            : plan.Options.WaitMode != WaitMode.Spin ? "a thread that is notified directly never sleeps, and WaitMode is not Spin"
            : plan.Vectors.Length > 1 ? $"the processor has one notification for a thread, and {Name(plan)} has {plan.Vectors.Length} vectors"
            : plan.Options.Cpu is null ? "the thread may move, as long as Cpu does not pin it"
            : null;

    private static string Name(BindingPlan plan) => plan.Thread.Length == 0 ? "the default thread" : $"thread '{plan.Thread}'";

    private static PciDeviceException NotHere(PciDevice device, InterruptDelivery wanted, string reason)
        => new(
            device.Name,
            "binding",
            errno: 0,
            $"Delivery = {wanted} cannot be had: {reason}",
            "set Delivery = InterruptDelivery.Auto, which takes what there is and says so (InterruptBinding.Deliveries)");
}
