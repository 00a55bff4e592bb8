using System.Diagnostics;

namespace TopHalf.Samples.Nvme;

/// <content>The way up (NVM Express 1.4, section 7.6.1) and the way down.</content>
public sealed partial class NvmeDriver
{
    /// <summary>Resets the controller, gives it its queues, and asks it who it is. Interrupts must be enabled.</summary>
    /// <exception cref="NvmeException">It does not get ready, or refuses a command.</exception>
    /// <exception cref="TimeoutException">No interrupt came for a command.</exception>
    public void Start()
    {
        Reset();
        foreach (NvmeQueuePair queue in (IEnumerable<NvmeQueuePair>)[_admin, .. _io, _polled])
        {
            queue.Clear();
        }

        uint entries = (uint)_admin.Entries - 1;
        _registers.Write32(NvmeRegisters.AdminQueueAttributes, entries | (entries << 16));
        WriteAddress(NvmeRegisters.AdminSubmissionQueue, _admin.SubmissionAddress);
        WriteAddress(NvmeRegisters.AdminCompletionQueue, _admin.CompletionAddress);
        _registers.Write32(NvmeRegisters.Configuration, NvmeRegisters.Enable | NvmeRegisters.EntrySizes);
        WaitUntilReady(NvmeRegisters.Ready);
        Identify();
        CreateQueues();
    }

    /// <summary>Resets the controller and frees the queues. After the binding, and before the device.</summary>
    public void Dispose()
    {
        try
        {
            Reset();
        }
        catch (Exception e) when (e is NvmeException or PciDeviceException or ObjectDisposedException)
        {
            // A controller that does not stop, or is gone: it reaches nothing that is freed.
        }

        Free();
    }

    private T Own<T>(T memory)
        where T : IDisposable
    {
        _memory.Add(memory);
        return memory;
    }

    private void Free() => _memory.ForEach(static memory => memory.Dispose());

    private void Reset()
    {
        _registers.Write32(NvmeRegisters.Configuration, 0);
        WaitUntilReady(0);
    }

    private void WaitUntilReady(uint ready)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            uint status = _registers.Read32(NvmeRegisters.Status);
            if (status == uint.MaxValue)
            {
                throw Gone();
            }

            if ((status & NvmeRegisters.FatalStatus) != 0 && ready != 0)
            {
                throw new NvmeException(_device.Name, "the controller stopped with a fatal status when it was enabled.");
            }

            if ((status & NvmeRegisters.Ready) == ready)
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(start) > _capabilities.ReadyTimeout)
            {
                throw new NvmeException(
                    _device.Name, $"the controller did not {(ready != 0 ? "get ready" : "stop")} in {_capabilities.ReadyTimeout.TotalSeconds} s, its own limit.");
            }

            Thread.Sleep(1);
        }
    }

    private void Identify()
    {
        Span<byte> page = _page.Span;
        _ = Execute(NvmeCommand.IdentifyController());
        byte[] controller = page.ToArray();
        _ = Execute(NvmeCommand.IdentifyNamespace(FirstNamespace));
        try
        {
            _identity = NvmeIdentity.Parse(controller, page);
        }
        catch (FormatException e)
        {
            throw new NvmeException(_device.Name, e.Message);
        }
    }

    private void CreateQueues()
    {
        const int Wanted = IoQueues + 1;
        uint granted = Execute(NvmeCommand.SetQueueCount(Wanted));
        int pairs = 1 + (int)Math.Min(granted & 0xFFFF, granted >> 16);
        if (pairs < Wanted)
        {
            throw new NvmeException(_device.Name, $"the controller has {pairs} I/O queues, and this driver needs {Wanted}.");
        }

        foreach ((NvmeQueuePair queue, int vector) in _io.Zip(_vectors))
        {
            Create(queue, vector);
        }

        Create(_polled, vector: null);
    }

    private void Create(NvmeQueuePair queue, int? vector)
    {
        _ = Execute(NvmeCommand.CreateCompletionQueue(queue.Id, queue.Entries, queue.CompletionAddress, vector));
        _ = Execute(NvmeCommand.CreateSubmissionQueue(queue.Id, queue.Entries, queue.SubmissionAddress));
    }

    /// <summary>An admin command, with the page for its data where it has none of its own; returns its result.</summary>
    private uint Execute(NvmeCommand command)
    {
        const int Slot = 0;
        command.Page1 = command.Page1 == 0 ? _page.Address : command.Page1;
        _admin.Submit(Slot, command);
        if (!_admin.Wait(Slot, CommandTimeout))
        {
            throw NotCompleted(_admin, NvmeOpcodes.NameOf(command.Opcode, admin: true), CommandTimeout);
        }

        NvmeStatus status = _admin.StatusOf(Slot);
        return status.IsSuccess
            ? _admin.ResultOf(Slot)
            : throw new NvmeException(_device.Name, NvmeOpcodes.NameOf(command.Opcode, admin: true), status);
    }

    private TimeoutException NotCompleted(NvmeQueuePair queue, string command, TimeSpan limit)
        => new($"{_device.Name}: {command} in queue {queue.Id} was not completed in {limit.TotalSeconds} s.");

    private NvmeException Gone() => new(_device.Name, "the controller is gone: its registers read all ones.");

    // In two halves: not every controller takes 64 bits at once.
    private ulong ReadInHalves(uint offset)
    {
        uint low = _registers.Read32(offset);
        return low | ((ulong)_registers.Read32(offset + 4) << 32);
    }

    private void WriteAddress(uint offset, ulong address)
    {
        _registers.Write32(offset, (uint)address);
        _registers.Write32(offset + 4, (uint)(address >> 32));
    }
}
