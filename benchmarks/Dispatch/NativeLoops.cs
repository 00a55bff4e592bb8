using System.Runtime.InteropServices;
using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>The loops of one C file, compiled here and now.</summary>
internal sealed unsafe class NativeLoops(string source)
{
    private readonly nint _library = NativeLibrary.Load(Gcc.Library(source));

    /// <summary>The loop of that name: <c>void (const event *, int64_t)</c>.</summary>
    public delegate* unmanaged<NativeEvent*, long, void> Find(string name)
        => (delegate* unmanaged<NativeEvent*, long, void>)NativeLibrary.GetExport(_library, name);

    /// <summary>The loop of that name over a mapped BAR: <c>void (const event *, int64_t, uint8_t *)</c>.</summary>
    public delegate* unmanaged<NativeEvent*, long, nint, void> FindWithBar(string name)
        => (delegate* unmanaged<NativeEvent*, long, nint, void>)NativeLibrary.GetExport(_library, name);
}

/// <summary>struct event of event.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeEvent
{
    public int Vector;
    public long Signals;
    public long Timestamp;

    public static NativeEvent[] From(InterruptEvent[] events)
        => [.. events.Select(static e => new NativeEvent { Vector = e.Vector, Signals = e.Signals, Timestamp = e.Timestamp })];
}
