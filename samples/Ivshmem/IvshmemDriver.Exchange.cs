using System.Diagnostics;

namespace TopHalf.Samples.Ivshmem;

/// <content>Meeting the peer, and asking it to ring.</content>
public sealed partial class IvshmemDriver
{
    private const long TurnsPerLook = 128;

    /// <summary>This machine's number, by the server.</summary>
    public uint Position => _registers.Read32(IvshmemRegisters.Position);

    /// <summary>The peer's; after <see cref="Prepare"/>.</summary>
    public uint PeerPosition => _peer;

    /// <summary>Waits for a peer that is there and free, and tells it whom to ring. Before interrupts are enabled.</summary>
    /// <exception cref="TimeoutException">There is none: the memory was not laid out, or the peer is at work for a driver before.</exception>
    public void Prepare()
    {
        Await(() => Read(SharedLayout.Mark) == SharedLayout.MarkValue, "no peer has laid out the shared memory");
        _memory.Write32(SharedLayout.Request, 0);
        Await(() => Read(SharedLayout.Busy) == 0, "the peer does not end what a driver before has asked for");
        _peer = Read(SharedLayout.PeerPosition);
        _memory.Write32(SharedLayout.DriverPosition, Position);
    }

    /// <summary>
    /// Has the peer ring each vector, and rings it back. Returns when the last number of each vector was seen by its interrupt and
    /// the peer has heard all that was rung.
    /// </summary>
    /// <param name="rings">How often for each vector; above 0.</param>
    /// <exception cref="IOException">The binding has ended; the card is gone.</exception>
    /// <exception cref="TimeoutException">A doorbell was lost, on either way, or the peer has gone.</exception>
    public void Exchange(int rings)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rings);
        for (int vector = 0; vector < SharedLayout.Vectors; vector++)
        {
            Begin(ref _vectors[vector], Last(vector));
        }

        // Not the next number: the peer may not have told yet that it has given up a request before.
        uint request = (uint)Random.Shared.Next(1, int.MaxValue);
        _memory.Write32(SharedLayout.Rings, (uint)rings);
        _memory.Write32(SharedLayout.Request, request);
        _registers.Write32(IvshmemRegisters.Doorbell, IvshmemRegisters.Ring(_peer, 0));
        _memory.Write32(SharedLayout.Woken, request);
        Await(() => Read(SharedLayout.Finished) == request, "the peer does not ring", request);
        for (int vector = 0; vector < SharedLayout.Vectors; vector++)
        {
            int which = vector;
            Await(() => IsSeen(which), $"doorbell {Last(which)} of vector {which} has not come", request);
            Await(() => Read(SharedLayout.Of(SharedLayout.Heard, which)) == (uint)CountOf(which).RungBack, $"the peer has not heard all that vector {which} was rung", request);
        }
    }

    // The peer is idle; a stranger may ring all the same.
    private static void Begin(ref VectorState state, uint number)
    {
        Volatile.Write(ref state.Number, number);
        Volatile.Write(ref state.First, number);
        Volatile.Write(ref state.Interrupts, 0);
        Volatile.Write(ref state.Late, 0);
        Volatile.Write(ref state.RungBack, 0);
        Volatile.Write(ref state.Backwards, 0);
    }

    private uint Last(int vector) => Read(SharedLayout.Of(SharedLayout.Sent, vector));

    // By the handler, and by an acknowledge: the handler may have found the number of a doorbell that is still on its way.
    private bool IsSeen(int vector)
    {
        uint last = Last(vector);
        return Volatile.Read(ref _vectors[vector].Number) == last && Read(SharedLayout.Of(SharedLayout.Seen, vector)) == last;
    }

    private void Await(Func<bool> condition, string otherwise, uint? request = null)
    {
        uint progress = Progress();
        long start = Stopwatch.GetTimestamp();
        SpinWait spinner = default;
        for (long turn = 1; !condition(); turn++)
        {
            // Yields, but never sleeps: an interrupt takes microseconds, and the shortest sleep is a millisecond.
            spinner.SpinOnce(sleep1Threshold: -1);
            if (turn % TurnsPerLook != 0)
            {
                continue;
            }

            // Nobody tells who waits that the binding has ended; the memory does, where the end takes the request back.
            if (request is { } mine && Read(SharedLayout.Request) != mine && !condition())
            {
                throw new IOException($"{_device.Name}: the request was taken back: interrupts are not enabled any more.");
            }

            if (Progress() != progress)
            {
                progress = Progress();
                start = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetElapsedTime(start) > _timeLimit && !condition())
            {
                throw new TimeoutException($"{_device.Name}: {otherwise}.");
            }
        }
    }

    // As long as the peer writes numbers it is not gone.
    private uint Progress()
    {
        uint sum = 0;
        for (int vector = 0; vector < SharedLayout.Vectors; vector++)
        {
            sum += Last(vector);
        }

        return sum;
    }

    private uint Read(uint word)
    {
        uint value = _memory.Read32(word);
        return value != uint.MaxValue ? value : throw new DeviceGoneException(_device.Name);
    }
}
