using System.Numerics;

namespace TopHalf;

/// <summary>Which user vector stands for each of a thread's vectors: as declared, and the highest free ones, by ascending vector, for the others.</summary>
internal sealed class UserVectors
{
    private readonly int[] _bySlot;
    private readonly int[] _slots = new int[Upid.VectorCount];

    /// <param name="vectors">The thread's vectors, ascending; 64 at most.</param>
    /// <param name="declared">What is declared for one of them; -1 for nothing. Those that are differ.</param>
    public UserVectors(ReadOnlySpan<int> vectors, Func<int, int> declared)
    {
        _bySlot = new int[vectors.Length];
        Array.Fill(_slots, -1);
        ulong free = ulong.MaxValue;
        for (int slot = 0; slot < vectors.Length; slot++)
        {
            _bySlot[slot] = declared(vectors[slot]);
            if (_bySlot[slot] >= 0)
            {
                free &= ~(1UL << _bySlot[slot]);
            }
        }

        for (int slot = 0; slot < vectors.Length; slot++)
        {
            if (_bySlot[slot] < 0)
            {
                _bySlot[slot] = Upid.VectorCount - 1 - BitOperations.LeadingZeroCount(free);
                free &= ~(1UL << _bySlot[slot]);
            }

            _slots[_bySlot[slot]] = slot;
        }
    }

    /// <summary>The user vectors of a plan's vectors.</summary>
    public static UserVectors Of(BindingPlan plan, DriverManifest manifest)
    {
        var declared = new Dictionary<int, int>();
        foreach (HandlerManifest handler in manifest.Handlers)
        {
            foreach (VectorRange range in handler.Vectors)
            {
                for (int i = 0; i < range.Count; i++)
                {
                    declared[range.First + i] = range.UserVector < 0 ? -1 : range.UserVector - i;
                }
            }
        }

        return new UserVectors(plan.Vectors, vector => declared[vector]);
    }

    /// <summary>The user vector of a slot.</summary>
    public int this[int slot] => _bySlot[slot];

    /// <summary>The slot of a user vector; -1 where it stands for none.</summary>
    public int SlotOf(int userVector) => _slots[userVector];
}
