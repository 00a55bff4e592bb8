namespace TopHalf.Generator;

/// <summary>The loop around the dispatch of one event, which is the same for a switch and a table.</summary>
internal static class BatchLoop
{
    /// <param name="writer">Takes the text.</param>
    /// <param name="dispatch">Writes what is done with the event <c>e</c>; <c>continue;</c> goes on to the next.</param>
    public static void Write(IndentedWriter writer, Action dispatch)
    {
        // One variable, and all else in the receiver: what a loop has more of does not stay in registers over the calls of handlers.
        writer.Line($"for (ref readonly {Types.Event} e = ref receiver.Wait(); !{Types.Unsafe}.IsNullRef(in e); e = ref receiver.Next(in e))");
        using (writer.Block())
        {
            dispatch();
        }
    }
}
