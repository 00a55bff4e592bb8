using System.Diagnostics;

namespace TopHalf.Samples.Nvme;

/// <content>Reading.</content>
public sealed partial class NvmeDriver
{
    private const long AttemptsPerLook = 1024;

    /// <summary>Reads blocks that follow each other, with several commands in flight.</summary>
    /// <param name="block">The first block.</param>
    /// <param name="count">How many.</param>
    /// <param name="target">Takes them from its start on.</param>
    /// <param name="way">How.</param>
    /// <returns>How many commands it took.</returns>
    /// <exception cref="NvmeException">
    /// A command failed; the others have ended. Or, where it is polled: the controller was reset meanwhile, as the end of the binding does, or is gone.
    /// </exception>
    /// <exception cref="TimeoutException">A command did not end. The controller may still write to the target: reset it before that is freed.</exception>
    public long Read(ulong block, long count, DmaBuffer target, ReadWay way)
    {
        way.Check(this);
        if (count * Identity.BlockSize > target.Length)
        {
            throw new ArgumentException($"{count} blocks of {Identity.BlockSize} bytes do not fit into {target.Length}.", nameof(target));
        }

        long commands = (count + way.BlocksPerRead - 1) / way.BlocksPerRead;
        NvmeException? failure = null;
        long submitted = 0;
        for (long oldest = 0; oldest < (failure is null ? commands : submitted); oldest++)
        {
            while (failure is null && submitted < commands && submitted - oldest < way.Depth)
            {
                Submit(submitted++);
            }

            NvmeStatus status = WaitFor(oldest);
            if (!status.IsSuccess)
            {
                ulong first = block + (ulong)(oldest * way.BlocksPerRead);
                failure ??= new NvmeException(_device.Name, $"Read of {LengthOf(oldest)} blocks from {first} on", status);
            }
        }

        return failure is null ? commands : throw failure;

        void Submit(long number)
        {
            NvmeQueuePair queue = QueueOf(number);
            int slot = (int)(number % way.Depth);
            long offset = number * way.BlocksPerRead;
            int blocks = LengthOf(number);
            NvmeCommand command = NvmeCommand.Read(FirstNamespace, block + (ulong)offset, blocks);
            queue.SetPages(slot, ref command, target.Address + (ulong)(offset * Identity.BlockSize), (long)blocks * Identity.BlockSize);
            queue.Submit(slot, command);
        }

        NvmeStatus WaitFor(long number)
        {
            NvmeQueuePair queue = QueueOf(number);
            int slot = (int)(number % way.Depth);
            bool done = way.Polled ? Poll(slot) : queue.Wait(slot, _readTimeout);
            return done ? queue.StatusOf(slot) : throw NotCompleted(queue, "Read", _readTimeout);
        }

        int LengthOf(long number) => (int)Math.Min(way.BlocksPerRead, count - (number * way.BlocksPerRead));

        NvmeQueuePair QueueOf(long number) => way.Polled ? _polled : _io[(int)(number % way.Queues)];
    }

    private bool Poll(int slot)
    {
        long start = Stopwatch.GetTimestamp();
        for (long attempt = 1; !_polled.IsDone(slot); attempt++)
        {
            // Now and then only: a turn for whoever else needs the processor, and what takes longer to read than a phase bit.
            if (_polled.Drain() == 0 && attempt % AttemptsPerLook == 0)
            {
                Thread.Yield();
                ThrowIfStopped();
                if (Stopwatch.GetElapsedTime(start) > _readTimeout)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Nobody tells who polls that the binding has ended; the controller does, which the end resets.</summary>
    private void ThrowIfStopped()
    {
        uint configuration = _registers.Read32(NvmeRegisters.Configuration);
        if (configuration == uint.MaxValue)
        {
            throw Gone();
        }

        if ((configuration & NvmeRegisters.Enable) == 0)
        {
            throw new NvmeException(_device.Name, "the controller was reset while commands were in flight: interrupts are not enabled any more.");
        }
    }
}
