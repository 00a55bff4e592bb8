using System.Globalization;
using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.Linux;

/// <summary>A thread in a system call that waits, and the means to see that it does and to disturb it with a signal.</summary>
internal sealed partial class BlockedThread : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Any signal that neither the runtime nor the tests use; number 12 on x86-64 and arm64.
    private const int SigUsr2 = 12;

    private readonly Thread _thread;
    private readonly TaskCompletionSource<int> _id = new();
    private Exception? _error;

    private BlockedThread(Action body)
    {
        _thread = new Thread(() =>
        {
            _id.SetResult(GetThreadId());
            try
            {
                body();
            }
#pragma warning disable CA1031 // Thrown again by Join.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _error = e;
            }
        })
        { IsBackground = true };
    }

    public int Id => _id.Task.GetAwaiter().GetResult();

    public static BlockedThread Start(Action body)
    {
        Assert.SkipUnless(File.Exists("/proc/thread-self/syscall"), "The kernel shows no /proc/<pid>/syscall: a blocked thread cannot be seen.");
        var thread = new BlockedThread(body);
        thread._thread.Start();
        return thread;
    }

    /// <summary>Makes the test's signal harmless, and yet an interruption: its handler returns, without SA_RESTART.</summary>
    public static unsafe void InstallHandler()
    {
        // struct sigaction begins with the handler; all the rest, mask and flags, is zero. A handler takes one int and may do
        // next to nothing: abs is such a function, and no managed code.
        byte* action = stackalloc byte[256];
        new Span<byte>(action, 256).Clear();
        *(nint*)action = NativeLibrary.GetExport(NativeLibrary.Load("libc", typeof(SystemCall).Assembly, null), "abs");
        Assert.Equal(0, SetSignalAction(SigUsr2, action, null));
    }

    /// <summary>Returns when the kernel says that the thread waits in a system call (and fails if it ended).</summary>
    public void WaitUntilBlocked()
    {
        string file = $"/proc/self/task/{Id}/syscall";
        long deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        int sightings = 0;
        while (sightings < 3)
        {
            // "running" or the number of the call and its arguments; -1 for a wait in the kernel that is no call. The runtime's
            // own short waits (futex) are not what is meant.
            Assert.True(_thread.IsAlive, "the thread did not wait");
            Assert.True(Environment.TickCount64 < deadline, "the thread never waited");
            sightings = IsWait(File.ReadAllText(file)) ? sightings + 1 : 0;
            Thread.Yield();
        }
    }

    /// <summary>Interrupts the thread's system call, and returns when the signal was handled.</summary>
    public void Interrupt()
    {
        Assert.Equal(0, SendSignal(Environment.ProcessId, Id, SigUsr2));
        long deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (_thread.IsAlive && IsPending())
        {
            Assert.True(Environment.TickCount64 < deadline, "the signal was never handled");
            Thread.Yield();
        }
    }

    /// <summary>Waits for the thread's end, and throws what it threw.</summary>
    public void Join()
    {
        Assert.True(_thread.Join(Patience), "the thread did not end");
        if (_error is not null)
        {
            throw new InvalidOperationException("The thread failed.", _error);
        }
    }

    public void Dispose() => _thread.Join(Patience);

    private static bool IsWait(string text)
        => long.TryParse(text.Split(' ')[0], CultureInfo.InvariantCulture, out long number)
            && (RuntimeInformation.ProcessArchitecture == Architecture.Arm64
                ? number is 63 or 22 // read, epoll_pwait
                : number is 0 or 232 or 281); // read, epoll_wait, epoll_pwait

    private bool IsPending()
    {
        try
        {
            string line = File.ReadLines($"/proc/self/task/{Id}/status").First(line => line.StartsWith("SigPnd:", StringComparison.Ordinal));
            return (ulong.Parse(line["SigPnd:".Length..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (SigUsr2 - 1) & 1) != 0;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return false; // the thread has ended, and so has handled it
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThreadId();

    [LibraryImport("libc", EntryPoint = "tgkill")]
    private static partial int SendSignal(int process, int thread, int signal);

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static unsafe partial int SetSignalAction(int signal, void* action, void* old);
}
