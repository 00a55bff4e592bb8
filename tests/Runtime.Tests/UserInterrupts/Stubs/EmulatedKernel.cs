using System.Collections.Concurrent;

namespace TopHalf.Runtime.Tests.UserInterrupts.Stubs;

/// <summary>
/// The system calls of Intel's patches, over the processor of emulator.c: they fill its UPIDs and tables, and answer with the errors that the patches
/// document. Any of them can be made to fail.
/// </summary>
internal sealed unsafe class EmulatedKernel : IUserInterruptCalls
{
    public const int EBADF = 9;
    public const int ESHUTDOWN = 108;
    private const int TableLength = 256;

    // By what descriptors of files in memory link to, which a duplicate does too.
    private readonly ConcurrentDictionary<string, (Receiver Receiver, int Vector)> _vectors = new();
    private readonly ConcurrentDictionary<Thread, Receiver> _receivers = new();
    private readonly ConcurrentDictionary<Thread, Table> _tables = new();

    /// <summary>Every call that was made, in order.</summary>
    public ConcurrentQueue<string> Made { get; } = new();

    /// <summary>Makes a call, by its name and which one of that name, from 1, answer an errno.</summary>
    public Dictionary<(string Call, int Which), int> Failing { get; } = [];

    /// <summary>What went wrong in a receiver or a sender that ended.</summary>
    public ConcurrentQueue<StubFault> Faults { get; } = new();

    public bool CanWait { get; init; } = true;

    public bool CanSendToSelf { get; init; } = true;

    public int RegisterHandler(nint handler, uint flags)
    {
        if (flags != 0)
        {
            Made.Enqueue("register_handler with a flag");
            return -Errno.EINVAL;
        }

        if (Fails("register_handler") is { } errno)
        {
            return -errno;
        }

        var receiver = new Receiver();
        if (!_receivers.TryAdd(Thread.CurrentThread, receiver))
        {
            return -Errno.EBUSY;
        }

        Emulator.Instance.BeginLive(handler & ~0xFFF, handler, receiver.Posted);
        return 0;
    }

    public int UnregisterHandler(uint flags)
    {
        Made.Enqueue("unregister_handler");
        if (!_receivers.TryRemove(Thread.CurrentThread, out Receiver? receiver))
        {
            return -Errno.EINVAL;
        }

        Faults.Enqueue(Emulator.Instance.EndLive(out _, out _));
        receiver.HasEnded = true;
        return 0;
    }

    public int VectorFd(int vector, uint flags)
    {
        if (Fails("vector_fd") is { } errno)
        {
            return -errno;
        }

        if (!_receivers.TryGetValue(Thread.CurrentThread, out Receiver? receiver))
        {
            return -Errno.EINVAL;
        }

        int fd = SystemCall.CreateMemory($"a user vector {_vectors.Count} of {GetHashCode()}", LinuxConstants.MemoryCloseOnExec);
        _vectors[Link(fd)] = (receiver, vector);
        return fd;
    }

    public int RegisterSender(int vectorFd, uint flags)
    {
        if (Fails("register_sender") is { } errno)
        {
            return -errno;
        }

        if (!_vectors.TryGetValue(Link(vectorFd), out (Receiver Receiver, int Vector) target))
        {
            return -EBADF;
        }

        if (target.Receiver.HasEnded)
        {
            return -ESHUTDOWN;
        }

        return Add(target.Receiver, target.Vector);
    }

    public int RegisterSelf(int vector, uint flags)
    {
        if (Fails("register_self") is { } errno)
        {
            return -errno;
        }

        return _receivers.TryGetValue(Thread.CurrentThread, out Receiver? receiver) ? Add(receiver, vector) : -Errno.EINVAL;
    }

    public int UnregisterSender(int vectorFd, int index, uint flags)
    {
        Made.Enqueue("unregister_sender");
        if (!_tables.TryGetValue(Thread.CurrentThread, out Table? table) || !table.Remove(index))
        {
            return -Errno.EINVAL;
        }

        if (table.Count == 0)
        {
            _tables.TryRemove(Thread.CurrentThread, out _);
            if (_receivers.ContainsKey(Thread.CurrentThread))
            {
                Emulator.Instance.SetTargets(null, 0);
            }
            else
            {
                Faults.Enqueue(Emulator.Instance.EndLive(out _, out _));
            }
        }

        return 0;
    }

    public int Wait(ulong microseconds, uint flags)
    {
        Made.Enqueue("wait");
        Thread.Sleep(TimeSpan.FromMicroseconds(Math.Min(microseconds, 1000)));
        return 0;
    }

    private int Add(Receiver receiver, int vector)
    {
        if (!_tables.TryGetValue(Thread.CurrentThread, out Table? table))
        {
            table = _tables[Thread.CurrentThread] = new Table();
            if (!Emulator.Instance.SetTargets(table.Entries, TableLength - 1))
            {
                Emulator.Instance.BeginLive(0, 0, null, table.Entries, TableLength - 1);
            }
        }

        return table.Add(receiver, vector);
    }

    private static string Link(int fd) => new FileInfo($"/proc/self/fd/{fd}").LinkTarget ?? "";

    private int? Fails(string call)
    {
        Made.Enqueue(call);
        return Failing.TryGetValue((call, Made.Count(made => made == call)), out int errno) ? errno : null;
    }

    // The memory of both is kept until the process ends: a sender can still post in it.
    private sealed class Receiver
    {
        // 64: a UPID's alignment, and more than its size.
        private readonly nint _memory = new AlignedMemory(64, 64).Address;

        public Upid* Posted => (Upid*)_memory;

        public bool HasEnded { get; set; }
    }

    private sealed class Table
    {
        private readonly nint _memory = new AlignedMemory(UittEntry.Size * TableLength, UittEntry.Size).Address;
        private readonly Receiver?[] _targets = new Receiver?[TableLength];

        public UittEntry* Entries => (UittEntry*)_memory;

        public int Count => _targets.Count(static target => target is not null);

        public int Add(Receiver receiver, int vector)
        {
            int index = Array.IndexOf(_targets, null);
            if (index < 0)
            {
                return -Errno.ENOSPC;
            }

            _targets[index] = receiver;
            Entries[index].Fill(vector, (ulong)(nint)receiver.Posted);
            return index;
        }

        public bool Remove(int index)
        {
            if ((uint)index >= TableLength || _targets[index] is null)
            {
                return false;
            }

            Entries[index].Invalidate();
            _targets[index] = null;
            return true;
        }
    }
}
