using System.Globalization;

namespace TopHalf;

/// <summary>A share in the lock of the process's memory: the first takes it, the last gives it back.</summary>
/// <remarks>Any thread. A lock is held during the calls of the kernel.</remarks>
internal sealed class MemoryLock : IDisposable
{
    private static readonly object Gate = new();
    private static int _shares;
    private static bool _unlockAtLast;

    private bool _disposed;

    private MemoryLock()
    {
    }

    /// <exception cref="PciDeviceException">The process may not lock that much.</exception>
    /// <exception cref="PlatformNotSupportedException">Not Linux.</exception>
    public static MemoryLock Take()
    {
        LinuxOnly.ThrowUnless("InterruptOptions.LockMemory");
        lock (Gate)
        {
            if (_shares == 0)
            {
                // There is one lock for all: taking it back would take the application's own too.
                bool othersLock = Kilobytes("VmLck:") is not 0;
                int result = SystemCall.LockAllMemory(RealTimeConstants.LockCurrent | RealTimeConstants.LockFuture);
                if (result < 0)
                {
                    throw Failed(-result);
                }

                _unlockAtLast = !othersLock;
            }

            _shares++;
            return new MemoryLock();
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (!_disposed)
            {
                _disposed = true;
                if (--_shares == 0 && _unlockAtLast)
                {
                    _ = SystemCall.UnlockAllMemory(); // it needs no right, and refuses nothing
                }
            }
        }
    }

    internal static PciDeviceException Failed(int errno)
        => errno is Errno.EPERM or Errno.ENOMEM
            ? new(
                "",
                "mlockall",
                errno,
                $"The process may not lock its memory, {(Kilobytes("VmSize:") ?? 0) / 1024:#,0} MiB of addresses with all that .NET " +
                "reserves: that takes the capability CAP_IPC_LOCK, or a limit of locked memory ('ulimit -l') that is as high.",
                """
                one of
                    add '<user> - memlock unlimited' to /etc/security/limits.conf and log in again
                    LimitMEMLOCK=infinity or AmbientCapabilities=CAP_IPC_LOCK in the systemd unit
                    docker run --ulimit memlock=-1
                """)
            : new("", "mlockall", errno, "The memory of the process cannot be locked.", "");

    /// <summary>A size in /proc/self/status (proc(5)); null where the file cannot be read.</summary>
    private static long? Kilobytes(string name)
    {
        try
        {
            string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
            return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }
}
