namespace TopHalf;

/// <summary>
/// The addresses of devices behind an IOMMU: which may be used, and which are taken. The lowest that fits is given, so that cards
/// with few address bits find room.
/// </summary>
/// <remarks>One caller at a time.</remarks>
internal sealed class IovaSpace
{
    // Not 0, which many cards take for "no buffer", and not what a PC keeps for its legacy devices.
    private const ulong Lowest = 0x10_0000;

    private readonly IovaRange[] _ranges; // ascending
    private readonly SortedDictionary<ulong, ulong> _taken = []; // first → last

    /// <param name="ranges">What may be used.</param>
    /// <param name="pageSize">A power of two: what every address and length is a multiple of.</param>
    public IovaSpace(IEnumerable<IovaRange> ranges, ulong pageSize)
    {
        PageSize = pageSize;
        _ranges = [.. ranges.OrderBy(static range => range.First)];
    }

    /// <summary>Bytes.</summary>
    public ulong PageSize { get; }

    /// <summary>Whole pages; 0 for what is too long for any address.</summary>
    public ulong RoundUp(ulong length) => (length + PageSize - 1) & ~(PageSize - 1);

    /// <summary>Takes the lowest free addresses.</summary>
    /// <param name="length">Bytes, whole pages, above 0.</param>
    /// <param name="highest">The highest address that may be in it.</param>
    /// <returns>The first of them; null where there is no room.</returns>
    public ulong? Take(ulong length, ulong highest)
    {
        foreach (IovaRange range in _ranges)
        {
            ulong last = Math.Min(range.Last, highest);
            if (FindIn(Math.Max(range.First, Lowest), last, length) is ulong first)
            {
                _taken.Add(first, first + (length - 1));
                return first;
            }
        }

        return null;
    }

    /// <summary>Gives addresses back that <see cref="Take"/> gave.</summary>
    public void Give(ulong first) => _taken.Remove(first);

    private ulong? FindIn(ulong from, ulong last, ulong length)
    {
        ulong at = RoundUp(from);
        if (at < from)
        {
            return null;
        }

        foreach ((ulong first, ulong end) in _taken)
        {
            if (end < at)
            {
                continue;
            }

            if (first > at && first - at >= length)
            {
                break;
            }

            if (end == ulong.MaxValue)
            {
                return null;
            }

            at = RoundUp(end + 1);
        }

        return at <= last && last - at >= length - 1 ? at : null;
    }
}
