namespace TopHalf.Declarations;

/// <summary>Some of the user vectors of a thread: a bit for each.</summary>
internal static class UserVectorSet
{
    /// <summary>How many a thread has: a bit each in the processor's UIRR (Intel SDM, volume 3, "User Interrupts").</summary>
    public const int Count = 64;

    /// <summary>Those of a range; none where they are assigned.</summary>
    public static ulong Of(VectorRangeModel range)
        => range.UserVector == VectorRangeModel.Assigned ? 0 : Run(range.UserVector, range.Count);

    /// <summary>One and the next lower ones.</summary>
    public static ulong Run(int highest, int count)
        => (count == Count ? ulong.MaxValue : (1UL << count) - 1) << (highest - count + 1);

    /// <summary>The highest in a set that is not empty.</summary>
    public static int Highest(ulong set)
    {
        int highest = Count - 1;
        while ((set >> highest & 1) == 0)
        {
            highest--;
        }

        return highest;
    }

    /// <summary>
    /// The highest of as many as are wanted that are free and follow each other: the next below a wanted one, which keeps the order of what
    /// was declared, else the next above; null where there are none.
    /// </summary>
    public static int? FindFree(ulong taken, int count, int wanted)
    {
        IEnumerable<int> below = Enumerable.Range(count - 1, wanted - count + 1).Reverse();
        IEnumerable<int> above = Enumerable.Range(wanted + 1, Count - 1 - wanted);
        foreach (int highest in below.Concat(above))
        {
            if ((Run(highest, count) & taken) == 0)
            {
                return highest;
            }
        }

        return null;
    }
}
