using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>
/// The managed side of a native top half: a thread of its own is in the routine and waits for the vectors; the receive thread
/// takes the records out of its ring, and sleeps at a futex while there are none. Tests derive from it, to be both threads in turn.
/// </summary>
internal unsafe class TopHalfReceiver : InterruptReceiver
{
    private readonly PciDevice _device;
    private readonly EventFdSet _eventFds;
    private readonly TopHalfMemory _memory;
    private readonly SpinTime _spin;

    private readonly CompanionStay _stay = new();

    // The memory's end, and what was counted until then.
    private readonly object _gate = new();
    private VectorCounts[]? _last;

    // The receive thread's.
    private uint _storms;
    private int _taken; // and in the ring until it is asked for more

    public TopHalfReceiver(PciDevice device, DriverManifest manifest, BindingPlan plan)
        : base(device, plan.Vectors)
    {
        _device = device;
        HasTopHalf = true;
        _spin = SpinTime.Of(plan.Options);
        _eventFds = new EventFdSet(plan.Vectors.Length, plan.Options.WaitMode, device.Name);
        try
        {
            _memory = new TopHalfMemory(device, manifest, plan, _eventFds, Counters);
        }
        catch
        {
            _eventFds.Dispose();
            throw;
        }
    }

    /// <summary>What the routine works on; null after the disposal. For a benchmark of the ring.</summary>
    internal TopHalfState* State => _memory.State;

    internal override Action Companion => RunTopHalf;

    internal override int CompanionCurrent
        => _memory.State->Fault is TopHalfFault.Access or TopHalfFault.Gone ? Vectors[(int)_memory.State->FaultSlot] : -1;

    public override void Complete(in InterruptEvent interrupt)
    {
        TopHalfState* state = _memory.State;
        ulong tail = state->CompletionTail;
        ref TopHalfCompletion completion = ref state->Completions[tail & state->CompletionMask];
        completion.Status = interrupt.Status;
        completion.Slot = (uint)SlotOf(interrupt);
        completion.Index = (uint)interrupt.Index;
        completion.Step = (uint)interrupt.Step;
        Volatile.Write(ref state->CompletionTail, tail + 1);

        // Before it sleeps it says so, and looks once more.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref state->Idle) != 0)
        {
            _eventFds.Kick();
        }
    }

    internal override void GuardAgainstStorms(DriverManifest manifest, int rate, Action<int, bool>? found)
    {
        base.GuardAgainstStorms(manifest, rate, found);
        _memory.State->StormRate = (uint)rate;
    }

    internal override VectorLine Line(int slot) => _eventFds[slot];

    // Every line beside an eventfd is one.
    internal override void PassOn(int slot, VectorLine[] lines)
        => _memory.SetOthers(slot, Array.ConvertAll(lines, static line => ((EventFdLine)line).EventFd.Number));

    internal override VectorCounts Counts(int slot)
    {
        lock (_gate)
        {
            if (_last is not null)
            {
                return _last[slot];
            }

            VectorCounts counters = base.Counts(slot);
            ref TopHalfVector vector = ref _memory.State->Vectors[slot];
            counters.Spurious += Volatile.Read(ref vector.Spurious);
            counters.Coalesced += Volatile.Read(ref vector.SpuriousCoalesced);
            counters.Merged = Volatile.Read(ref vector.Merged);
            counters.Unclaimed += Volatile.Read(ref vector.Unclaimed);
            counters.Unsettled += Volatile.Read(ref vector.Unsettled);
            counters.Storms += Volatile.Read(ref vector.Storms);
            counters.Handled += Volatile.Read(ref vector.Silent);
            counters.Coalesced += Volatile.Read(ref vector.SilentCoalesced);
            return counters;
        }
    }

    internal override void StopCompanion() => _stay.Stop(StopRoutine);

