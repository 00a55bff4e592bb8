using System.Numerics;
using System.Runtime.InteropServices;

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
    public TopHalfMemory(PciDevice device, DriverManifest manifest, BindingPlan plan, EventFdSet eventFds)
    {
        int ringLength = plan.Options.RingLength ?? RingLength(plan.Vectors.Length);
        _device = device;
        HandlerManifest[] handlers = Array.ConvertAll(plan.Vectors, vector => manifest.HandlerOf(vector)!);
        HandlerManifest[] programs = [.. handlers.Distinct()];

        // Each handler's steps once, however many vectors it has. Of what was handed out and not completed there is a batch more
        // than the ring holds.
        nuint steps = Length<TopHalfStep>(programs.Sum(static p => p.Program.Length));
        nuint vectors = Length<TopHalfVector>(plan.Vectors.Length);
        nuint ring = Length<TopHalfRecord>(ringLength);
        nuint completions = Length<TopHalfCompletion>(2 * ringLength);
        nuint all = Length<TopHalfState>(1) + steps + vectors + ring + completions;
        State = (TopHalfState*)NativeMemory.AlignedAlloc(all, CacheLine);
        NativeMemory.Clear(State, all);
        byte* next = (byte*)State + Length<TopHalfState>(1);
        State->Steps = (TopHalfStep*)next;
        State->Vectors = (TopHalfVector*)(next += steps);
        State->Ring = (TopHalfRecord*)(next += vectors);
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
        }

        for (int slot = 0; slot < handlers.Length; slot++)
        {
            State->Vectors[slot] = MakeVector(handlers[slot].Program, offsets[handlers[slot]], eventFds[slot].EventFd.Number);
        }
    }

    /// <summary>The routine's argument; null after the disposal.</summary>
    public TopHalfState* State { get; private set; }

    /// <summary>A ring that does not overflow before every vector has come several times.</summary>
    private static int RingLength(int vectors) => (int)Math.Max(LeastRingLength, BitOperations.RoundUpToPowerOf2(4 * (uint)vectors));

    public void Dispose()
    {
        NativeMemory.AlignedFree(State);
        State = null;
    }

    private static nuint Length<T>(int count)
        where T : unmanaged
        => ((nuint)count * (nuint)sizeof(T) + CacheLine - 1) / CacheLine * CacheLine;

    private static TopHalfVector MakeVector(ReadOnlySpan<Step> program, uint first, int fd)
    {
        uint handler = (uint)IndexOf(program, StepRole.Handle);
        return new TopHalfVector
        {
            Fd = fd,
            First = first,
            Handler = first + handler,
            Enable = first + (uint)IndexOf(program, StepRole.Enable),
            End = first + (uint)program.Length,
        };
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
        // The handler's own step touches nothing; the top half leaves it out.
        At = step.Operation == StepOperation.Handle ? default : _device.GetBar(step.Bar).Locate(step.Offset, step.Type.Width()),
        Mask = step.Mask,
        Value = step.Value,
        Operation = (uint)step.Operation,
    };
}
