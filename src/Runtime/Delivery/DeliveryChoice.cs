using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>Which way the interrupts of a thread take, and why: decided once, before anything is made.</summary>
/// <param name="Delivery">Never <see cref="InterruptDelivery.Auto"/>.</param>
/// <param name="Reason">See <see cref="ThreadDelivery.Reason"/>.</param>
/// <param name="Support">Of this machine.</param>
internal readonly record struct DeliveryChoice(InterruptDelivery Delivery, string Reason, UserInterruptSupport Support)
{
    private const string Direct = "the device's interrupt is the thread's notification.";

    /// <param name="device">The device.</param>
    /// <param name="plan">The thread.</param>
    /// <param name="kernel">The numbers to try.</param>
    /// <param name="machine">Where.</param>
    /// <exception cref="PciDeviceException">What is required cannot be had.</exception>
    public static DeliveryChoice Make(PciDevice device, BindingPlan plan, UserInterruptKernel kernel, IUserInterruptMachine machine)
    {
        InterruptDelivery wanted = plan.Options.Delivery;
        if (wanted == InterruptDelivery.EventFd)
        {
            return new(InterruptDelivery.EventFd, "the options ask for it.", default);
        }

        string? obstacle = Obstacle(device, plan);
        if (obstacle is not null)
        {
            return wanted == InterruptDelivery.Auto
                ? new(InterruptDelivery.EventFd, obstacle, default)
                : throw NotHere(device, wanted, obstacle);
        }

        if (wanted == InterruptDelivery.Software)
        {
            UserInterruptSupport package = new(false, machine.OtherPlatform is null && machine.HasWaitPackage, "");
            return machine.OtherPlatform is { } other
                ? throw NotHere(device, wanted, $"the waits are machine code for Linux on x86-64, and this is {other}.")
                : new(wanted, device.PostsItself ? "the device sets it itself." : "a thread reads the eventfds and sets it, since the kernel gives the device no other way.", package);
        }

        UserInterruptSupport support = UserInterruptDetection.Look(machine, kernel);
        if (!support.IsSupported)
        {
            return wanted == InterruptDelivery.Auto
                ? new(InterruptDelivery.EventFd, support.Reason, support)
                : throw NotHere(device, wanted, support.Reason);
        }

        return new(InterruptDelivery.UserInterrupt, WhyNotDirect(device, plan, machine) ?? Direct, support);
    }

    /// <summary>What keeps the device's interrupt from being the thread's notification; a sentence. Null for nothing.</summary>
    private static string? WhyNotDirect(PciDevice device, BindingPlan plan, IUserInterruptMachine machine)
    {
        string? why = machine.Direct is null || device.PostsItself ? "the kernel gives the device no other way"
            : plan.Vectors.Length > 1 ? $"the processor has one notification for a thread, and {(plan.Thread.Length == 0 ? "the default thread" : $"thread '{plan.Thread}'")} has {plan.Vectors.Length} vectors"
            : plan.Options.Cpu is null ? "the thread may move, as long as Cpu does not pin it"
            : null;
        return why is null ? null : $"a thread reads the eventfds and sends them on, since {why}.";
    }

    /// <summary>The receiver for it.</summary>
    /// <exception cref="PciDeviceException">The system lacks what it needs.</exception>
    public InterruptReceiver MakeReceiver(PciDevice device, DriverManifest manifest, BindingPlan plan, InterruptOptions options)
        => Delivery switch
        {
            InterruptDelivery.EventFd => device.Receivers.Create(device, manifest, plan),
            InterruptDelivery.Software when device.PostsItself => new PostedReceiver(device, manifest, plan, Support),
            InterruptDelivery.Software => new BridgedReceiver(device, manifest, plan, Support, calls: null),
            _ when Reason == Direct => new DirectReceiver(device, plan, Support, options.Machine.Direct!),
            _ => new BridgedReceiver(device, manifest, plan, Support, options.Machine.Calls(options.UserInterruptKernel)),
        };

    /// <summary>What keeps the vectors from arriving otherwise than at eventfds, whatever the machine has; a sentence.</summary>
    private static string? Obstacle(PciDevice device, BindingPlan plan)
        => plan switch
        {
            { Vectors.Length: > Upid.VectorCount } =>
                $"{(plan.Thread.Length == 0 ? "the default thread" : $"thread '{plan.Thread}'")} has {plan.Vectors.Length} vectors, and user interrupts have {Upid.VectorCount} " +
                "for a thread: give some of them another ([MsiVector(…, Thread = \"…\")]).",
            { Options.TopHalf: TopHalfMode.Native } => "the native top half waits for eventfds (TopHalf = TopHalfMode.Managed is without it).",
            _ => device.NoOtherDelivery,
        };

    private static PciDeviceException NotHere(PciDevice device, InterruptDelivery wanted, string reason)
        => new(
            device.Name,
            "binding",
            errno: 0,
            $"Delivery = {wanted} cannot be had: {reason}",
            "set Delivery = InterruptDelivery.Auto, which takes what there is and says so (InterruptBinding.Deliveries)");
}
