namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>SENDUIPI, as its atomic steps. Source: Intel SDM, Vol. 2, SENDUIPI, Operation.</summary>
internal static class SendUipi
{
    /// <summary>As the processor does it: the UPID is read and written under one lock.</summary>
    public static SenderStep[] Locked(ulong index) => [ReadEntry(index), new("posts", Post), Notify];

    /// <summary>As <see cref="Upid.Post"/> does it, one word after the other.</summary>
    public static SenderStep[] ByWords(ulong index) => [ReadEntry(index), new("sets PIR", SetRequest), new("claims ON", Claim), Notify];

    public static SenderStep ReadEntry(ulong index) => new($"SENDUIPI {index} reads the UITT", (machine, sender) =>
    {
        if (!sender.IsEnabled)
        {
            sender.Fault = UserInterruptFault.NotEnabled;
        }
        else if (index > sender.HighestIndex)
        {
            sender.Fault = UserInterruptFault.IndexBeyondTable;
        }
        else
        {
            sender.Entry = machine.Uitt[(int)index];
            sender.Fault = sender.Entry.Check();
        }

        if (sender.Fault == UserInterruptFault.None && sender.Entry.UpidAddress != machine.UpidAddress)
        {
            sender.Fault = UserInterruptFault.UpidNotMapped;
        }
    });

    /// <summary>The interrupt that was claimed arrives at the processor that the UPID named, if it is this one.</summary>
    public static SenderStep Notify { get; } = new("notifies", static (machine, sender) =>
    {
        if (sender.MustNotify)
        {
            machine.Send(sender.Notification);
            sender.MustNotify = false;
            sender.Notification = 0;
        }

        sender.Entry = default;
    });

    public static void SetRequest(Machine machine, Sender sender)
    {
        if (machine.Upid.HasReservedBits)
        {
            sender.Fault = UserInterruptFault.UpidReservedBits;
            return;
        }

        machine.Upid.SetRequest(sender.Entry.Vector);
        machine.Ledger.Post(sender.Entry.Vector);
    }

    public static void Claim(Machine machine, Sender sender)
    {
        sender.MustNotify = machine.Upid.ClaimNotification();
        sender.Notification = sender.MustNotify ? machine.Upid.Status : 0;
    }

    private static void Post(Machine machine, Sender sender)
    {
        SetRequest(machine, sender);
        if (sender.Fault == UserInterruptFault.None)
        {
            Claim(machine, sender);
        }
    }
}
