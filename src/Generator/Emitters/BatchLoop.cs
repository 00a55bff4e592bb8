namespace TopHalf.Generator;

/// <summary>The loops around the dispatch of one event, which are the same for a switch and a table.</summary>
internal static class BatchLoop
{
    /// <param name="writer">Takes the text.</param>
    /// <param name="dispatch">Writes what is done with the event <c>e</c>; <c>continue;</c> goes on to the next.</param>
    public static void Write(IndentedWriter writer, Action dispatch)
    {
        writer.Line($"for ({Types.ReadOnlySpan}<{Types.Event}> events = receiver.Wait(); events.Length > 0; events = receiver.Wait())");
        using (writer.Block())
        {
            // By place and not with foreach: the receiver is told the place, should a handler throw. The condition is the length
            // alone, so that the JIT leaves out the check of the index.
            writer.Line("for (int i = 0; i < events.Length; i++)");
            using (writer.Block())
            {
                writer.Line("if (!receiver.Begin(i)) { break; } // stopping");
                writer.Line($"ref readonly {Types.Event} e = ref events[i];");
                dispatch();
            }
        }
    }
}
