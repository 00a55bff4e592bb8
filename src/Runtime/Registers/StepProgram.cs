using System.Numerics;

namespace TopHalf;

/// <summary>What can be said of a step program without running it.</summary>
internal static class StepProgram
{
    /// <summary>Every step with each index that it can have, but for blocks that touch no register: they are the same for each.</summary>
    /// <param name="handler">Whose program, and whose vectors count the outermost index.</param>
    public static IEnumerable<Step> Everywhere(HandlerManifest handler) => Registers(handler).Select(static r => r.Step);

    /// <summary>The same, with the position of each in the program.</summary>
    public static IEnumerable<(int Position, Step Step)> Registers(HandlerManifest handler) => Registers(handler, handler.Program);

    /// <summary>What unmasks the sources of a handler at the start, with each index.</summary>
    public static IEnumerable<Step> Start(HandlerManifest handler)
        => Registers(handler, handler.Start.IsEmpty ? handler.Program : handler.Start).Select(static r => r.Step).Where(static s => s.Role == StepRole.Enable);

    private static IEnumerable<(int Position, Step Step)> Registers(HandlerManifest handler, ReadOnlySpan<Step> steps)
    {
        int vectors = 0;
        foreach (VectorRange range in handler.Vectors)
        {
            vectors = Math.Max(vectors, range.Count);
        }

        Step[] program = steps.ToArray();
        return Enumerable.Range(0, vectors).SelectMany(index => Everywhere(program, 0, program.Length, index));
    }

    /// <summary>The steps that mask the sources of one vector, and of no other: what is done in a storm.</summary>
    /// <param name="program">The vector's program.</param>
    /// <param name="vectorIndex">The vector's place in its range.</param>
    public static Step[] Mask(ReadOnlySpan<Step> program, int vectorIndex)
    {
        Step[] steps = program.ToArray();
        return [.. Once(Everywhere(steps, 0, steps.Length, vectorIndex).Select(static r => r.Step).Where(static s => s.Role == StepRole.Disable))];
    }

    /// <summary>Each register once: a descriptor of the class stands in every handler's program.</summary>
    public static IEnumerable<Step> Once(IEnumerable<Step> steps)
    {
        // A read back after a write is not to be left out where another write of the same register was.
        var done = new HashSet<Step>();
        return steps.Where(s => done.Add(s) || s.Operation == StepOperation.Flush);
    }

    /// <summary>How many handler calls one run can lead to.</summary>
    public static int MostCalls(ReadOnlySpan<Step> program)
    {
        int calls = 0;
        for (int i = 0; i < program.Length; i++)
        {
            Step step = program[i];
            int inner = step.Length == 0 ? 0 : MostCalls(program.Slice(i + 1, step.Length));
            calls += step.Operation switch
            {
                StepOperation.Handle => 1,
                StepOperation.EachBit => inner * BitOperations.PopCount(step.Mask),
                _ => inner,
            };
            i += step.Length;
        }

        return calls;
    }

    /// <summary>Behind the last handler or block: what is done when all handlers have returned.</summary>
    public static int EndOfHandlers(ReadOnlySpan<Step> program)
    {
        int end = 0;
        for (int i = 0; i < program.Length; i++)
        {
            bool leads = program[i].Operation is StepOperation.Handle or >= StepOperation.Match;
            i += program[i].Length;
            end = leads ? i + 1 : end;
        }

        return end;
    }

    /// <summary>
    /// It is more than a test, writes and one handler: blocks, further looks, or a line. A top half then says of each call which handler
    /// it is for; the generator's <c>HandlerModel.IsStructured</c> is the same.
    /// </summary>
    public static bool IsStructured(ReadOnlySpan<Step> program)
    {
        foreach (Step step in program)
        {
            if (step.Operation is StepOperation.Again or StepOperation.Unmask or >= StepOperation.Match)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(int Position, Step Step)> Everywhere(Step[] program, int first, int end, int index)
    {
        for (int i = first; i < end; i++)
        {
            Step step = program[i];
            yield return (i, step.At(index));
            if (!Array.Exists(program[(i + 1)..(i + 1 + step.Length)], static s => s.TouchesRegister))
            {
                i += step.Length;
                continue;
            }

            foreach (int inner in Indices(step, index))
            {
                foreach ((int, Step) within in Everywhere(program, i + 1, i + 1 + step.Length, inner))
                {
                    yield return within;
                }
            }

            i += step.Length;
        }
    }

    private static IEnumerable<int> Indices(Step step, int index)
    {
        if (step.Operation != StepOperation.EachBit)
        {
            return [index];
        }

        return Enumerable.Range(0, 64).Where(bit => (step.Mask >> bit & 1) != 0).Select(bit => StatusBitsOf.Index(step, index, bit));
    }
}
