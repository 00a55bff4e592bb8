using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The statements that one vector runs: its step program with all constants in place, and the call of the handler.</summary>
internal static class HandlerBody
{
    /// <param name="writer">Takes the text.</param>
    /// <param name="driver">The driver class.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="range">The vectors that share these statements.</param>
    /// <param name="leave">The statement that ends the dispatch of this event: <c>break;</c> or <c>return;</c>.</param>
    public static void Write(
        IndentedWriter writer, DriverModel driver, HandlerModel handler, VectorRangeModel range, string leave)
    {
        foreach (StepModel step in handler.Program)
        {
            switch (step.Operation)
            {
                case StepOperation.TestAny:
                    WriteTest(writer, step, $"(status & {Literals.Bits(step.Mask, step.Type.Bits)}) == 0", leave);
                    break;
                case StepOperation.TestEqual:
                    string mask = Literals.Bits(step.Mask, step.Type.Bits);
                    WriteTest(writer, step, $"(status & {mask}) != {Literals.Bits(step.Value, step.Type.Bits)}", leave);
                    break;
                case StepOperation.Handle:
                    WriteCall(writer, driver, handler, range);
                    break;
                default:
                    writer.Line($"{RegisterAccess.Write(step)} // {Purpose(step)}");
                    break;
            }
        }
    }

    private static void WriteTest(IndentedWriter writer, StepModel step, string notPending, string leave)
    {
        writer.Line($"ulong status = {RegisterAccess.Read(step)};");
        writer.Line($"if (status == {Literals.Bits(step.Type.AllOnes, step.Type.Bits)}) {{ receiver.ConfirmPresent(); }} // gone, or a real value?");
        writer.Line($"if ({notPending}) {{ receiver.Spurious(in e); {leave} }}");
    }

    private static void WriteCall(IndentedWriter writer, DriverModel driver, HandlerModel handler, VectorRangeModel range)
    {
        string status = handler.Program.Any(static s => s.Role == StepRole.Pending) ? "status" : "0";
        string target = handler.IsStatic ? Identifiers.GlobalName(driver) : "driver";
        writer.Line($"{Types.Interrupt} irq = new({Place(range)}, {status}, e.Signals, e.Timestamp);");
        writer.Line($"{target}.{Identifiers.Escape(handler.Name)}(in irq);");
    }

    // Vector and index: constants where the range has one vector.
    private static string Place(VectorRangeModel range)
    {
        string first = Literals.Number(range.First);
        return range switch
        {
            { Count: 1 } => $"{first}, 0",
            { First: 0 } => "e.Vector, e.Vector",
            _ => $"e.Vector, e.Vector - {first}",
        };
    }

    private static string Purpose(StepModel step) => (step.Role, step.Operation) switch
    {
        (StepRole.Disable, _) => "mask the source",
        (StepRole.Enable, _) => "unmask the source",
        (_, StepOperation.Echo) => "acknowledge what was seen",
        _ => "acknowledge",
    };
}
