using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>
/// The statements that one vector runs: its step program with all constants in place, and the call of the handler. What stands
/// before and after the call is left out where a top half does it.
/// </summary>
internal static class HandlerBody
{
    /// <summary>Some handler has steps of its own, so that it matters whether there is a top half.</summary>
    public static bool HasSteps(IEnumerable<HandlerModel> handlers)
        => handlers.Any(static h => h.Program.Any(static s => s.Operation != StepOperation.Handle));

    /// <param name="writer">Takes the text.</param>
    /// <param name="driver">The driver class.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="range">The vectors that share these statements.</param>
    /// <param name="leave">The statement that ends the dispatch of this event: <c>continue;</c> or <c>return;</c>.</param>
    public static void Write(
        IndentedWriter writer, DriverModel driver, HandlerModel handler, VectorRangeModel range, string leave)
    {
        StepModel[] before = [.. handler.Program.TakeWhile(static s => s.Operation != StepOperation.Handle)];
        StepModel[] after = [.. handler.Program.SkipWhile(static s => s.Operation != StepOperation.Handle).Skip(1)];
        WriteBefore(writer, before, leave);
        WriteCall(writer, driver, handler, range, HasTest(before) ? "status" : "e.Status");
        WriteAfter(writer, after);
        writer.Line("receiver.Handled(in e);");
    }

    private static void WriteBefore(IndentedWriter writer, StepModel[] steps, string leave)
    {
        if (steps.Length == 0)
        {
            return;
        }

        if (HasTest(steps))
        {
            writer.Line("ulong status = e.Status;");
        }

        writer.Line("if (!hasTopHalf)");
        using (writer.Block())
        {
            foreach (StepModel step in steps)
            {
                WriteStep(writer, step, leave);
            }
        }

        writer.Line();
    }

    private static void WriteAfter(IndentedWriter writer, StepModel[] steps)
    {
        if (steps.Length == 0)
        {
            return;
        }

        writer.Line("if (hasTopHalf)");
        using (writer.Block())
        {
            writer.Line("receiver.Complete(in e);");
        }

        writer.Line("else");
        using (writer.Block())
        {
            foreach (StepModel step in steps)
            {
                WriteStep(writer, step, leave: "");
            }
        }

        writer.Line();
    }

    private static bool HasTest(StepModel[] steps) => steps.Any(static s => s.Role == StepRole.Pending);

    private static void WriteStep(IndentedWriter writer, StepModel step, string leave)
    {
        string mask = Literals.Bits(step.Mask, step.Type.Bits);
        switch (step.Operation)
        {
            case StepOperation.TestAny:
                WriteTest(writer, step, $"(status & {mask}) == 0", leave);
                break;
            case StepOperation.TestEqual:
                WriteTest(writer, step, $"(status & {mask}) != {Literals.Bits(step.Value, step.Type.Bits)}", leave);
                break;
            default:
                writer.Line($"{RegisterAccess.Write(step)} // {Purpose(step)}");
                break;
        }
    }

    private static void WriteTest(IndentedWriter writer, StepModel step, string notPending, string leave)
    {
        writer.Line($"status = {RegisterAccess.Read(step)};");
        writer.Line($"if (status == {Literals.Bits(step.Type.AllOnes, step.Type.Bits)}) {{ receiver.ConfirmPresent(); }} // gone, or a real value?");
        writer.Line($"if ({notPending}) {{ receiver.Spurious(in e); {leave} }}");
    }

    private static void WriteCall(IndentedWriter writer, DriverModel driver, HandlerModel handler, VectorRangeModel range, string status)
    {
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
