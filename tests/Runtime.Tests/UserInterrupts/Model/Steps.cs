namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>What a sender does without anything in between.</summary>
internal sealed record SenderStep(string Name, Action<Machine, Sender> Run);

/// <summary>What a processor does without anything in between of other processors, while it processes a notification.</summary>
internal sealed record NotificationStep(string Name, Action<Machine> Run);

/// <summary>An instruction of the receiver. It leaves RIP at the next one, or where it goes.</summary>
internal sealed record Instruction(string Name, Func<Machine, UserInterruptFault> Run);
