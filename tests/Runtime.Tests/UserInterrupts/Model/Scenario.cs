namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>What stays the same while a machine runs: what everybody does, and when it went well.</summary>
internal sealed record Scenario
{
    /// <summary>The steps of each sender.</summary>
    public IReadOnlyList<IReadOnlyList<SenderStep>> Senders { get; init; } = [];

    /// <summary>The receiver's instructions, by RIP.</summary>
    public IReadOnlyDictionary<ulong, Instruction> Code { get; init; } = new Dictionary<ulong, Instruction>();

    /// <summary>The steps of a notification; another list than the specified one is a flaw, to see that it is found.</summary>
    public IReadOnlyList<NotificationStep> Notification { get; init; } = Model.Notification.Specified;

    public Func<Processor, ModelMemory, UserInterruptFault> Delivery { get; init; } = static (processor, memory) => processor.Deliver(memory);

    /// <summary>Vectors that stay posted until an interrupt of a device comes: they are owed to nobody.</summary>
    public ulong PostedBeforehand { get; init; }

    /// <summary>What is wrong when nothing can happen any more, beside a vector that was not delivered.</summary>
    public Func<Machine, string?> AtEnd { get; init; } = static _ => null;
}
