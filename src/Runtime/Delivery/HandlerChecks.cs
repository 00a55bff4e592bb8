using System.Diagnostics;

namespace TopHalf;

/// <summary>
/// Looks at the calls of handlers on one receive thread: <see cref="Begin"/> before each event, <see cref="End"/> after it. Only that
/// thread calls them; any may take the counts.
/// </summary>
/// <param name="slots">How many vectors.</param>
/// <param name="limit">How long a call may take; null for as long as it likes.</param>
/// <param name="found">Takes the slot and the first offence of each kind on it, whose names are empty; on the receive thread.</param>
internal sealed class HandlerChecks(int slots, TimeSpan? limit, Action<int, InterruptOffence> found)
{
    private readonly Counted[] _counted = new Counted[slots];
    private Moment _begun;
    private Moment _aside;
    private Thread? _thread; // not its number, which another thread gets when it has ended

    /// <summary>Whether it is the calling thread at whose handlers it looks.</summary>
    public bool IsOfThisThread => Volatile.Read(ref _thread) == Thread.CurrentThread;

    /// <summary>What is not the handler's; on the receive thread.</summary>
    public void SpendAside(Moment spent) => _aside += spent;

    /// <summary>Before an event is handed out: the last that is done before it.</summary>
    public void Begin()
    {
        _thread = Thread.CurrentThread;
        _aside = default;
        _begun = Moment.Now();
    }

    /// <summary>When its handler has returned: the first that is done after it.</summary>
    /// <param name="slot">Of which vector it was.</param>
    public void End(int slot)
    {
        Moment spent = Moment.Now() - _begun - _aside;
        ref Counted counted = ref _counted[slot];
        Volatile.Write(ref counted.Calls, counted.Calls + 1);
        Volatile.Write(ref counted.Spent.Bytes, counted.Spent.Bytes + spent.Bytes);
        Volatile.Write(ref counted.Spent.Methods, counted.Spent.Methods + spent.Methods);
        Volatile.Write(ref counted.Spent.Ticks, counted.Spent.Ticks + spent.Ticks);
        Volatile.Write(ref counted.Longest, Math.Max(counted.Longest, spent.Ticks));
        Judge(slot, OffenceKind.Allocated, spent.Bytes > 0, spent);
        Judge(slot, OffenceKind.Compiled, spent.Methods > 0, spent);
        Judge(slot, OffenceKind.TookTooLong, Stopwatch.GetElapsedTime(0, spent.Ticks) > limit, spent);
    }

    /// <summary>What was counted for a slot so far. Any thread.</summary>
    public HandlerCheck Count(int slot, int vector, string handler)
    {
        ref Counted counted = ref _counted[slot];
        return new HandlerCheck(
            vector,
            handler,
            Volatile.Read(ref counted.Calls),
            Volatile.Read(ref counted.Spent.Bytes),
            Volatile.Read(ref counted.Spent.Methods),
            Stopwatch.GetElapsedTime(0, Volatile.Read(ref counted.Longest)),
            Stopwatch.GetElapsedTime(0, Volatile.Read(ref counted.Spent.Ticks)));
    }

    private void Judge(int slot, OffenceKind kind, bool isOffence, Moment spent)
    {
        ref Counted counted = ref _counted[slot];
        int told = 1 << (int)kind;
        if (isOffence && (counted.Told & told) == 0)
        {
            counted.Told |= told;
            found(slot, new InterruptOffence(kind, "", "", 0, counted.Calls, spent.Bytes, spent.Methods, Stopwatch.GetElapsedTime(0, spent.Ticks)));
        }
    }

    private struct Counted
    {
        public long Calls;
        public Moment Spent;
        public long Longest;
        public int Told;
    }
}
