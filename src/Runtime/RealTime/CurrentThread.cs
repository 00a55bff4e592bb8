namespace TopHalf;

/// <summary>The calling thread, in messages.</summary>
internal static class CurrentThread
{
    public static string Named
        => Thread.CurrentThread.Name is { Length: > 0 } name ? $"Thread '{name}'" : "The calling thread";
}
