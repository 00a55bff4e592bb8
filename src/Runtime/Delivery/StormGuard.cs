namespace TopHalf;

/// <summary>
/// Tells a storm, so many spurious events of a vector in a row within a second, and masks its sources. Used on one receive thread;
/// allocates nothing after <see cref="Set"/>.
/// </summary>
/// <param name="device">Whose registers.</param>
/// <param name="vectors">The thread's vectors, by slot.</param>
internal sealed class StormGuard(PciDevice device, int[] vectors)
{
    private const long Second = 1_000_000_000;

    private readonly Streak[] _streaks = new Streak[vectors.Length];
    private readonly bool[] _isTold = new bool[vectors.Length];
    private readonly Step[][] _masks = new Step[vectors.Length][];
    private Action<int, bool>? _found;
    private int _rate;
    private bool _isLine;

    /// <summary>Sets what is taken for a storm, and what is done; before the first event.</summary>
    /// <param name="manifest">The driver, bound.</param>
    /// <param name="rate">Spurious events in a row within a second; 0 for no limit.</param>
    /// <param name="found">Called once for a vector, with whether its sources are masked.</param>
    public void Set(DriverManifest manifest, int rate, Action<int, bool>? found)
    {
        _rate = rate;
        _found = found;
        _isLine = manifest.IsLine;
        for (int slot = 0; slot < vectors.Length; slot++)
        {
            HandlerManifest handler = manifest.HandlerOf(vectors[slot])!;
            _masks[slot] = StepProgram.Mask(handler.Program, handler.IndexOf(vectors[slot]));
        }
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

    /// <summary>Masks the sources of a vector: of no other, since those go on.</summary>
    public void Mask(int slot)
    {
        foreach (Step step in _masks[slot])
        {
            StepInterpreter.Apply(step, device);
        }
    }

    /// <summary>Reports a storm, be it masked here or by a top half; of each vector once.</summary>
    public void Tell(int slot)
    {
        if (!_isTold[slot])
        {
            _isTold[slot] = true;
            _found?.Invoke(vectors[slot], _isLine || _masks[slot].Length > 0);
        }
    }

    private struct Streak
    {
        public int Length;
        public long Handled;
        public long Began;
    }
}
