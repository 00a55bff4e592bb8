using System.Runtime.InteropServices;
using TopHalf.CompilerServices;

namespace TopHalf;

// The structures of top_half.c, under their names there, but for struct record, which is InterruptEvent; TopHalfLayoutTests holds every offset against the C compiler's.

/// <summary>struct step: a step, and how its register is reached.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TopHalfStep
{
    public RegisterLocation At;
    public RegisterLocation Select;
    public ulong Mask;
    public ulong Value;
    public ulong Preserve;
    public ulong Stride;
    public ulong Index;
    public ulong IndexStride;
    public uint Operation;
    public uint Length;
    public uint Extent;
    public uint BitStride;
}

/// <summary>struct vector: one vector, what is held back of it, and what the top half counts.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TopHalfVector
{
    public int Fd;
    public uint First;
    public uint Handler;
    public uint Enable;
    public uint End;
    public uint InFlight;
    public uint Held;
    public uint Blocks;
    public uint Index;
    public uint Most;
    public uint Looks;
    public uint IsLeft;
    public uint Mask;
    public uint MaskEnd;
    public uint Streak;
    public uint IsStorm;
    public uint OtherCount;
    public int Number;
    public VectorCounters* Counters;
    public int* Others;
    public long StreakBegan;
    public ulong HeldStatus;
    public long HeldSignals;
    public long HeldTime;
    public ulong Status;
    public long Signals;
    public long Time;
    public long Spurious;
    public long SpuriousCoalesced;
    public long Merged;
    public long Unclaimed;
    public long Unsettled;
    public long Silent;
    public long SilentCoalesced;
    public long Storms;
}

/// <summary>struct completion: a handler has returned.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TopHalfCompletion
{
    public ulong Status;
    public uint Slot;
    public uint Index;
    public uint Step;
    public uint Reserved;
}

/// <summary>FAULT_ of top_half.c: why the routine returned.</summary>
internal enum TopHalfFault : uint
{
    /// <summary>It was stopped.</summary>
    None,

    /// <summary>A wait failed.</summary>
    Wait,

    /// <summary>A register could not be reached.</summary>
    Access,

    /// <summary>No device answers.</summary>
    Gone,
}

/// <summary>struct top_half. Each group of fields that one side writes has cache lines of its own.</summary>
[StructLayout(LayoutKind.Explicit, Size = 384)]
internal unsafe struct TopHalfState
{
    [FieldOffset(0)]
    public TopHalfVector* Vectors;

    [FieldOffset(8)]
    public TopHalfStep* Steps;

    [FieldOffset(16)]
    public InterruptEvent* Ring;

    [FieldOffset(24)]
    public TopHalfCompletion* Completions;

    [FieldOffset(32)]
    public nint Clock;

    [FieldOffset(40)]
    public nint Access;

    [FieldOffset(48)]
    public long Spin;

    [FieldOffset(56)]
    public ulong RingMask;

    [FieldOffset(64)]
    public ulong CompletionMask;

    [FieldOffset(72)]
    public uint VectorCount;

    [FieldOffset(76)]
    public int Epoll;

    [FieldOffset(80)]
    public RegisterLocation ClassCode;

    [FieldOffset(104)]
    public RegisterLocation Ids;

    [FieldOffset(128)]
    public uint Sleeps;

    [FieldOffset(132)]
    public uint StormRate;

    [FieldOffset(192)]
    public ulong Head;

    [FieldOffset(200)]
    public ulong CompletionTail;

    [FieldOffset(208)]
    public uint Stop;

    [FieldOffset(256)]
    public int Sleeping;

    [FieldOffset(320)]
    public ulong Tail;

    [FieldOffset(328)]
    public ulong CompletionHead;

    [FieldOffset(336)]
    public ulong Next;

    [FieldOffset(344)]
    public uint Idle;

    [FieldOffset(348)]
    public uint Overflowed;

    [FieldOffset(352)]
    public uint HeldCount;

    [FieldOffset(356)]
    public TopHalfFault Fault;

    [FieldOffset(360)]
    public int FaultErrno;

    [FieldOffset(364)]
    public uint FaultSlot;

    [FieldOffset(368)]
    public uint FaultStep;

    [FieldOffset(372)]
    public uint FaultWrite;

    [FieldOffset(376)]
    public uint Storms;

    [FieldOffset(380)]
    public uint ToldStorms;
}
