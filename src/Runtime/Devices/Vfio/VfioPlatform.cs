using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>Which systems the calls and structures were written for.</summary>
internal static class VfioPlatform
{
    /// <param name="isLinux">The system.</param>
    /// <param name="architecture">The process.</param>
    /// <param name="what">The part of the kernel that is wanted.</param>
    /// <exception cref="PlatformNotSupportedException">It is another one.</exception>
    public static void ThrowIfUnsupported(bool isLinux, Architecture architecture, string what = "VFIO")
    {
        if (!isLinux)
        {
            throw new PlatformNotSupportedException(
                $"{what} is a part of Linux. On other systems use SimulatedDevice, which needs no hardware.");
        }

        if (architecture is not (Architecture.X64 or Architecture.Arm64))
        {
            throw new PlatformNotSupportedException(
                $"{what} devices are supported in processes of x86-64 and arm64, not of {architecture}: numbers and structures of the " +
                "kernel differ there. SimulatedDevice works everywhere.");
        }
    }
}
