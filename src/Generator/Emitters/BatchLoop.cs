namespace TopHalf.Generator;

/// <summary>The loops around the dispatch of one event, which are the same for a switch and a table.</summary>
internal static class BatchLoop
{
    /// <param name="writer">Takes the text.</param>
    /// <param name="dispatch">Writes what is done with the event <c>e</c>; <c>continue;</c> goes on to the next.</param>
    public static void Write(IndentedWriter writer, Action dispatch)
    {
        writer.Line($"while (receiver.Wait(out {Types.ReadOnlySpan}<{Types.Event}> events))");
        using (writer.Block())
        {
            // By place and not with foreach: the receiver is told the place, should a handler throw.
            writer.Line("for (int i = 0; i < events.Length && receiver.Begin(i); i++)");
            using (writer.Block())
            {
                writer.Line($"ref readonly {Types.Event} e = ref events[i];");
                dispatch();
            }
        }
    }
}
