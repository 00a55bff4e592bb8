namespace TopHalf.Samples.Ivshmem;

/// <summary>How a peer reaches the shared memory and the doorbells. One thread.</summary>
public interface IPeerSide
{
    /// <summary>The peer's number, by the server.</summary>
    uint Position { get; }

    /// <summary>Reads a word of the shared memory.</summary>
    uint Read(uint word);

    /// <summary>Writes one; what was written before it is seen before it.</summary>
    void Write(uint word, uint value);

    /// <summary>Rings somebody's doorbell.</summary>
    void Ring(uint position, int vector);

    /// <summary>How often a vector of the peer's own was rung since the last call; does not wait.</summary>
    long TakeRings(int vector);
}

/// <summary>
/// The other end of <see cref="SharedLayout"/>: rings when it is asked to, in an order and with pauses that nobody can foresee, and counts
/// what rings it. Whoever has it calls <see cref="Work"/> when a doorbell of its own was rung.
/// </summary>
/// <param name="side">Its way to the memory and the doorbells.</param>
/// <param name="seed">Of the order and the pauses.</param>
public sealed class Peer(IPeerSide side, int seed)
{
    private const int TurnsOfPatience = 2000;

    private readonly Random _random = new(seed);
    private readonly uint[] _heard = new uint[SharedLayout.Vectors];

    /// <summary>Makes the memory fit for use. Before the first <see cref="Work"/>.</summary>
    public void LayOut()
    {
        side.Write(SharedLayout.PeerPosition, side.Position);
        side.Write(SharedLayout.Mark, SharedLayout.MarkValue);
    }

    /// <summary>Counts what has rung, and does what is asked for.</summary>
    /// <param name="stop">Ends it between two rings.</param>
    public void Work(CancellationToken stop)
    {
        Count();
        uint request = side.Read(SharedLayout.Request);
        if (request == 0 || request == side.Read(SharedLayout.Finished))
        {
            return;
        }

        if (!AwaitWoken(request, stop))
        {
            return;
        }

        side.Write(SharedLayout.Busy, 1);

        // What has rung so far was for the requests before, and for the wake-up.
        Count();
        for (int vector = 0; vector < SharedLayout.Vectors; vector++)
        {
            _heard[vector] = 0;
            side.Write(SharedLayout.Of(SharedLayout.Heard, vector), 0);
        }

        if (RingAll(request, stop))
        {
            side.Write(SharedLayout.Finished, request);
        }

        side.Write(SharedLayout.Busy, 0);
    }

    // Another doorbell may have led here, between the request and its own.
    private bool AwaitWoken(uint request, CancellationToken stop)
    {
        for (int turn = 0; side.Read(SharedLayout.Woken) != request; turn++)
        {
            if (side.Read(SharedLayout.Request) != request || stop.IsCancellationRequested)
            {
                return false;
            }

            Thread.Sleep(turn < TurnsOfPatience ? 0 : 1);
        }

        return true;
    }

    /// <returns>False where it was given up.</returns>
    private bool RingAll(uint request, CancellationToken stop)
    {
        uint driver = side.Read(SharedLayout.DriverPosition);
        uint[] left = new uint[SharedLayout.Vectors];
        Array.Fill(left, side.Read(SharedLayout.Rings));
        while (left.Any(static rings => rings > 0))
        {
            if (side.Read(SharedLayout.Request) != request || stop.IsCancellationRequested)
            {
                return false;
            }

            int vector = _random.Next(left.Length);
            if (left[vector] == 0)
            {
                continue;
            }

            // One of eight comes with others right behind it, which it meets on the way.
            uint burst = Math.Min(left[vector], _random.Next(8) == 0 ? 4u : 1u);
            left[vector] -= burst;
            for (uint ring = 0; ring < burst; ring++)
            {
                RingNext(driver, vector);
            }

            Count();
            Pause(vector);
        }

        return true;
    }

    private void RingNext(uint driver, int vector)
    {
        uint word = SharedLayout.Of(SharedLayout.Sent, vector);
        side.Write(word, Math.Max(side.Read(word) + 1, 1)); // 0 is for "never rung"
        side.Ring(driver, vector);
    }

    private void Count()
    {
        for (int vector = 0; vector < SharedLayout.Vectors; vector++)
        {
            long rings = side.TakeRings(vector);
            if (rings > 0)
            {
                side.Write(SharedLayout.Of(SharedLayout.Heard, vector), _heard[vector] += (uint)rings);
            }
        }
    }

    // Of four, one has none behind it, so that doorbells meet; one a short one; and two wait for the acknowledge, but not for ever: one that
    // does not come is for the driver to notice. Now and then it is long enough for the other end to go to sleep.
    private void Pause(int vector)
    {
        switch (_random.Next(64))
        {
            case 0:
                Thread.Sleep(1);
                break;
            case < 16:
                Thread.SpinWait(_random.Next(4000));
                break;
            case < 48:
                AwaitSeen(vector);
                break;
        }
    }

    private void AwaitSeen(int vector)
    {
        uint last = side.Read(SharedLayout.Of(SharedLayout.Sent, vector));
        for (int turn = 0; turn < TurnsOfPatience && side.Read(SharedLayout.Of(SharedLayout.Seen, vector)) != last; turn++)
        {
            Thread.Yield();
        }
    }
}
