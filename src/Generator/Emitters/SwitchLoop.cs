using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The drain loop with a switch: for few vectors the fastest way to a handler, and no unsafe code.</summary>
internal static class SwitchLoop
{
    private const int LabelsPerLine = 8;

    public static void Write(IndentedWriter writer, DriverModel driver, OpenRegisters open)
    {
        writer.Line(Types.AggressiveOptimization);
        writer.Line($"protected override void Run({Types.Receiver} receiver)");
        using (writer.Block())
        {
            DispatchLocals.Write(writer, driver, driver.Handlers.SelectMany(static h => h.Program), open, DispatcherClass.NeedsDriver(driver), "");
            BatchLoop.Write(writer, () => WriteSwitch(writer, driver, open));
        }
    }

    private static void WriteSwitch(IndentedWriter writer, DriverModel driver, OpenRegisters open)
    {
        writer.Line("switch (e.Vector)");
        using (writer.Block())
        {
            foreach ((HandlerModel handler, VectorRangeModel range) in HandlerRanges.InOrder(driver))
            {
                WriteCase(writer, driver, open, handler, range);
            }

            WriteDefault(writer);
        }
    }

    private static void WriteCase(IndentedWriter writer, DriverModel driver, OpenRegisters open, HandlerModel handler, VectorRangeModel range)
    {
        writer.Line(VectorComment.Of(handler, range));
        for (int first = range.First; first <= range.Last; first += LabelsPerLine)
        {
            int count = (int)Math.Min(LabelsPerLine, range.Last - first + 1);
            writer.Line(string.Join(" ", Enumerable.Range(first, count).Select(static v => $"case {Literals.Number(v)}:")));
        }

        using (writer.Block())
        {
            HandlerBody.Write(writer, driver, open, handler, range, "continue;");
            writer.Line("break;");
        }

        writer.Line();
    }

    private static void WriteDefault(IndentedWriter writer)
    {
        writer.Line("// Not declared, so not enabled: counted, should it come nevertheless.");
        writer.Line("default:");
        using (writer.Block())
        {
            writer.Line("receiver.Spurious(in e);");
            writer.Line("break;");
        }
    }
}
