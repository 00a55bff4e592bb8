using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>What a binding has counted up to one moment, per vector; a snapshot that does not change.</summary>
public sealed class InterruptStatistics
{
    private readonly VectorStatistics[] _vectors;

    internal InterruptStatistics(VectorStatistics[] vectors)
    {
        _vectors = vectors;
        foreach (VectorStatistics statistics in vectors)
        {
            Signals += statistics.Signals;
            Handled += statistics.Handled;
            Coalesced += statistics.Coalesced;
            Spurious += statistics.Spurious;
        }
    }

    /// <summary>The declared vectors, ascending.</summary>
    [InterruptSafe]
    public IReadOnlyList<VectorStatistics> Vectors => _vectors;

    /// <summary>The counts of one declared vector.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The driver does not declare the vector.</exception>
    [InterruptUnsafe("throws only for a vector that the driver does not declare, which is a mistake in the driver and no event")]
    public VectorStatistics this[int vector]
    {
        get
        {
            foreach (VectorStatistics statistics in _vectors)
            {
                if (statistics.Vector == vector)
                {
                    return statistics;
                }
            }

            throw new ArgumentOutOfRangeException(nameof(vector), vector, "The driver declares no such vector.");
        }
    }

    /// <summary>Signals of all vectors.</summary>
    [InterruptSafe]
    public long Signals { get; }

    /// <summary>Handler calls of all vectors.</summary>
    [InterruptSafe]
    public long Handled { get; }

    /// <summary>Coalesced signals of all vectors.</summary>
    [InterruptSafe]
    public long Coalesced { get; }

    /// <summary>Spurious events of all vectors.</summary>
    [InterruptSafe]
    public long Spurious { get; }

    /// <summary>What the receivers of a driver have counted up to now.</summary>
    internal static InterruptStatistics Of(DriverManifest manifest, IReadOnlyList<InterruptReceiver> receivers)
    {
        var vectors = new List<VectorStatistics>();
        foreach (InterruptReceiver receiver in receivers)
        {
            for (int slot = 0; slot < receiver.Vectors.Length; slot++)
            {
                int vector = receiver.Vectors[slot];
                VectorCounts counted = receiver.Counts(slot);
                string handler = manifest.HandlerOf(vector)?.Name ?? "";
                vectors.Add(new VectorStatistics(vector, handler, counted.Signals, counted.Handled, counted.Spurious)
                {
                    Merged = counted.Merged,
                    Unclaimed = counted.Unclaimed,
                    Unsettled = counted.Unsettled,
                    Storms = counted.Storms + counted.Unsettled,
                });
            }
        }

        return new InterruptStatistics([.. vectors.OrderBy(static v => v.Vector)]);
    }
}
