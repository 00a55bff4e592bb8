using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TopHalf.Benchmarks.Latency;

/// <summary>Starts programs that inherit descriptors of this process, which all are closed for others.</summary>
internal static partial class Inherited
{
    /// <param name="program">The program's file.</param>
    /// <param name="descriptors">Its first arguments: the numbers that these have for it.</param>
    /// <param name="arguments">Its further arguments.</param>
    public static Process Start(string program, SafeHandle[] descriptors, params long[] arguments)
    {
        // dup(2) gives a descriptor without the flag close-on-exec; ours are closed again when the child has its own.
        int[] numbers = [.. descriptors.Select(static d => Duplicate((int)d.DangerousGetHandle()))];
        try
        {
            return Process.Start(program, [.. numbers.Select(static n => (long)n).Concat(arguments).Select(static n => n.ToString(CultureInfo.InvariantCulture))]);
        }
        finally
        {
            Array.ForEach(numbers, static n => _ = Close(n));
        }
    }

    /// <summary>Waits for the end of a program that was started here; it must have done well.</summary>
    public static void WaitForEnd(this Process process)
    {
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"A program of this benchmark ended with {process.ExitCode}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int fd);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int fd);
}
