namespace TopHalf;

/// <summary>Tells a storm: so many spurious events of a vector in a row within a second. Used on one receive thread.</summary>
/// <param name="slots">How many vectors the thread has.</param>
internal sealed class StormGuard(int slots)
{
    private const long Second = 1_000_000_000;

    private readonly Streak[] _streaks = new Streak[slots];
    private readonly bool[] _isTold = new bool[slots];
    private Action<int, bool, bool>? _found;
    private int _rate;

    /// <summary>Sets what is taken for a storm; before the first event.</summary>
    /// <param name="rate">Spurious events in a row within a second; 0 for no limit.</param>
    /// <param name="found">Called with the slot, whether its source is still to be masked, and whether it is to be reported.</param>
    public void Set(int rate, Action<int, bool, bool> found)
    {
        _rate = rate;
        _found = found;
    }

    /// <summary>Counts a spurious event.</summary>
    /// <param name="slot">Of which vector.</param>
    /// <param name="handled">How many of its events were handled so far: one since the last call ends the row.</param>
    /// <param name="timestamp">Nanoseconds.</param>
    /// <returns>True where it makes a storm, after which the row begins anew.</returns>
    public bool Strike(int slot, long handled, long timestamp)
    {
        ref Streak streak = ref _streaks[slot];
        if (streak.Length == 0 || streak.Handled != handled || timestamp - streak.Began > Second)
        {
            streak = new Streak { Handled = handled, Began = timestamp };
        }

        bool isStorm = ++streak.Length == _rate;
        streak.Length = isStorm ? 0 : streak.Length;
        return isStorm;
    }

    /// <summary>A storm was found: by this guard, by a status that does not settle, or by a top half.</summary>
    /// <param name="slot">Of which vector.</param>
    /// <param name="mask">The source is not masked yet.</param>
    public void Found(int slot, bool mask)
    {
        bool isFirst = !_isTold[slot];
        _isTold[slot] = true;
        _found?.Invoke(slot, mask, isFirst);
    }

    private struct Streak
    {
        public int Length;
        public long Handled;
        public long Began;
    }
}
