namespace TopHalf;

/// <summary>
/// What is done on a receive thread within a handler's call and is not the handler's: the model of a simulated card, and what the
/// runtime tells of a storm. Not within another.
/// </summary>
internal readonly struct CheckAside : IDisposable
{
    // Few, and looked through by each access of a simulated card: no thread statics, whose first use allocates on threads that nobody looks at.
    private static HandlerChecks[] _looking = [];

    private readonly HandlerChecks? _checks;
    private readonly Moment _begun;

    private CheckAside(HandlerChecks checks)
    {
        _checks = checks;
        _begun = Moment.Now();
    }

    /// <summary>From here to the disposal nothing is the handler's, where somebody looks at this thread's.</summary>
    public static CheckAside Begin()
    {
        foreach (HandlerChecks checks in Volatile.Read(ref _looking))
        {
            if (checks.IsOfThisThread)
            {
                return new CheckAside(checks);
            }
        }

        return default;
    }

    /// <summary>Makes what is done aside on the thread of these known to them.</summary>
    public static void Add(IEnumerable<HandlerChecks> checks) => Change(looking => [.. looking, .. checks]);

    /// <summary>The end of <see cref="Add"/>.</summary>
    public static void Remove(IEnumerable<HandlerChecks> checks) => Change(looking => [.. looking.Except(checks)]);

    /// <inheritdoc/>
    public void Dispose() => _checks?.SpendAside(Moment.Now() - _begun);

    private static void Change(Func<HandlerChecks[], HandlerChecks[]> change)
    {
        HandlerChecks[] before;
        do
        {
            before = Volatile.Read(ref _looking);
        }
        while (Interlocked.CompareExchange(ref _looking, change(before), before) != before);
    }
}
