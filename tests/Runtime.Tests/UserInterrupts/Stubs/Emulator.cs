using System.Runtime.InteropServices;
using TopHalf.Runtime.Tests.NativeTopHalf;

namespace TopHalf.Runtime.Tests.UserInterrupts.Stubs;

/// <summary>What went wrong in a run, as emulator.c counts.</summary>
internal enum StubFault
{
    Nothing,
    OpenOutside,
    RegistersChanged,
    RedZoneChanged,
    CalleeSavedChanged,
    OpenAtReturn,
}

/// <summary>struct run of emulator.c.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SteppedRun
{
    public nint Code, Handler;
    public UserInterruptState* State;
    public nint Wait;
    public ulong Deadline, StackAdjust, Pending;
    public fixed long At[2];
    public fixed ulong Vectors[2];
    public long Delay;
    public ulong Result;
    public long Boundaries;
    public ulong Deliveries;
    public StubFault Fault;
    public int Lost;
}

/// <summary>The processor of emulator.c, compiled once for the tests that ask for it.</summary>
internal sealed unsafe class Emulator
{
    private static readonly Lazy<Emulator> One = new(static () => new Emulator());

    private readonly nint _library;

    private Emulator()
    {
        if (Gcc.Version() == 0)
        {
            return;
        }

        // Kept loaded, its handlers of signals stay until the process ends; the file is not needed for that.
        using var folder = new TemporaryFolder();
        string library = folder["emulator.so"];
        Gcc.Run(
            "gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-ftls-model=initial-exec", "-mno-red-zone", "-o", library,
            Path.Combine(Gcc.Root, "tests/Runtime.Tests/UserInterrupts/Stubs/emulator.c"));
        _library = NativeLibrary.Load(library);
    }

    /// <summary>The only one of the process.</summary>
    public static Emulator Instance => One.Value;

    internal void Run(SteppedRun* run) => ((delegate* unmanaged<SteppedRun*, void>)NativeLibrary.GetExport(_library, "run_stepped"))(run);

    /// <summary>The calling thread has a processor until <see cref="EndLive"/>: a receiver's with a UPID, a sender's with a table.</summary>
    /// <param name="code">The page that it may be interrupted in; 0 for a sender.</param>
    /// <param name="handler">Its handler.</param>
    /// <param name="upid">Where senders post; null for a sender.</param>
    /// <param name="table">The targets of a sender.</param>
    /// <param name="highest">The highest index of the table.</param>
    internal void BeginLive(nint code, nint handler, Upid* upid, UittEntry* table = null, ulong highest = 0)
        => ((delegate* unmanaged<nint, nint, Upid*, UittEntry*, ulong, nint>)NativeLibrary.GetExport(_library, "begin_live"))(code, handler, upid, table, highest);

    /// <summary>Gives the calling thread's processor a table of targets; false where the thread has none yet.</summary>
    internal bool SetTargets(UittEntry* table, ulong highest)
        => ((delegate* unmanaged<UittEntry*, ulong, int>)NativeLibrary.GetExport(_library, "set_targets"))(table, highest) != 0;

    internal int ThisThread() => ((delegate* unmanaged<int>)NativeLibrary.GetExport(_library, "this_thread"))();

    /// <summary>An interrupt of a device whose vector is the notification of a thread.</summary>
    internal void Interrupt(int thread) => ((delegate* unmanaged<int, void>)NativeLibrary.GetExport(_library, "interrupt"))(thread);

    internal StubFault EndLive(out ulong deliveries, out ulong left)
    {
        fixed (ulong* d = &deliveries)
        fixed (ulong* l = &left)
        {
            return ((delegate* unmanaged<ulong*, ulong*, StubFault>)NativeLibrary.GetExport(_library, "end_live"))(d, l);
        }
    }
}
