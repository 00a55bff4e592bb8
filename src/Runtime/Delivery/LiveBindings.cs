namespace TopHalf;

/// <summary>The bindings of the process that have begun and not ended. Any thread.</summary>
internal static class LiveBindings
{
    private static readonly object Gate = new();
    private static readonly HashSet<InterruptBinding> Bindings = [];
    private static bool s_isWatched;

    public static void Add(InterruptBinding binding)
    {
        lock (Gate)
        {
            if (!s_isWatched)
            {
                s_isWatched = true;
                ProcessEnd.Watch();
                InterruptMetrics.Publish();
            }

            Bindings.Add(binding);
        }
    }

    public static void Remove(InterruptBinding binding)
    {
        lock (Gate)
        {
            Bindings.Remove(binding);
        }
    }

    public static InterruptBinding[] Snapshot()
    {
        lock (Gate)
        {
            return [.. Bindings];
        }
    }
}
