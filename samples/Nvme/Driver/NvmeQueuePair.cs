namespace TopHalf.Samples.Nvme;

/// <summary>
/// A submission queue with its completion queue: rings in memory, and two doorbells. A command takes a slot, which is its
/// identifier, until its completion was seen.
/// </summary>
/// <remarks>
/// One thread submits and waits; one takes completions (<see cref="Drain"/>), an interrupt's handler or, of a queue that is polled,
/// the same thread. The two share the slots' states only.
/// </remarks>
public sealed class NvmeQueuePair : IDisposable
{
    /// <summary>Bytes of a page, as CC.MPS tells the controller.</summary>
    public const int PageSize = 4096;

    /// <summary>Pages that a command's list has room for.</summary>
    public const int ListEntries = PageSize / sizeof(ulong);

    /// <summary>The most commands in flight.</summary>
    public const int MaximumSlots = 32;

    private const int MostEntries = 64; // a page of commands
    private const int CompletionSize = 16;
    private const int Completions = PageSize; // behind the page of commands
    private const int Lists = 2 * PageSize; // and then a page for each slot's list

    private readonly DmaBuffer _memory;
    private readonly Bar _registers;
    private readonly uint _tailDoorbell;
    private readonly uint _headDoorbell;

    private readonly CommandSlots _slots;
    private readonly (int Identifier, int Status, uint Result)[] _batch; // of who takes completions

    private int _tail; // of the thread that submits
    private int _head; // of who takes completions, as the phase
    private uint _phase = 1;

    /// <summary>Allocates the rings.</summary>
    /// <param name="device">Whose memory it is.</param>
    /// <param name="registers">BAR 0.</param>
    /// <param name="id">The queue's number; 0 is the admin queue.</param>
    /// <param name="capabilities">Say how long queues may be, and where doorbells are.</param>
    public NvmeQueuePair(PciDevice device, Bar registers, int id, NvmeCapabilities capabilities)
    {
        Id = id;
        Entries = Math.Min(MostEntries, capabilities.MaximumEntries);
        Slots = Math.Min(MaximumSlots, Entries - 1);
        _registers = registers;
        _tailDoorbell = NvmeRegisters.Doorbell(id, completion: false, capabilities.DoorbellStride);
        _headDoorbell = NvmeRegisters.Doorbell(id, completion: true, capabilities.DoorbellStride);
        _memory = device.AllocateDma(Lists + (MaximumSlots * PageSize));
        _batch = new (int Identifier, int Status, uint Result)[Entries];
        _slots = new CommandSlots(MaximumSlots); // after what may fail: it has a handle
    }

    /// <summary>The number.</summary>
    public int Id { get; }

    /// <summary>Entries of each ring.</summary>
    public int Entries { get; }

    /// <summary>How many commands may be in flight: one less than there are entries, since a full ring would look like an empty one.</summary>
    public int Slots { get; }

    /// <summary>Where the controller finds the commands.</summary>
    public ulong SubmissionAddress => _memory.Address;

    /// <summary>Where it puts completions.</summary>
    public ulong CompletionAddress => _memory.Address + Completions;

    /// <summary>Hands a command to the controller.</summary>
    /// <param name="slot">A free slot.</param>
    /// <param name="command">The command, with its pages.</param>
    public void Submit(int slot, NvmeCommand command)
    {
        command.Dword0 |= (uint)slot << 16;
        _slots.Begin(slot);
        _memory.At<NvmeCommand>(_tail * NvmeCommand.Size) = command;
        _tail = _tail + 1 == Entries ? 0 : _tail + 1;
        DmaBuffer.Publish();
        _registers.Write32(_tailDoorbell, (uint)_tail);
    }

    /// <summary>Fills in the pages of a command's data (NVM Express 1.4, section 4.3).</summary>
    /// <param name="slot">The slot that the command will have: a list is in that slot's page.</param>
    /// <param name="command">The command.</param>
    /// <param name="address">The first byte, for the device; a multiple of 4.</param>
    /// <param name="length">Bytes.</param>
    public void SetPages(int slot, ref NvmeCommand command, ulong address, long length)
    {
        command.Page1 = address;
        ulong next = (address / PageSize + 1) * PageSize;
        ulong end = address + (ulong)length;
        if (next >= end)
        {
            return;
        }

        if (end - next <= PageSize)
        {
            command.Page2 = next;
            return;
        }

        long list = Lists + ((long)slot * PageSize);
        command.Page2 = _memory.Address + (ulong)list;
        for (; next < end; next += PageSize, list += sizeof(ulong))
        {
            _memory.At<ulong>(list) = next;
        }
    }

    /// <summary>Whether a slot's command is completed.</summary>
    public bool IsDone(int slot) => _slots.IsDone(slot);

    /// <summary>Sleeps until a handler has seen a slot's completion.</summary>
    /// <returns>False where it did not come in time.</returns>
    public bool Wait(int slot, TimeSpan timeout) => _slots.Wait(slot, timeout);

    /// <summary>How a completed command ended.</summary>
    public NvmeStatus StatusOf(int slot) => _slots.StatusOf(slot);

    /// <summary>Dword 0 of a completion, after <see cref="IsDone"/>.</summary>
    public uint ResultOf(int slot) => _slots.ResultOf(slot);

    /// <summary>
    /// Takes the completions that the controller has written: those whose phase bit is this round's. Called for every interrupt
    /// of the queue; what is written meanwhile has an interrupt of its own.
    /// </summary>
    /// <returns>How many.</returns>
    [InterruptSafe]
    public int Drain()
    {
        int taken = 0;
        while (taken < Entries)
        {
            long entry = Completions + ((long)_head * CompletionSize);
            uint last = _memory.Read32(entry + 12);
            if ((last >> 16 & 1) != _phase)
            {
                break;
            }

            _batch[taken++] = ((int)(last & 0xFFFF), (int)(last >> 17), _memory.Read32(entry));
            if (++_head == Entries)
            {
                _head = 0;
                _phase ^= 1;
            }
        }

        if (taken > 0)
        {
            // The place and the doorbell first: who sees that a command has ended may send the next one, or clear the queue.
            _registers.Write32(_headDoorbell, (uint)_head);
            for (int i = 0; i < taken; i++)
            {
                (int identifier, int status, uint result) = _batch[i];
                _slots.Complete(identifier, status, result);
            }

            _slots.Wake();
        }

        return taken;
    }

    /// <summary>Makes the queue what it was before its first command; for a controller that was reset.</summary>
    public void Clear()
    {
        _memory.Span.Clear();
        _tail = 0;
        _head = 0;
        _phase = 1;
    }

    /// <summary>Frees the rings; the controller must not use them any more.</summary>
    public void Dispose()
    {
        _memory.Dispose();
        _slots.Dispose();
    }
}
