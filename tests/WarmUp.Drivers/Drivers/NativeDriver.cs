using System.Runtime.InteropServices;

namespace TopHalf.WarmUp.Drivers;

/// <summary>Native code: with blittable arguments, with ones that need a stub, with the error number, without a transition.</summary>
[InterruptDriver]
internal sealed partial class NativeDriver : IProbed
{
    private long _sum;

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnNative(in Interrupt irq)
    {
        Probe.Enter();
        _sum += Parent() + Length("text") + Real() + Effective() + Upper((int)irq.Signals & 0x7F);
        Probe.Leave();
    }

    [LibraryImport("libc", EntryPoint = "getppid", SetLastError = true)]
    private static partial int Parent();

    [LibraryImport("libc", EntryPoint = "strlen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Length(string text);

#pragma warning disable SYSLIB1054, CA2101 // The old way makes stubs at run time, which is what is tested.
    [DllImport("libc", EntryPoint = "getuid", SetLastError = true)]
    private static extern uint Real();

    [DllImport("libc", EntryPoint = "geteuid")]
    private static extern uint Effective();
#pragma warning restore SYSLIB1054, CA2101

    [LibraryImport("libc", EntryPoint = "toupper"), SuppressGCTransition]
    private static partial int Upper(int character);
}
