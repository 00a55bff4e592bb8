namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>
/// What a processor does when a notification has been acknowledged (and its end written to the local APIC): uninterrupted itself, but
/// others post meanwhile. Source: Intel SDM, Vol. 3, "User Interrupts", section "User-Interrupt Notification Processing", which allows the
/// first two to be one.
/// </summary>
internal static class Notification
{
    public static NotificationStep ClearOutstanding { get; } = new("clears ON", static machine => machine.Upid.ClearOutstanding());

    public static NotificationStep TakeRequests { get; } = new("takes PIR", static machine => machine.Taken = machine.Upid.TakeRequests());

    public static NotificationStep Recognise { get; } = new("adds to UIRR", static machine =>
    {
        machine.Receiver.Requests |= machine.Taken;
        machine.Taken = 0;
    });

    public static IReadOnlyList<NotificationStep> Specified { get; } = [ClearOutstanding, TakeRequests, Recognise];
}
