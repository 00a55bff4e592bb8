using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>Whether native top halves can be had here.</summary>
internal static class NativeTopHalf
{
    /// <summary>Whether a thread with these options gets one.</summary>
    /// <param name="mode">What the options say.</param>
    /// <param name="device">The device, to be named in an error.</param>
    /// <exception cref="PciDeviceException">One is required, and cannot be had.</exception>
    public static bool IsWanted(TopHalfMode mode, string device)
    {
        if (mode == TopHalfMode.Managed)
        {
            return false;
        }

        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return mode == TopHalfMode.Native
                ? throw NotHere(device, $"it is machine code for Linux on x86-64, and this is {RuntimeInformation.RuntimeIdentifier}")
                : false;
        }

        int errno = ExecutableCode.Prepare();
        return errno == 0 || (mode == TopHalfMode.Native ? throw NotExecutable(device, errno) : false);
    }

    public static PciDeviceException NotHere(string device, string reason)
        => new(
            device,
            "binding",
            errno: 0,
            $"A native top half cannot be had: {reason}.",
            "set TopHalf = TopHalfMode.Auto, which takes the managed one there");

    public static PciDeviceException NotExecutable(string device, int errno)
        => new(
            device,
            "mprotect",
            errno,
            "The kernel lets the process have no executable memory for the native top half.",
            "allow it (MemoryDenyWriteExecute=no in the systemd unit; the execmem permission of SELinux), or set TopHalf = TopHalfMode.Auto");
}
