using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>dispatch.c, compiled here and now with gcc -O2.</summary>
internal static unsafe class NativeDispatch
{
    /// <summary>The C function of that name: <c>void (const event *, int64_t)</c>.</summary>
    public static delegate* unmanaged<NativeEvent*, long, void> Find(string name)
        => (delegate* unmanaged<NativeEvent*, long, void>)NativeLibrary.GetExport(Library.Value, name);

    private static readonly Lazy<nint> Library = new(static () =>
    {
        string source = Path.Combine(AppContext.BaseDirectory, "dispatch.c");
        string library = Path.Combine(AppContext.BaseDirectory, "dispatch.so");
        using Process gcc = Process.Start("gcc", ["-O2", "-shared", "-fPIC", "-o", library, source]);
        gcc.WaitForExit();
        return gcc.ExitCode == 0
            ? NativeLibrary.Load(library)
            : throw new InvalidOperationException($"gcc ended with {gcc.ExitCode}; this benchmark compares with C and needs it.");
    });
}

/// <summary>struct event of dispatch.c.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeEvent
{
    public int Vector;
    public long Signals;
    public long Timestamp;
}
