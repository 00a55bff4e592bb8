namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>What a receiver runs: an instruction at each address, one byte long.</summary>
internal static class Programs
{
    /// <summary>The word that the handler collects vectors in.</summary>
    public const ulong Pending = 0x2000;

    public static Instruction Clui { get; } = Do("CLUI", static machine => machine.Receiver.Clui());

    public static Instruction Stui { get; } = Do("STUI", static machine => machine.Receiver.Stui());

    /// <summary>Collects the vector, drops it from the stack and returns.</summary>
    public static IReadOnlyList<Instruction> Handler { get; } =
    [
        Do("lock bts pending, vector", static machine =>
        {
            machine.Memory[Pending] |= 1UL << (int)machine.Memory[machine.Receiver.Rsp];
            machine.Receiver.Rsp += 8;
            return UserInterruptFault.None;
        }),
        new("UIRET", static machine => machine.Receiver.Uiret(machine.Memory)),
    ];

    public static IReadOnlyDictionary<ulong, Instruction> At(params (ulong Address, IReadOnlyList<Instruction> Instructions)[] programs)
        => programs
            .SelectMany(static program => program.Instructions.Select((instruction, i) => (Address: program.Address + (ulong)i, instruction)))
            .ToDictionary(static at => at.Address, static at => at.instruction);

    /// <summary>An instruction after which the next one follows, unless it faults.</summary>
    public static Instruction Do(string name, Func<Machine, UserInterruptFault> run) => new(name, machine =>
    {
        UserInterruptFault fault = run(machine);
        machine.Receiver.Rip += fault == UserInterruptFault.None ? 1UL : 0;
        return fault;
    });
}
