using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The statements of single steps: a test, or a read or write with all constants in place.</summary>
/// <param name="writer">Takes the text.</param>
/// <param name="open">The registers whose place is not in the attribute.</param>
internal sealed class StepStatements(IndentedWriter writer, OpenRegisters open)
{
    /// <summary>Reads a status register into a variable and looks whether a device answered.</summary>
    /// <param name="step">The test or the bank.</param>
    /// <param name="target">The variable, or its declaration.</param>
    /// <param name="status">The variable's name.</param>
    /// <param name="index">The expression of the index; null where it is 0.</param>
    public void WriteRead(StepModel step, string target, string status, string? index)
    {
        var register = new RegisterAccess(step, open, index);
        if (register.Select() is { } select)
        {
            writer.Line(select);
        }

        writer.Line($"{target} = {register.Read()};");
        writer.Line($"if ({status} == {Literals.Bits(step.Type.AllOnes, step.Type.Bits)}) {{ receiver.ConfirmPresent(); }} // gone, or a real value?");
    }

    /// <summary>A step that only reads or writes.</summary>
    public void Write(StepModel step, string status, string? index)
    {
        foreach (string line in new RegisterAccess(step, open, index).Statements(status, Purpose(step)))
        {
            writer.Line(line);
        }
    }

    /// <summary>The condition that a test finds nothing pending.</summary>
    /// <param name="test">The test.</param>
    /// <param name="status">The variable with what was read.</param>
    /// <param name="index">The expression of the index; null where it is 0.</param>
    public static string NotPending(StepModel test, string status, string? index)
    {
        var bits = new StepBits(test, index);
        return $"({status} & {bits.Mask}) {(test.Operation == StepOperation.TestAny ? "== 0" : $"!= {bits.Value}")}";
    }

    private static string Purpose(StepModel step) => (step.Role, step.Operation) switch
    {
        (StepRole.Disable, _) => "mask the source",
        (StepRole.Enable, _) => "unmask the source",
        (StepRole.Unclaimed, _) => "mask what no handler claims",
        (_, StepOperation.Echo) => "acknowledge what was seen",
        _ => "acknowledge",
    };
}
