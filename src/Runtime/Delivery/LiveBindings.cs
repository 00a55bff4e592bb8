namespace TopHalf;

/// <summary>The bindings of the process that have begun and not ended. Any thread.</summary>
internal static class LiveBindings
{
    private static readonly object Gate = new();
    private static readonly HashSet<InterruptBinding> Bindings = [];
    private static bool _isWatched;

    public static void Add(InterruptBinding binding)
    {
        lock (Gate)
        {
            if (!_isWatched)
            {
                _isWatched = true;
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
