namespace TopHalf.Samples.Nvme;

/// <summary>
/// The commands of a queue that are in flight, by slot: whether each is done, and how it ended. One thread may sleep until one is
/// done.
/// </summary>
/// <remarks>One thread begins and waits; one completes, and wakes the other once for a batch.</remarks>
internal sealed class CommandSlots(int count) : IDisposable
{
    private const int Pending = -1;
    private const int Nobody = -1;

    // The status, or Pending. The result is written before it, and read after it.
    private readonly int[] _status = new int[count];
    private readonly uint[] _results = new uint[count];
    private readonly AutoResetEvent _done = new(false);
    private int _awaited = Nobody; // the slot that a thread sleeps for

    /// <summary>A command is about to be sent.</summary>
    public void Begin(int slot) => Volatile.Write(ref _status[slot], Pending);

    /// <summary>Whether a slot's command is completed.</summary>
    public bool IsDone(int slot) => Volatile.Read(ref _status[slot]) != Pending;

    /// <summary>How a completed command ended.</summary>
    public NvmeStatus StatusOf(int slot) => new(Volatile.Read(ref _status[slot]));

    /// <summary>Its result, after <see cref="IsDone"/>.</summary>
    public uint ResultOf(int slot) => Volatile.Read(ref _results[slot]);

    /// <summary>Sleeps until a slot's command was completed and <see cref="Wake"/> was called.</summary>
    /// <returns>False where that did not happen in time.</returns>
    public bool Wait(int slot, TimeSpan timeout)
    {
        while (!IsDone(slot))
        {
            // Says so first and looks once more then: who completes it does the two in the other order.
            Interlocked.Exchange(ref _awaited, slot);
            if (!IsDone(slot) && !_done.WaitOne(timeout) && !IsDone(slot))
            {
                Volatile.Write(ref _awaited, Nobody);
                return false;
            }
        }

        return true;
    }

    /// <summary>A command has ended.</summary>
    [InterruptSafe]
    public void Complete(int slot, int status, uint result)
    {
        // A controller that names a command that there is not: it has gone mad, and the wait for the right one will tell.
        if ((uint)slot < (uint)_status.Length)
        {
            Volatile.Write(ref _results[slot], result);
            Volatile.Write(ref _status[slot], status);
        }
    }

    /// <summary>Wakes the thread that sleeps, if its command is done.</summary>
    [InterruptSafe]
    public void Wake()
    {
        Interlocked.MemoryBarrier();
        int slot = Volatile.Read(ref _awaited);
        if (slot != Nobody && IsDone(slot) && Interlocked.CompareExchange(ref _awaited, Nobody, slot) == slot)
        {
            Signal();
        }
    }

    public void Dispose() => _done.Dispose();

    [InterruptUnsafe("wakes a thread that sleeps until now: one short system call for a batch, and none where nobody sleeps")]
    private void Signal() => _done.Set();
}
