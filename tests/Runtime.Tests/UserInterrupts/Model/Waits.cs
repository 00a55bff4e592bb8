namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>
/// A receiver that waits until vectors are pending, takes them, and waits again until it has had all it expects. The waits have no deadline,
/// so that one which is not woken is a fault and not a delay.
/// </summary>
internal static class Waits
{
    /// <summary>The word of what the receiver has taken.</summary>
    public const ulong Handled = 0x2040;

    private const ulong Start = Machines.Code;
    private const ulong Loop = Start + 1;

    /// <summary>CPUID(7,0).ECX[5]: the line is monitored before it is looked at, and a UIRET after that makes UMWAIT return at once.</summary>
    public static IReadOnlyList<Instruction> Umwait(ulong expected, bool isSoftware = false)
        => Stub(expected, isSoftware, UmwaitLoop);

    /// <summary>Looks, and sleeps by UMWAIT, until a bit is pending; for <see cref="Machines.Code"/> + 1.</summary>
    public static Instruction[] UmwaitLoop { get; } = [Monitor, Test(Loop + 4), Sleep(static receiver => receiver.IsMonitoring), Jump(Loop)];

    /// <summary>Where the processor has no UMWAIT.</summary>
    public static IReadOnlyList<Instruction> Pause(ulong expected, bool isSoftware = false)
        => Stub(expected, isSoftware, [Test(Loop + 3), Nop("PAUSE"), Jump(Loop)]);

    /// <summary>A flaw: it sleeps whatever has happened since it looked, as TPAUSE or a system call does.</summary>
    public static IReadOnlyList<Instruction> Naive(ulong expected)
        => Stub(expected, false, [Test(Loop + 3), Sleep(static _ => true), Jump(Loop)]);

    /// <summary>A flaw: what comes between the look and UMONITOR wakes nobody.</summary>
    public static IReadOnlyList<Instruction> MonitorAfterTest(ulong expected, bool isSoftware)
        => Stub(expected, isSoftware, [Test(Loop + 4), Monitor, Sleep(static receiver => receiver.IsMonitoring), Jump(Loop)]);

    /// <summary>Software delivery: another thread sets the bit, and with that wakes whoever monitors the line.</summary>
    public static SenderStep Store(int vector) => new($"lock bts pending, {vector}", (machine, _) =>
    {
        machine.Memory[Programs.Pending] |= 1UL << vector;
        machine.Receiver.IsAsleep &= !machine.Receiver.IsMonitoring;
        machine.Receiver.IsMonitoring = false;
    });

    public static string? AtEnd(Machine machine, ulong expected)
        => machine.Memory[Handled] == expected && machine.Memory[Programs.Pending] == 0
            ? null
            : $"lost wake-up: 0x{machine.Memory[Programs.Pending]:X} is pending, and the receiver {(machine.Receiver.IsAsleep ? "sleeps" : "has ended")}";

    private static List<Instruction> Stub(ulong expected, bool isSoftware, Instruction[] wait) =>
    [
        isSoftware ? Nop("NOP") : Programs.Stui,
        .. wait,
        isSoftware ? Nop("NOP") : Programs.Clui,
        Programs.Do("xchg pending, 0", static machine =>
        {
            machine.Memory[Handled] |= machine.Memory[Programs.Pending];
            machine.Memory[Programs.Pending] = 0;
            return UserInterruptFault.None;
        }),
        Go("waits again unless it has all", Start, machine => machine.Memory[Handled] != expected),
    ];

    private static Instruction Monitor => Programs.Do("UMONITOR", static machine =>
    {
        machine.Receiver.IsMonitoring = true;
        return UserInterruptFault.None;
    });

    private static Instruction Sleep(Func<Processor, bool> sleeps) => Programs.Do("sleeps", machine =>
    {
        machine.Receiver.IsAsleep = sleeps(machine.Receiver);
        return UserInterruptFault.None;
    });

    private static Instruction Test(ulong found) => Go("looks at pending", found, static machine => machine.Memory[Programs.Pending] != 0);

    private static Instruction Jump(ulong target) => Go("looks again", target, static _ => true);

    private static Instruction Nop(string name) => Programs.Do(name, static _ => UserInterruptFault.None);

    public static Instruction Go(string name, ulong target, Func<Machine, bool> goes) => new(name, machine =>
    {
        machine.Receiver.Rip = goes(machine) ? target : machine.Receiver.Rip + 1;
        return UserInterruptFault.None;
    });
}
