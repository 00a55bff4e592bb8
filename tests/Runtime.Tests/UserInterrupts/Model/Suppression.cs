namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>
/// What system software does with SN while a receiver is off its processor, and when it is back: the specification only says what SN does,
/// and this is what it takes for nothing to stay behind.
/// </summary>
internal static class Suppression
{
    public static SenderStep Begin { get; } = new("sets SN", static (machine, _) => machine.Upid.Suppress());

    /// <summary>As <see cref="Upid.Unsuppress"/> does it.</summary>
    public static SenderStep[] End { get; } = [new("clears SN", Clear), new("looks at PIR", Look), SendUipi.Notify];

    public static void Clear(Machine machine, Sender sender) => machine.Upid.SetStatus(machine.Upid.Status & ~Upid.SuppressBit);

    public static void Look(Machine machine, Sender sender)
    {
        sender.MustNotify = machine.Upid.Requests != 0;
        sender.Notification = sender.MustNotify ? machine.Upid.Status : 0;
    }
}
