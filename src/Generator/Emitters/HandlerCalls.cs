using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The call of a handler method with its interrupt.</summary>
internal static class HandlerCalls
{
    /// <param name="writer">Takes the text.</param>
    /// <param name="driver">The driver class.</param>
    /// <param name="method">The handler.</param>
    /// <param name="place">The expressions of vector and index.</param>
    /// <param name="status">The expression of the status.</param>
    public static void Write(IndentedWriter writer, DriverModel driver, HandlerMethodModel method, string place, string status)
    {
        string target = method.IsStatic ? Identifiers.GlobalName(driver) : "driver";
        writer.Line($"{Types.Interrupt} irq = new({place}, {status}, e.Signals, e.Timestamp);");
        writer.Line($"{target}.{Identifiers.Escape(method.Name)}(in irq);");
    }

    /// <summary>The call that a top half has found: an event says at which step, with which index and which status.</summary>
    public static void WriteCompleted(IndentedWriter writer, DriverModel driver, HandlerModel handler, VectorRangeModel range)
    {
        string place = $"{Vector(range)}, e.Index";
        IGrouping<string, int>[] calls =
        [
            .. Enumerable.Range(0, handler.Program.Count)
                .Where(i => handler.Program[i].Operation == StepOperation.Handle)
                .GroupBy(i => handler.Program[i].Handler, StringComparer.Ordinal),
        ];
        if (calls.Length == 1)
        {
            Write(writer, driver, handler.Method(calls[0].Key), place, "e.Status");
            return;
        }

        writer.Line("switch (e.Step)");
        using (writer.Block())
        {
            foreach (IGrouping<string, int> steps in calls)
            {
                writer.Line(string.Join(" ", steps.Select(static step => $"case {Literals.Number(step)}:")));
                using (writer.Block())
                {
                    Write(writer, driver, handler.Method(steps.Key), place, "e.Status");
                    writer.Line("break;");
                }
            }
        }

        writer.Line();
    }

    /// <summary>The vector: a constant where the range has one.</summary>
    public static string Vector(VectorRangeModel range) => range.Count == 1 ? Literals.Number(range.First) : "e.Vector";

    /// <summary>The vector's place in its range; null where it has one vector, and the index is 0.</summary>
    public static string? Index(VectorRangeModel range) => range switch
    {
        { Count: 1 } => null,
        { First: 0 } => "e.Vector",
        _ => $"(e.Vector - {Literals.Number(range.First)})",
    };
}
