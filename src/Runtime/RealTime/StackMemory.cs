using System.Runtime.CompilerServices;

namespace TopHalf;

/// <summary>The calling thread's stack, of which the kernel makes pages when they are first touched.</summary>
internal static unsafe class StackMemory
{
    /// <summary>What stays for the frames that are not there yet.</summary>
    internal const int Reserve = 64 * 1024;

    /// <summary>Touches the stack from here down, so that later calls find its pages there.</summary>
    /// <param name="bytes">More than 0.</param>
    /// <exception cref="PciDeviceException">The thread's stack is not that large.</exception>
    /// <exception cref="PlatformNotSupportedException">Not Linux.</exception>
    public static void Prefault(int bytes)
    {
        LinuxOnly.ThrowUnless("InterruptThreadOptions.StackPrefault");
        int result = SystemCall.GetStackEnd(out nint lowest);
        if (result < 0)
        {
            throw new PciDeviceException("", "pthread_getattr_np", -result, $"{CurrentThread.Named} does not know its stack.", "");
        }

        byte here;
        nint room = (nint)(&here) - lowest - Reserve;
        if (bytes > room)
        {
            throw new PciDeviceException(
                "",
                "touching the stack",
                errno: 0,
                $"{CurrentThread.Named} cannot touch {bytes:#,0} bytes of its stack: below what it uses there are {Math.Max(0, room):#,0}.",
                "ask for less in StackPrefault; or give threads a larger stack: 'ulimit -s' in the shell that starts the program, or " +
                "DOTNET_Thread_DefaultStackSize, in hexadecimal");
        }

        Touch(bytes);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static void Touch(int bytes)
    {
        byte* memory = stackalloc byte[bytes];

        // Downwards, as a stack grows.
        for (nint at = bytes - 1; at >= 0; at -= Environment.SystemPageSize)
        {
            Volatile.Write(ref memory[at], 0);
        }

        Volatile.Write(ref *memory, 0);
    }
}
