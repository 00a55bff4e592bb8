using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>
/// The drain loop with a table of function pointers, for more vectors than a switch does well. The pointers are to static
/// methods, since C# has none to instance methods (CS8759), and are not delegates, which cost an object and a second jump.
/// </summary>
internal static class TableLoop
{
    private const string Pointer = $"delegate*<{KnownNames.DispatcherMember}, {Types.Receiver}, in {Types.Event}, void>";

    public static void Write(IndentedWriter writer, DriverModel driver, OpenRegisters open)
    {
        (HandlerModel Handler, VectorRangeModel Range)[] ranges = [.. HandlerRanges.InOrder(driver)];
        int length = (int)ranges.Max(static r => r.Range.Last) + 1;

        writer.Line("// By vector.");
        writer.Line($"private static readonly unsafe {Pointer}[] Handlers = FillHandlers();");
        writer.Line();
        writer.Line(Types.AggressiveOptimization);
        writer.Line($"protected override unsafe void Run({Types.Receiver} receiver)");
        using (writer.Block())
        {
            BatchLoop.Write(writer, () => writer.Line("Handlers[e.Vector](this, receiver, in e);"));
        }

        writer.Line();
        WriteFill(writer, ranges, length);
        foreach ((HandlerModel handler, VectorRangeModel range) in ranges)
        {
            writer.Line();
            WriteThunk(writer, driver, open, handler, range);
        }

        if (HasGaps(driver, length))
        {
            writer.Line();
            writer.Line("// Not declared, so not enabled: counted, should it come nevertheless.");
            writer.Line($"private static void Undeclared({Parameters})");
            using (writer.Block())
            {
                writer.Line("receiver.Spurious(in e);");
            }
        }
    }

    private static string Parameters => $"{KnownNames.DispatcherMember} dispatcher, {Types.Receiver} receiver, in {Types.Event} e";

    private static bool HasGaps(DriverModel driver, int length) => driver.VectorCount < length;

    private static void WriteFill(IndentedWriter writer, (HandlerModel Handler, VectorRangeModel Range)[] ranges, int length)
    {
        writer.Line($"private static unsafe {Pointer}[] FillHandlers()");
        using (writer.Block())
        {
            writer.Line($"var handlers = new {Pointer}[{Literals.Number(length)}];");
            int next = 0;
            foreach ((HandlerModel handler, VectorRangeModel range) in ranges)
            {
                WriteFill(writer, next, range.First, "Undeclared");
                next = (int)range.Last + 1;
                WriteFill(writer, range.First, next, Thunk(handler, range));
            }

            writer.Line("return handlers;");
        }
    }

    private static void WriteFill(IndentedWriter writer, int first, int end, string thunk)
    {
        if (end - first == 1)
        {
            writer.Line($"handlers[{Literals.Number(first)}] = &{thunk};");
        }
        else if (end > first)
        {
            writer.Line($"for (int v = {Literals.Number(first)}; v < {Literals.Number(end)}; v++) {{ handlers[v] = &{thunk}; }}");
        }
    }

    private static void WriteThunk(IndentedWriter writer, DriverModel driver, OpenRegisters open, HandlerModel handler, VectorRangeModel range)
    {
        writer.Line(VectorComment.Of(handler, range));
        writer.Line($"private static void {Thunk(handler, range)}({Parameters})");
        using (writer.Block())
        {
            DispatchLocals.Write(writer, driver, handler.Program, open, handler.Methods.Any(static m => !m.IsStatic), "dispatcher.");
            HandlerBody.Write(writer, driver, open, handler, range, "return;");
        }
    }

    // Two ranges of one handler count their index from different vectors, so each has a thunk.
    private static string Thunk(HandlerModel handler, VectorRangeModel range) => $"{handler.Methods[0].Name}_{Literals.Number(range.First)}";
}
