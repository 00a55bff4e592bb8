using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>
/// The statements that one vector runs: its step program with all constants in place, and the call of its one handler. What stands
/// before and after the call is left out where a top half does it.
/// </summary>
internal static class HandlerBody
{
    /// <param name="writer">Takes the text.</param>
    /// <param name="driver">The driver class.</param>
    /// <param name="open">The registers whose place is not in the attribute.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="range">The vectors that share these statements.</param>
    /// <param name="leave">The statement that ends the dispatch of this event: <c>continue;</c> or <c>return;</c>.</param>
    public static void Write(
        IndentedWriter writer, DriverModel driver, OpenRegisters open, HandlerModel handler, VectorRangeModel range, string leave)
    {
        if (handler.IsStructured)
        {
            new ProgramBody(writer, driver, open, handler, range, leave).Write();
            return;
        }

        string? index = HandlerCalls.Index(range);
        var statements = new StepStatements(writer, open);
        StepModel[] before = [.. handler.Program.TakeWhile(static s => s.Operation != StepOperation.Handle)];
        StepModel[] after = [.. handler.Program.SkipWhile(static s => s.Operation != StepOperation.Handle).Skip(1)];
        WriteBefore(writer, statements, before, index, leave);
        string status = HasTest(before) ? "status" : "e.Status";
        HandlerCalls.Write(writer, driver, handler.Methods[0], $"{HandlerCalls.Vector(range)}, {Plain(index)}", status);
        WriteAfter(writer, statements, after, index);
        writer.Line("receiver.Handled(in e);");
    }

    private static void WriteBefore(IndentedWriter writer, StepStatements statements, StepModel[] steps, string? index, string leave)
    {
        if (steps.Length == 0)
        {
            return;
        }

        if (HasTest(steps))
        {
            writer.Line("ulong status = e.Status;");
        }

        writer.Line("if (!receiver.HasTopHalf) // else it has tested, masked and acknowledged already");
        using (writer.Block())
        {
            foreach (StepModel step in steps)
            {
                if (step.Operation is StepOperation.TestAny or StepOperation.TestEqual)
                {
                    statements.WriteRead(step, "status", "status", index);
                    writer.Line($"if ({StepStatements.NotPending(step, "status", index)}) {{ receiver.Spurious(in e); {leave} }}");
                }
                else
                {
                    statements.Write(step, "status", index);
                }
            }
        }

        writer.Line();
    }

    private static void WriteAfter(IndentedWriter writer, StepStatements statements, StepModel[] steps, string? index)
    {
        if (steps.Length == 0)
        {
            return;
        }

        writer.Line("if (receiver.HasTopHalf)");
        using (writer.Block())
        {
            writer.Line("receiver.Complete(in e);");
        }

        writer.Line("else");
        using (writer.Block())
        {
            foreach (StepModel step in steps)
            {
                statements.Write(step, "status", index);
            }
        }

        writer.Line();
    }

    private static bool HasTest(StepModel[] steps)
        => steps.Any(static s => s.Operation is StepOperation.TestAny or StepOperation.TestEqual);

    private static string Plain(string? index) => index?.Trim('(', ')') ?? "0";
}
