using System.Globalization;
using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.RealTime;

/// <summary>Threads of their own for what stays set on a thread, or is taken from it.</summary>
internal static class TestThread
{
    private const int Nobody = 65534;

    // Numbers of asm/unistd_64.h and asm-generic/unistd.h.
    private static readonly nint GetThreadId = IsArm ? 178 : 186;
    private static readonly nint SetResUid = IsArm ? 147 : 117;
    private static readonly nint Seccomp = IsArm ? 277 : 317;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    /// <summary>The calling thread's number in the kernel.</summary>
    public static unsafe int Id => (int)Libc.Syscall(GetThreadId, 0, 0, null);

    public static T Run<T>(string name, Func<T> body)
    {
        Task<T>? result = null;
        var thread = new Thread(() =>
        {
            result = new Task<T>(body);
            result.RunSynchronously(TaskScheduler.Default);
        })
        { Name = name };
        thread.Start();
        thread.Join();
        return result!.GetAwaiter().GetResult();
    }

    public static PciDeviceException Refused(string name, Action body) => Run(name, () => Assert.Throws<PciDeviceException>(body));

    /// <summary>
    /// Takes root's rights from the calling thread alone: the bare system call, unlike the C library's function, leaves the
    /// other threads as they are.
    /// </summary>
    public static unsafe void DropRights()
    {
        Assert.SkipUnless(Limit("Max realtime priority") == 0, "The limit of real-time priorities (ulimit -r) lets this user have one.");
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Equal(0, Libc.Syscall(SetResUid, Nobody, Nobody, (void*)Nobody));
        }
    }

    /// <summary>Has the kernel refuse one system call to the calling thread, for the rest of its life.</summary>
    public static unsafe void Forbid(nint systemCall, int errno)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "A filter of system calls takes root's rights.");

        // struct sock_filter and sock_fprog of linux/filter.h, values of linux/seccomp.h: the call's number; equal? errno, else allow.
        const uint RefuseWith = 0x0005_0000;
        const uint Allow = 0x7FFF_0000;
        ulong* program = stackalloc ulong[4];
        program[0] = 0x20;
        program[1] = 0x15 | (1UL << 24) | ((ulong)systemCall << 32);
        program[2] = 0x06 | ((ulong)(RefuseWith | (uint)errno) << 32);
        program[3] = 0x06 | ((ulong)Allow << 32);
        nint* filter = stackalloc nint[2];
        filter[0] = 4;
        filter[1] = (nint)program;
        const int SetModeFilter = 1;
        Assert.Equal(0, Libc.Syscall(Seccomp, SetModeFilter, 0, filter));
    }

    /// <summary>A soft limit of the process; the largest number for none.</summary>
    public static long Limit(string name)
    {
        string line = File.ReadLines("/proc/self/limits").First(line => line.StartsWith(name, StringComparison.Ordinal));
        string soft = line[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return long.TryParse(soft, CultureInfo.InvariantCulture, out long limit) ? limit : long.MaxValue;
    }

    /// <summary>A field of /proc/thread-self/stat, counted as proc(5) does; those from 3 on.</summary>
    public static string Stat(int field) => File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ')[field - 3];
}
