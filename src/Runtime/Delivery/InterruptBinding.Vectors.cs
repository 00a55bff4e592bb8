using TopHalf.CompilerServices;

namespace TopHalf;

/// <content>Which of the device's vectors the declared ones are.</content>
public sealed partial class InterruptBinding
{
    private int _available; // vectors that are enabled, gaps included
    private int _granting; // the managed id of the thread that is in the driver's method for that; 0 for none

    /// <summary>
    /// The device's vector with which a declared one arrives: the same number, unless there are too few and they share
    /// (<see cref="InterruptDriverAttribute.TooFewVectors"/>). What a driver writes to the vector registers of its card.
    /// </summary>
    /// <param name="declared">A declared vector.</param>
    /// <exception cref="ArgumentOutOfRangeException">The driver does not declare it.</exception>
    public int VectorOf(int declared)
        => Manifest.HandlerOf(declared) is not null
            ? declared % _available
            : throw new ArgumentOutOfRangeException(nameof(declared), declared, $"{Manifest.Driver} does not declare it.");

    private void TellVectorsGranted()
    {
        _granting = Environment.CurrentManagedThreadId;
        try
        {
            _dispatcher.VectorsGranted(this);
        }
        finally
        {
            _granting = 0;
        }
    }

    /// <summary>Connects the lines of the declared vectors, as many as there are.</summary>
    private void EnableVectors(BindingPlan[] plans)
    {
        int needed = ManifestChecks.VectorsNeeded(Manifest);
        for (_available = Math.Min(needed, _vectors.Count); ;)
        {
            try
            {
                _device.EnableVectors(_vectors.Kind, Connect(plans, needed));
                return;
            }
            catch (PciDeviceException e) when (Manifest.SharesVectors && e.AvailableVectors is > 0 and int fewer && fewer < _available)
            {
                // The device would have them, and the system has not.
                _available = fewer;
            }
        }
    }

    /// <summary>The lines by the device's vectors; null for a gap.</summary>
    private VectorLine?[] Connect(BindingPlan[] plans, int needed)
    {
        if (_available < needed)
        {
            // Each brings the interrupts of others too, which are no storm.
            _receivers.ForEach(receiver => receiver.GuardAgainstStorms(Manifest, rate: 0, OnStorm));
        }

        var declared = new (InterruptReceiver Receiver, int Slot)?[needed];
        for (int i = 0; i < plans.Length; i++)
        {
            for (int slot = 0; slot < plans[i].Vectors.Length; slot++)
            {
                declared[plans[i].Vectors[slot]] = (_receivers[i], slot);
            }
        }

        var lines = new VectorLine?[_available];
        for (int vector = 0; vector < lines.Length; vector++)
        {
            (InterruptReceiver Receiver, int Slot)[] sharing = [.. ArrivingWith(vector)];
            if (sharing is [var first, .. var others])
            {
                lines[vector] = first.Receiver.Line(first.Slot);
                if (others.Length > 0)
                {
                    first.Receiver.PassOn(first.Slot, Array.ConvertAll(others, static o => o.Receiver.Line(o.Slot)));
                }
            }
        }

        return lines;

        IEnumerable<(InterruptReceiver Receiver, int Slot)> ArrivingWith(int vector)
        {
            for (int v = vector; v < needed; v += _available)
            {
                if (declared[v] is { } one)
                {
                    yield return one;
                }
            }
        }
    }
}
