namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>
/// A device whose MSI is the receiver's notification (UINV), so that no thread and no kernel is between them. The interrupt brings nothing but PIR,
/// which is posted beforehand with SN set; what happened is in the device's status register.
/// </summary>
internal static class Card
{
    /// <summary>The MSI's vector on the host, and UINV of the receiver.</summary>
    public const byte Vector = 0x51;

    /// <summary>The user vector that stands for it.</summary>
    public const int UserVector = 3;

    /// <summary>The status register: a bit for each event, cleared by who reads it.</summary>
    public const ulong Status = 0x2080;

    /// <summary>What the receiver has read of it.</summary>
    public const ulong Seen = 0x2088;

    /// <summary>An event of the card: the status first, then the message. A message that finds another of its vector unaccepted is one with it (IRR).</summary>
    public static SenderStep[] Event(int bit) =>
    [
        new($"the card has event {bit}", (machine, _) => machine.Memory[Status] |= 1UL << bit),
        new("the card sends its MSI", static (machine, _) => machine.Receiver.Arrived.Add(Vector)),
    ];

    /// <summary>SENDUIPI to the receiver itself, whose UPID suppresses the notification.</summary>
    public static Instruction Arm { get; } = Programs.Do("SENDUIPI to itself", static machine =>
    {
        machine.Upid.SetRequest(UserVector);
        machine.Ledger.Post(UserVector);
        return UserInterruptFault.None;
    });

    public static Instruction Look { get; } = Programs.Do("reads the status", static machine =>
    {
        machine.Memory[Seen] |= machine.Memory[Status];
        machine.Memory[Status] = 0;
        return UserInterruptFault.None;
    });

    /// <summary>A receiver that waits, takes what is pending, does what it is told, and waits again until it has seen all events.</summary>
    public static IReadOnlyList<Instruction> Receiver(ulong expected, params Instruction[] afterwards) =>
    [
        Programs.Stui,
        .. Waits.UmwaitLoop,
        Programs.Clui,
        Programs.Do("xchg pending, 0", static machine =>
        {
            machine.Memory[Programs.Pending] = 0;
            return UserInterruptFault.None;
        }),
        .. afterwards,
        Waits.Go("waits again unless it has all", Machines.Code, machine => machine.Memory[Seen] != expected),
    ];

    public static string? AtEnd(Machine machine, ulong expected)
        => machine.Memory[Seen] == expected ? null : $"lost interrupt: status 0x{machine.Memory[Status]:X} is read by nobody, and PIR is 0x{machine.Upid.Requests:X}";
}
