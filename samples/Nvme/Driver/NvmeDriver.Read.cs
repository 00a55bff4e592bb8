using System.Diagnostics;

namespace TopHalf.Samples.Nvme;

/// <content>Reading.</content>
public sealed partial class NvmeDriver
{
    /// <summary>Reads blocks that follow each other, with several commands in flight.</summary>
    /// <param name="block">The first block.</param>
    /// <param name="count">How many.</param>
    /// <param name="target">Takes them from its start on.</param>
    /// <param name="way">How.</param>
    /// <returns>How many commands it took.</returns>
    /// <exception cref="NvmeException">A command failed; the others have ended.</exception>
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
            bool done = way.Polled ? Poll(slot) : queue.Wait(slot, CommandTimeout);
            return done ? queue.StatusOf(slot) : throw NotCompleted(queue, "Read");
        }

        int LengthOf(long number) => (int)Math.Min(way.BlocksPerRead, count - (number * way.BlocksPerRead));

        NvmeQueuePair QueueOf(long number) => way.Polled ? _polled : _io[(int)(number % way.Queues)];
    }

    private bool Poll(int slot)
    {
        long start = Stopwatch.GetTimestamp();
        for (int attempt = 1; !_polled.IsDone(slot); attempt++)
        {
            // Now and then only: the clock, which takes longer to read than a phase bit, and a turn for whoever else needs the processor.
            if (_polled.Drain() == 0 && attempt % 1024 == 0 && !Thread.Yield() && Stopwatch.GetElapsedTime(start) > CommandTimeout)
            {
                return false;
            }
        }

        return true;
    }
}