    public override void Dispose()
    {
        lock (_gate)
        {
            if (_last is null)
            {
                VectorCounts[] last = new VectorCounts[Vectors.Length];
                for (int slot = 0; slot < last.Length; slot++)
                {
                    last[slot] = Counts(slot);
                }

                _last = last;
                _memory.Dispose();
                _eventFds.Dispose();
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // it may loop for as long as it likes: it is not compiled again meanwhile
    private protected override int WaitForEvents()
    {
        bool hasKicked = false;
        for (long end = _spin.End(); ;)
        {
            TellStorms();
            int count = Take();
            if (count > 0 || Stopping)
            {
                return count;
            }

            // There is room in the ring for what the routine holds back: once is enough.
            if (!hasKicked && Volatile.Read(ref _memory.State->Overflowed) != 0)
            {
                hasKicked = true;
                _eventFds.Kick();
            }

            if (_spin.IsZero || _spin.IsOver(end))
            {
                break;
            }

            Thread.SpinWait(1);
        }

        Sleep();
        return Take();
    }

    private protected override void Wake()
    {
        lock (_gate)
        {
            if (_last is null)
            {
                Volatile.Write(ref _memory.State->Sleeping, 0);
                SystemCall.FutexWake(&_memory.State->Sleeping);
            }
        }
    }

    private bool HasRecords => Volatile.Read(ref _memory.State->Tail) != _memory.State->Head;

    // The routine has masked them.
    private void TellStorms()
    {
        uint storms = Volatile.Read(ref _memory.State->Storms);
        if (storms == _storms)
        {
            return;
        }

        _storms = storms;
        for (int slot = 0; slot < Vectors.Length; slot++)
        {
            if (Volatile.Read(ref _memory.State->Vectors[slot].IsStorm) != 0)
            {
                TellStorm(slot);
            }
        }
    }

    /// <summary>Gives back the places of what was taken before, and takes what the routine has left since, as far as it lies in one piece.</summary>
    private protected int Take()
    {
        TopHalfState* state = _memory.State;
        ulong head = state->Head + (uint)_taken;
        if (_taken != 0)
        {
            Volatile.Write(ref state->Head, head);
        }

        ulong first = head & state->RingMask;
        _taken = (int)Math.Min(Volatile.Read(ref state->Tail) - head, Math.Min(BatchSize, state->RingMask + 1 - first));
        Events = state->Ring + first;
        return _taken;
    }

    private void Sleep()
    {
        TopHalfState* state = _memory.State;
        Interlocked.Exchange(ref state->Sleeping, 1);

        // Having said so, look once more: what came before is seen here, and what comes after wakes.
        if (!HasRecords && !Stopping && Volatile.Read(ref state->Storms) == _storms)
        {
            if (Volatile.Read(ref state->Overflowed) != 0)
            {
                _eventFds.Kick(); // there is room in the ring for what it holds back
            }

            SystemCall.FutexWait(&state->Sleeping, 1);
        }

        Volatile.Write(ref state->Sleeping, 0);
    }

    private void StopRoutine()
    {
        lock (_gate)
        {
            if (_last is null)
            {
                Volatile.Write(ref _memory.State->Stop, 1);
                _eventFds.Kick();
            }
        }
    }

    /// <summary>The body of the companion: in the routine until it is stopped.</summary>
    private void RunTopHalf()
    {
        if (!_stay.TryEnter())
        {
            return;
        }

        try
        {
            _ = ExecutableCode.Run(_memory.State);
        }
        finally
        {
            _stay.Leave();
        }

        ThrowFault(in *_memory.State);
    }

    private void ThrowFault(in TopHalfState state)
    {
        switch (state.Fault)
        {
            case TopHalfFault.Gone:
                throw new DeviceGoneException(_device.Name);
            case TopHalfFault.Wait:
                throw DescriptorErrors.Failed("the wait of the native top half", state.FaultErrno);
            case TopHalfFault.Access:
                ThrowAccessFault(state.Steps[state.FaultStep].At, state.FaultErrno, state.FaultWrite != 0);
                break;
        }
    }

    private void ThrowAccessFault(RegisterLocation at, int errno, bool isWrite)
    {
        if (at.Kind == RegisterLocationKind.Ioctl)
        {
            throw VfioUnmask.Failed(_device.Name, errno);
        }

        if (at.Kind == RegisterLocationKind.Call && CalledRegisters.Of(at).Thrown is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }

        throw new PciDeviceException(
            _device.Name,
            isWrite ? "pwrite" : "pread",
            errno,
            $"The {8 * at.Width} bits at 0x{at.Address:X} of the device's file, a register that cannot be mapped, do not answer.",
            $"see whether the device is still there (lspci -s {_device.Name}; dmesg), and whether its command register (COMMAND in " +
            "configuration space) has memory and I/O decoding on");
    }
}
