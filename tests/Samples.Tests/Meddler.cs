namespace TopHalf.Samples.Tests;

/// <summary>Lets something happen at a card right before or right after one access of its registers: between two steps of an interrupt.</summary>
internal sealed class Meddler
{
    private int _left = int.MaxValue;
    private bool _before;
    private Action _happening = () => { };

    /// <summary>Tries every moment of an interrupt.</summary>
    /// <param name="accesses">More than one has.</param>
    /// <param name="meddle">Lets something happen at an access, before it or after it; true if there was such an access.</param>
    /// <returns>How many moments there were.</returns>
    public static int TryEveryMoment(int accesses, Func<int, bool, bool> meddle)
    {
        int moments = 0;
        for (int access = 0; access < accesses; access++)
        {
            foreach (bool before in new[] { true, false })
            {
                moments += meddle(access, before) ? 1 : 0;
            }
        }

        return moments;
    }

    /// <summary>Sets the moment: the access is counted from 0, from now on.</summary>
    public void At(int access, bool before, Action happening)
    {
        _happening = happening;
        _before = before;
        Volatile.Write(ref _left, access);
    }

    /// <summary>Nothing happens from now on; what did is over.</summary>
    public void Stop(SimulatedDevice card)
    {
        Volatile.Write(ref _left, int.MaxValue);
        card.Peek(0, 0, 4); // waits for the bus
    }

    /// <summary>A read of the card's, on the bus: one access at a time.</summary>
    public ulong Around(RegisterAccess access, Reading read)
    {
        bool now = IsNow();
        Happen(now && _before);
        ulong value = read(access);
        Happen(now && !_before);
        return value;
    }

    /// <summary>A write of the card's.</summary>
    public void Around(RegisterAccess access, Writing write)
    {
        bool now = IsNow();
        Happen(now && _before);
        write(access);
        Happen(now && !_before);
    }

    private bool IsNow() => _left != int.MaxValue && Interlocked.Decrement(ref _left) == -1;

    private void Happen(bool now)
    {
        if (now)
        {
            _happening();
        }
    }

    /// <summary>How a card reads a register.</summary>
    public delegate ulong Reading(in RegisterAccess access);

    /// <summary>How a card writes one.</summary>
    public delegate void Writing(in RegisterAccess access);
}
