using System.Runtime.InteropServices;

namespace TopHalf.Samples.Nvme;

/// <content>The thread that does commands. There is one at a time, so that queues need no lock.</content>
public sealed partial class SimulatedNvme
{
    private readonly Random? _random;
    private readonly List<SimulatedCompletion> _batch = [];
    private readonly List<(bool Admin, byte Opcode, NvmeStatus Status, int After)> _failures = []; // locked by itself
    private int _toLose;
    private int _lost;

    /// <summary>Makes a command of a kind fail, once.</summary>
    /// <param name="admin">A command of the admin queue; otherwise of an I/O queue.</param>
    /// <param name="opcode">The kind.</param>
    /// <param name="status">How it ends.</param>
    /// <param name="after">How many of them are done before it.</param>
    public void FailNext(bool admin, byte opcode, NvmeStatus status, int after = 0)
    {
        lock (_failures)
        {
            _failures.Add((admin, opcode, status, after));
        }
    }

    /// <summary>Loses the next command of an I/O queue: it is taken, and never ends.</summary>
    public void LoseNext() => Interlocked.Increment(ref _toLose);

    /// <summary>How many were lost.</summary>
    public int Lost => Volatile.Read(ref _lost);

    private void Work()
    {
        while (true)
        {
            bool served = false;
            try
            {
                for (int queue = 0; queue < _submission.Length; queue++)
                {
                    served |= Volatile.Read(ref _submission[queue]) is { } entries && Serve(queue, entries);
                }
            }
            catch (PciDeviceException e)
            {
                Note(e.Message);
                Stop();
            }

            lock (_state)
            {
                if (_stopping)
                {
                    Forget();
                }

                if (!served && !_kicked)
                {
                    _working = false;
                    return;
                }

                _kicked = false;
            }
        }
    }

    /// <summary>What a controller does that cannot reach its queues: it stands still until it is reset.</summary>
    private void Stop()
    {
        lock (_state)
        {
            Array.Clear(_submission);
            _status |= NvmeRegisters.FatalStatus;
            _kicked = false;
        }
    }

    /// <summary>Does what is in a queue, as far as there is room for completions.</summary>
    private bool Serve(int number, SimulatedSubmissionQueue queue)
    {
        SimulatedCompletionQueue completions = queue.Completions;
        int tail = queue.Tail;
        _batch.Clear();
        Span<byte> entry = stackalloc byte[NvmeCommand.Size];
        while (queue.Head != tail && _batch.Count < completions.Room && !IsStopping)
        {
            if (!ReadDma(queue.Address + ((ulong)queue.Head * NvmeCommand.Size), entry))
            {
                Note("it was told to look at a queue without bus mastering");
                Stop();
                return false;
            }

            queue.Head = (queue.Head + 1) % queue.Entries;
            var command = MemoryMarshal.Read<NvmeCommand>(entry);
            if (number != 0 && IsToLose())
            {
                continue;
            }

            uint result = 0;
            NvmeStatus status = FailureOf(number == 0, command.Opcode) ?? (number == 0 ? DoAdmin(command, ref result) : DoInput(command));
            _batch.Add(new SimulatedCompletion(number, command.Identifier, queue.Head, status, result));
        }

        if (_batch.Count == 0)
        {
            return false;
        }

        _random?.Shuffle(CollectionsMarshal.AsSpan(_batch));
        foreach (SimulatedCompletion completion in _batch)
        {
            WriteCompletion(completions, completion);
        }

        if (completions.Vector is int vector)
        {
            Raise(vector);
        }

        return true;
    }

    private bool IsStopping
    {
        get
        {
            lock (_state)
            {
                return _stopping;
            }
        }
    }

    private bool IsToLose()
    {
        if (Volatile.Read(ref _toLose) == 0)
        {
            return false;
        }

        Interlocked.Decrement(ref _toLose);
        Interlocked.Increment(ref _lost);
        return true;
    }

    private NvmeStatus? FailureOf(bool admin, byte opcode)
    {
        lock (_failures)
        {
            int i = _failures.FindIndex(failure => failure.Admin == admin && failure.Opcode == opcode);
            if (i < 0)
            {
                return null;
            }

            (_, _, NvmeStatus status, int after) = _failures[i];
            if (after > 0)
            {
                _failures[i] = (admin, opcode, status, after - 1);
                return null;
            }

            _failures.RemoveAt(i);
            return status;
        }
    }
}
