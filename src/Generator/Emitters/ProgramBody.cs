using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>
/// The statements of a program with blocks, with further looks at its status, or of a line. Where a top half has run the
/// program, an event says which of its handlers is to be called, and with which index; else all of it is here.
/// </summary>
/// <param name="writer">Takes the text.</param>
/// <param name="driver">The driver class.</param>
/// <param name="open">The registers whose place is not in the attribute.</param>
/// <param name="handler">The handlers of these vectors.</param>
/// <param name="range">The vectors that share these statements.</param>
/// <param name="leave">The statement that ends the dispatch of this event.</param>
internal sealed class ProgramBody(
    IndentedWriter writer, DriverModel driver, OpenRegisters open, HandlerModel handler, VectorRangeModel range, string leave)
{
    private readonly StepModel[] _program = [.. handler.Program];
    private readonly StepStatements _statements = new(writer, open);
    private readonly string? _index = HandlerCalls.Index(range);

    public void Write()
    {
        writer.Line("if (receiver.HasTopHalf)");
        using (writer.Block())
        {
            HandlerCalls.WriteCompleted(writer, driver, handler, range);
            writer.Line("receiver.Complete(in e);");
            writer.Line($"if (e.IsLast) {{ receiver.Handled(in e); }}");
            writer.Line(leave);
        }

        writer.Line();
        WriteTest(out bool hasTest);
        int again = Array.FindIndex(_program, static s => s.Operation == StepOperation.Again);
        int first = hasTest ? 1 : 0;
        if (again >= 0)
        {
            writer.Line("bool isSettled = true;");
            writer.Line("for (int look = 0; ; look++)");
            using (writer.Block())
            {
                WriteBlock(first, again, "status", _index, depth: 0);
                writer.Line();
                WriteAgain(_program[again]);
            }

            writer.Line();
            writer.Line($"if (!isSettled) {{ receiver.Handled(in e); {leave} }}");
            first = again + 1;
        }

        WriteBlock(first, _program.Length, hasTest ? "status" : "e.Status", _index, depth: 0);
        if (IsBlock(LastOutside(first)))
        {
            writer.Line();
        }

        writer.Line("receiver.Handled(in e);");
    }

    // The last step that is in no block.
    private StepModel LastOutside(int first)
    {
        StepModel last = _program[0];
        for (int i = first; i < _program.Length; i += 1 + _program[i].Length)
        {
            last = _program[i];
        }

        return last;
    }

    private void WriteTest(out bool hasTest)
    {
        StepModel test = _program[0];
        hasTest = test.Operation is StepOperation.TestAny or StepOperation.TestEqual;
        if (!hasTest)
        {
            return;
        }

        string unmask = driver.IsLine ? " receiver.UnmaskLine();" : "";
        _statements.WriteRead(test, "ulong status", "status", _index);
        writer.Line($"if ({StepStatements.NotPending(test, "status", _index)}) {{ receiver.Spurious(in e);{unmask} {leave} }}");
    }

    private void WriteAgain(StepModel again)
    {
        StepModel test = _program[0];
        _statements.WriteRead(test, "status", "status", _index);
        writer.Line($"if ({StepStatements.NotPending(test, "status", _index)}) {{ break; }}");
        writer.Line($"if (look == {again.Value})");
        using (writer.Block())
        {
            writer.Line("receiver.Unsettled(in e); // masks the sources of the vector, and they stay so");
            writer.Line("isSettled = false;");
            writer.Line("break;");
        }
    }

    private void WriteBlock(int first, int end, string status, string? index, int depth)
    {
        bool wasBlock = false;
        for (int i = first; i < end; i++)
        {
            StepModel step = _program[i];
            if (i > first && (wasBlock || IsBlock(step)))
            {
                writer.Line();
            }

            wasBlock = IsBlock(step);
            switch (step.Operation)
            {
                case StepOperation.Handle when depth > 0 && end - first == 1:
                    // Alone in the braces of what leads to it.
                    WriteCall(step, index ?? "0", status);
                    break;
                case StepOperation.Handle:
                    using (writer.Block())
                    {
                        WriteCall(step, index ?? "0", status);
                    }

                    break;
                case StepOperation.Unmask:
                    writer.Line("receiver.UnmaskLine();");
                    break;
                default:
                    if (step.HasBlock)
                    {
                        WriteInner(step, i + 1, status, index, depth + 1);
                    }
                    else
                    {
                        _statements.Write(step, status, index);
                    }

                    break;
            }

            i += step.Length;
        }
    }

    private void WriteInner(StepModel step, int first, string status, string? index, int depth)
    {
        string n = Literals.Number(depth);
        string mask = step.TouchesRegister ? Literals.Bits(step.Mask, step.Type.Bits) : Literals.Bits(step.Mask);
        int end = first + step.Length;
        switch (step.Operation)
        {
            case StepOperation.Match:
                writer.Line($"if (({status} & {mask}) != 0)");
                using (writer.Block())
                {
                    WriteBlock(first, end, status, index, depth);
                }

                break;
            case StepOperation.EachBit:
                writer.Line($"for (ulong left{n} = {status} & {mask}; left{n} != 0; left{n} &= left{n} - 1)");
                using (writer.Block())
                {
                    writer.Line($"int index{n} = {Each(step, index, $"left{n}")};");
                    WriteBlock(first, end, status, $"index{n}", depth);
                }

                break;
            case StepOperation.Bank:
                using (writer.Block())
                {
                    _statements.WriteRead(step, $"ulong status{n}", $"status{n}", index);
                    writer.Line($"if ((status{n} & {mask}) != 0)");
                    using (writer.Block())
                    {
                        WriteBlock(first, end, $"status{n}", index, depth);
                    }
                }

                break;
            default:
                writer.Line($"if (({status} & {mask}) is not 0 and ulong unclaimed)");
                using (writer.Block())
                {
                    writer.Line("receiver.Unclaimed(in e, unclaimed);");
                    WriteBlock(first, end, "unclaimed", index, depth);
                }

                break;
        }
    }

    // Has braces of its own, which blank lines set apart.
    private static bool IsBlock(StepModel step) => step.HasBlock || step.Operation == StepOperation.Handle;

    private static string Each(StepModel step, string? index, string left)
    {
        int lowest = BitMask.Lowest(step.Mask);
        string outer = index is null ? "" : $"({index} * {Literals.Number(step.Extent)}) + ";
        int offset = (int)step.Value - lowest;
        string shift = offset == 0 ? "" : offset > 0 ? $" + {Literals.Number(offset)}" : $" - {Literals.Number(-offset)}";
        return $"{outer}{Types.BitOperations}.TrailingZeroCount({left}){shift}";
    }

    private void WriteCall(StepModel step, string index, string status)
        => HandlerCalls.Write(writer, driver, handler.Method(step.Handler), $"{HandlerCalls.Vector(range)}, {index}", status);
}
