using System.Globalization;

namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>
/// What was posted and what was delivered, kept apart from the machine's own bits. Each post must be followed by a delivery, and a
/// vector has no more deliveries than posts; it may have fewer, since posts coalesce. One that is posted while an earlier post of it is on its
/// way from PIR to the handler is delivered twice, both times after the second post: so a delivery need not have a post since the one before.
/// </summary>
internal sealed class Ledger
{
    private readonly SortedDictionary<int, int> _ahead = [];

    /// <summary>Vectors that were posted, and not delivered since.</summary>
    public ulong Owed { get; private set; }

    /// <summary>Vectors in the order of their delivery.</summary>
    public List<int> Delivered { get; } = [];

    /// <summary>What is wrong with a delivery, or null.</summary>
    public string? Fault { get; private set; }

    // The order of what was delivered changes nothing of what follows.
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Owed:X},{Fault},{string.Join(',', _ahead.Select(static vector => $"{vector.Key}+{vector.Value}"))}");

    public Ledger Copy()
    {
        var copy = new Ledger { Owed = Owed, Fault = Fault };
        copy.Delivered.AddRange(Delivered);
        foreach ((int vector, int ahead) in _ahead)
        {
            copy._ahead.Add(vector, ahead);
        }

        return copy;
    }

    public void Post(int vector)
    {
        Owed |= 1UL << vector;
        _ahead[vector] = _ahead.GetValueOrDefault(vector) + 1;
    }

    public void Deliver(int vector)
    {
        Owed &= ~(1UL << vector);
        Delivered.Add(vector);
        int ahead = _ahead[vector] = _ahead.GetValueOrDefault(vector) - 1;
        if (ahead < 0)
        {
            Fault = $"vector {vector} is delivered more often than it was posted";
        }
    }
}
