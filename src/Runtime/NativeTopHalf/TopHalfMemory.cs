using System.Numerics;
using System.Runtime.InteropServices;
using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>
/// What a top half works on, in one block of unmanaged memory: its state, vectors, steps, and the rings in both directions.
/// Everything is written when it is made, so that its pages are there when the first interrupt comes.
/// </summary>
internal sealed unsafe class TopHalfMemory : IDisposable
{
    /// <summary>Records that a receive thread may be behind before they are merged; more than this for more vectors.</summary>
    private const int LeastRingLength = 4096;

    private const nuint CacheLine = 64;
    private readonly PciDevice _device;

    /// <param name="device">The device; its BARs are those that the manifest was checked against.</param>
    /// <param name="manifest">The driver.</param>
    /// <param name="plan">The thread and its vectors.</param>
    /// <param name="eventFds">Where the vectors arrive.</param>
    /// <param name="counters">Where the vectors are counted, by slot; pinned.</param>
    public TopHalfMemory(PciDevice device, DriverManifest manifest, BindingPlan plan, EventFdSet eventFds, VectorCounters* counters)
    {
        HandlerManifest[] handlers = Array.ConvertAll(plan.Vectors, vector => manifest.HandlerOf(vector)!);
        HandlerManifest[] programs = [.. handlers.Distinct()];
        int most = programs.Max(static p => StepProgram.MostCalls(p.Program));
        int ringLength = Math.Max(plan.Options.RingLength ?? RingLength(plan.Vectors.Length), (int)BitOperations.RoundUpToPowerOf2((uint)most));
        _device = device;

        // Each handler's steps once, however many vectors it has, and what masks each vector. Of what was handled and not completed there can be more
        // than the ring holds: places are given back first.
        Step[][] masks = [.. handlers.Select((h, slot) => StepProgram.Mask(h.Program, h.IndexOf(plan.Vectors[slot])))];
        nuint steps = Length<TopHalfStep>(programs.Sum(static p => p.Program.Length) + masks.Sum(static m => m.Length));
        nuint vectors = Length<TopHalfVector>(plan.Vectors.Length);
        nuint ring = Length<InterruptEvent>(ringLength);
        nuint completions = Length<TopHalfCompletion>(2 * ringLength);
        nuint all = Length<TopHalfState>(1) + steps + vectors + ring + completions;
        State = (TopHalfState*)NativeMemory.AlignedAlloc(all, CacheLine);
        NativeMemory.Clear(State, all);
        try
        {
            byte* next = (byte*)State + Length<TopHalfState>(1);
            State->Steps = (TopHalfStep*)next;
            State->Vectors = (TopHalfVector*)(next += steps);
            State->Ring = (InterruptEvent*)(next += vectors);
            State->Completions = (TopHalfCompletion*)(next += ring);
            State->RingMask = (ulong)ringLength - 1;
            State->CompletionMask = (2 * (ulong)ringLength) - 1;
            State->VectorCount = (uint)plan.Vectors.Length;
            State->Spin = SpinTime.Of(plan.Options).Nanoseconds;
            State->Sleeps = eventFds.Blocks ? 1u : 0;
            State->Epoll = eventFds.Epoll?.Number ?? -1;
            State->Clock = Libc.Find("clock_gettime");
            State->Access = (nint)CalledRegisters.Function;
            State->ClassCode = device.LocateConfig(PciConfig.ClassAndRevision, sizeof(uint));
            State->Ids = device.LocateConfig(PciConfig.VendorId, sizeof(uint));

            var offsets = new Dictionary<HandlerManifest, uint>();
            uint count = 0;
            foreach (HandlerManifest handler in programs)
            {
                offsets.Add(handler, count);
                foreach (Step step in handler.Program)
                {
                    State->Steps[count++] = Make(step);
                }

                CheckStrides(handler);
                SetRests(State->Steps + offsets[handler], handler.Program);
            }

            for (int slot = 0; slot < handlers.Length; slot++)
            {
                State->Vectors[slot] = MakeVector(handlers[slot], plan.Vectors[slot], offsets[handlers[slot]], eventFds[slot].EventFd.Number);
                State->Vectors[slot].Counters = counters + slot;
                State->Vectors[slot].Mask = count;
                foreach (Step step in masks[slot])
                {
                    State->Steps[count++] = Make(step);
                }

                State->Vectors[slot].MaskEnd = count;
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The routine's argument; null after the disposal.</summary>
    public TopHalfState* State { get; private set; }

    /// <summary>A ring that does not overflow before every vector has come several times.</summary>
    private static int RingLength(int vectors) => (int)Math.Max(LeastRingLength, BitOperations.RoundUpToPowerOf2(4 * (uint)vectors));

    /// <summary>Descriptors that are signalled with that of a slot. While no vector is enabled.</summary>
    public void SetOthers(int slot, ReadOnlySpan<int> fds)
    {
        ref TopHalfVector vector = ref State->Vectors[slot];
        vector.Others = (int*)NativeMemory.Realloc(vector.Others, (nuint)fds.Length * sizeof(int));
        fds.CopyTo(new Span<int>(vector.Others, fds.Length));
        vector.OtherCount = (uint)fds.Length;
    }

    public void Dispose()
    {
        for (uint slot = 0; State is not null && slot < State->VectorCount; slot++)
        {
            NativeMemory.Free(State->Vectors[slot].Others);
        }

        NativeMemory.AlignedFree(State);
        State = null;
    }

    private static nuint Length<T>(int count)
        where T : unmanaged
        => ((nuint)count * (nuint)sizeof(T) + CacheLine - 1) / CacheLine * CacheLine;

    private static TopHalfVector MakeVector(HandlerManifest handler, int number, uint first, int fd)
    {
        ReadOnlySpan<Step> program = handler.Program;
        bool hasBlocks = StepProgram.IsStructured(program);
        return new TopHalfVector
        {
            Fd = fd,
            First = first,
            Handler = first + (uint)(hasBlocks ? StepProgram.EndOfHandlers(program) : IndexOf(program, StepRole.Handle)),
            Enable = first + (uint)IndexOf(program, StepRole.Enable),
            End = first + (uint)program.Length,
            Blocks = hasBlocks ? 1u : 0,
            Number = number,
            Index = (uint)handler.IndexOf(number),
            Most = (uint)StepProgram.MostCalls(program),
        };
    }

    // The steps that are left of the block around a handler when it returns.
    private static void SetRests(TopHalfStep* steps, ReadOnlySpan<Step> program)
    {
        for (int block = 0; block < program.Length; block++)
        {
            int end = block + 1 + program[block].Length;
            for (int i = block + 1; i < end; i++)
            {
                if (program[i].Operation == StepOperation.Handle)
                {
                    steps[i].Length = (uint)(end - i - 1); // an inner block comes later, and says it better
                }
            }
        }
    }

    // The end where the program has none of the role.
    private static int IndexOf(ReadOnlySpan<Step> program, StepRole role)
    {
        for (int i = 0; i < program.Length; i++)
        {
            if (program[i].Role == role)
            {
                return i;
            }
        }

        return program.Length;
    }

    private TopHalfStep Make(Step step) => new()
    {
        At = step.Operation == StepOperation.Unmask ? _device.LocateUnmask() : step.TouchesRegister ? Locate(step, step.Offset) : default,
        Select = step.TouchesRegister && step.Address?.IndexOffset is { } offset ? Locate(step, offset) : default,
        Mask = step.Mask,
        Value = step.Value,
        Preserve = step.Preserve,
        Stride = step.Address?.Stride ?? 0,
        Index = step.Address?.Index ?? 0,
        IndexStride = step.Address?.IndexStride ?? 0,
        Operation = (uint)step.Operation,
        Length = (uint)step.Length,
        Extent = (uint)step.Extent,
        BitStride = (uint)(step.Address?.BitStride ?? 0),
    };

    private RegisterLocation Locate(Step step, uint offset) => _device.GetBar(step.Bar).Locate(offset, step.Type.Width());

    // The routine adds strides to one address: all registers of a step have to be reached from it.
    private void CheckStrides(HandlerManifest handler)
    {
        Step[] program = handler.Program.ToArray();
        foreach ((int position, Step register) in StepProgram.Registers(handler).Where(r => program[r.Position].Address is { Stride: not 0 }))
        {
            Step step = program[position];
            RegisterLocation first = Locate(step, step.Offset);
            RegisterLocation there = Locate(register, register.Offset);
            if (there.Kind != first.Kind || there.Address - first.Address != register.Offset - step.Offset)
            {
                throw new PciDeviceException(
                    _device.Name,
                    "binding",
                    errno: 0,
                    $"{handler.Name}: the registers from 0x{step.Offset:X} to 0x{register.Offset:X} of BAR {step.Bar} are mapped in pieces, which a native top half cannot step over.",
                    "use TopHalfMode.Managed.");
            }
        }
    }
}
