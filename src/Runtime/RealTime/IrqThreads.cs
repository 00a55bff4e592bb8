using System.Globalization;

namespace TopHalf;

/// <summary>
/// The kernel's threads that handle interrupts: there is one for each line where the kernel is PREEMPT_RT, or was started with
/// threadirqs. A snapshot.
/// </summary>
internal sealed class IrqThreads
{
    // Positions in /proc/N/stat (proc(5)) behind the name: state is field 3, flags field 9.
    private const int FlagsField = 9 - 3;

    private readonly string _proc;
    private readonly Dictionary<int, string> _names; // by thread

    private IrqThreads(string proc, Dictionary<int, string> names)
    {
        _proc = proc;
        _names = names;
    }

    /// <param name="proc">The root of the processes' files; the kernel's threads are processes there.</param>
    public static IrqThreads Read(string proc)
    {
        Dictionary<int, string> names = [];
        foreach (string folder in Directory.EnumerateDirectories(proc))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) && NameOf(proc, id) is { } name)
            {
                names.Add(id, name);
            }
        }

        return new IrqThreads(proc, names);
    }

    /// <summary>Gives the thread of a line a priority under SCHED_FIFO.</summary>
    /// <returns>Puts its own back.</returns>
    /// <exception cref="PciDeviceException">There is no such thread, or the process has not the right.</exception>
    public Action Raise(string device, InterruptLine line, int priority)
    {
        int thread = Find(line) ?? throw NoThread(device, line);
        int policy = SystemCall.GetScheduler(thread);
        int before = SystemCall.GetPriority(thread);
        int result = SystemCall.SetScheduler(LinuxConstants.SchedulerFifo, priority, thread);
        if (result < 0)
        {
            throw Failed(device, line, thread, priority, -result);
        }

        return () =>
        {
            // Its number may be another's by now, if the line went away by itself.
            if (policy >= 0 && before >= 0 && NameOf(_proc, thread) == _names[thread])
            {
                _ = SystemCall.SetScheduler(policy, before, thread);
            }
        };
    }

    /// <summary>The thread's number; null where the kernel has, or shows, none.</summary>
    public int? Find(InterruptLine line)
    {
        string whole = $"irq/{line.Number}-{line.Name}";
        foreach ((int thread, string name) in _names)
        {
            if (name == whole || (name.Length >= RealTimeConstants.ThreadNameLength && whole.StartsWith(name, StringComparison.Ordinal)))
            {
                return thread;
            }
        }

        return null;
    }

    /// <summary>The name of a thread of the kernel's that handles an interrupt; null for any other.</summary>
    private static string? NameOf(string proc, int id)
    {
        try
        {
            string text = File.ReadAllText($"{proc}/{id}/stat");
            int end = text.LastIndexOf(')');
            string name = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..end];
            string flags = text[(end + 2)..].Split(' ')[FlagsField];
            return name.StartsWith("irq/", StringComparison.Ordinal)
                && (uint.Parse(flags, CultureInfo.InvariantCulture) & RealTimeConstants.KernelThread) != 0 ? name : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it ended meanwhile
        }
    }

    internal static PciDeviceException NoThread(string device, InterruptLine line)
        => new(
            device,
            $"find the thread of the interrupt line {line.Number}",
            errno: 0,
            $"The kernel handles {line.Name} in no thread of its own, as PREEMPT_RT or the kernel's parameter threadirqs make it do; or this " +
            "process may not see the kernel's threads (a container; /proc with hidepid).",
            "set IrqThreadPriority to null, for an interrupt without a thread comes before every thread; or start the kernel with threadirqs");

    internal static PciDeviceException Failed(string device, InterruptLine line, int thread, int priority, int errno)
        => errno == Errno.EPERM
            ? new(
                device,
                "sched_setscheduler",
                errno,
                $"The kernel's thread {thread} for {line.Name} may not get the priority {priority} from this process: that takes the " +
                "capability CAP_SYS_NICE.",
                $"""
                one of
                    AmbientCapabilities=CAP_SYS_NICE in the systemd unit, or docker run --cap-add SYS_NICE
                    set IrqThreadPriority to null, and once interrupts are enabled: sudo chrt -f -p {priority} {thread}
                """)
            : new(device, "sched_setscheduler", errno, $"The kernel's thread {thread} for {line.Name} cannot have the priority {priority}.", "");
}
