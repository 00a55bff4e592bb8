namespace TopHalf.Generator.Tests.Properties;

/// <summary>What a register of a scripted card does.</summary>
internal enum RegisterKind
{
    /// <summary>It holds what was written.</summary>
    Plain,

    /// <summary>A written 1 clears its bit, a written 0 does nothing.</summary>
    WriteOneToClear,

    /// <summary>A read clears it.</summary>
    ReadToClear,

    /// <summary>Writes do nothing.</summary>
    Sticky,
}

/// <summary>A register at the start.</summary>
internal readonly record struct ScriptedRegister(int Bar, uint Offset, int Bytes, RegisterKind Kind, ulong Value);

/// <summary>A vector that is signalled, by its place among those of the driver, and how often before it is seen.</summary>
internal readonly record struct ScriptedSignal(int Pick, int Signals);

/// <summary>Bits that the card sets just before an access, counted from the start of the script.</summary>
internal readonly record struct Rise(int Before, ScriptedRegister Register);

/// <summary>How a card behaves and interrupts.</summary>
/// <param name="Registers">What stands in its registers; all others are plain and 0.</param>
/// <param name="Signals">The interrupts, in order.</param>
/// <param name="Rises">What changes meanwhile, in order.</param>
/// <param name="GoneBefore">The access from which on no card answers any more.</param>
internal sealed record Script(ScriptedRegister[] Registers, ScriptedSignal[] Signals, Rise[] Rises, int GoneBefore)
{
    public const int Never = int.MaxValue;

    public override string ToString()
        => $"registers: {string.Join(", ", Registers.Select(Text))}\n"
            + $"signals: {string.Join(", ", Signals.Select(static s => s.Signals == 1 ? $"{s.Pick}" : $"{s.Pick} x{s.Signals}"))}\n"
            + $"rises: {string.Join(", ", Rises.Select(static r => $"before access {r.Before} {Text(r.Register)}"))}\n"
            + $"gone: {(GoneBefore == Never ? "never" : $"before access {GoneBefore}")}";

    private static string Text(ScriptedRegister r) => $"{r.Bar}:0x{r.Offset:X}/{8 * r.Bytes} {r.Kind} 0x{r.Value:X}";
}
