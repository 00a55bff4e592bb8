namespace TopHalf;

/// <content>How the interrupts of each thread arrive.</content>
public sealed partial class InterruptBinding
{
    /// <summary>How the interrupts of each receive thread arrive, and why not in a better way: one sentence each, the default thread's first.</summary>
    public IReadOnlyList<ThreadDelivery> Deliveries { get; private set; } = [];

    /// <summary>A receiver for each thread.</summary>
    private void MakeReceivers(InterruptOptions options, BindingPlan[] plans)
    {
        DeliveryChoice[] choices = Array.ConvertAll(plans, plan => DeliveryChoice.Make(_device, Manifest, plan, options.UserInterruptKernel, options.Machine));
        Deliveries = [.. plans.Zip(choices, static (plan, choice) => new ThreadDelivery(plan.Thread, choice.Delivery, choice.Reason))];
        for (int i = 0; i < plans.Length; i++)
        {
            _receivers.Add(choices[i].MakeReceiver(_device, Manifest, plans[i], options));
        }
    }
}
