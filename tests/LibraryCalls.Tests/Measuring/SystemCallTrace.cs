using System.ComponentModel;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>
/// The system calls that a thread of another process makes while its mark names a case. Traced from a thread of its own, since only
/// the thread that began a trace may go on with it; from another process, since a collection there must not wait for who answers it.
/// </summary>
internal sealed class SystemCallTrace
{
    private readonly Thread _thread;
    private readonly TaskCompletionSource _begun = new();
    private readonly Dictionary<int, SortedSet<long>> _calls = [];

    private SystemCallTrace(int thread, nint mark)
    {
        _thread = new Thread(() => Follow(thread, mark)) { IsBackground = true };
        _thread.Start();
        _begun.Task.Wait();
    }

    /// <summary>Why there is no trace; empty if there is one.</summary>
    public string Unavailable { get; private set; } = "";

    /// <summary>Begins to follow a thread.</summary>
    /// <param name="thread">Its id in the kernel.</param>
    /// <param name="mark">Where in its process the word is that names the case, by number and one.</param>
    public static SystemCallTrace Begin(int thread, nint mark) => new(thread, mark);

    /// <summary>Waits for the thread to end: the numbers of the system calls, by case.</summary>
    public IReadOnlyDictionary<int, SortedSet<long>> End()
    {
        _thread.Join();
        return _calls;
    }

    private void Follow(int thread, nint mark)
    {
        try
        {
            Ptrace.Begin(thread);
        }
        catch (Exception exception) when (exception is Win32Exception or DllNotFoundException or EntryPointNotFoundException)
        {
            Unavailable = $"system calls cannot be traced here: ptrace says '{exception.Message}'";
            _begun.SetResult();
            return;
        }

        _begun.SetResult();
        while (Ptrace.Wait(thread) is var (signal, reason))
        {
            if (signal == Ptrace.SystemCallStop)
            {
                Note(Ptrace.SystemCall(thread), thread, mark);
                Ptrace.Continue(thread, 0);
            }
            else if (reason == Ptrace.StopEvent && signal != 5)
            {
                Ptrace.Stay(thread);
            }
            else
            {
                Ptrace.Continue(thread, reason == 0 ? signal : 0);
            }
        }
    }

    private void Note(long? call, int thread, nint mark)
    {
        if (call is not { } number || Ptrace.Read(thread, mark) is not (var named and not 0))
        {
            return;
        }

        int one = (int)Math.Abs(named) - 1;
        if (named < 0)
        {
            _calls.Remove(one);
        }
        else if (_calls.TryGetValue(one, out SortedSet<long>? calls))
        {
            calls.Add(number);
        }
        else
        {
            _calls[one] = [number];
        }
    }
}
