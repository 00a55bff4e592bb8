using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>Which systems the calls and structures were written for.</summary>
internal static class VfioPlatform
{
    /// <exception cref="PlatformNotSupportedException">It is another one.</exception>
    public static void ThrowIfUnsupported(bool isLinux, Architecture architecture)
    {
        if (!isLinux)
        {
            throw new PlatformNotSupportedException(
                "VFIO is a part of Linux. On other systems use SimulatedDevice, which needs no hardware.");
        }

        if (architecture is not (Architecture.X64 or Architecture.Arm64))
        {
            throw new PlatformNotSupportedException(
                $"VFIO devices are supported in processes of x86-64 and arm64, not of {architecture}: numbers and structures of the " +
                "kernel differ there. SimulatedDevice works everywhere.");
        }
    }
}
