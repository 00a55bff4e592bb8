using System.Globalization;

namespace TopHalf.LibraryCalls.Runner;

/// <summary>Runs each case with each of its values: first to warm up, then once more in the same way while bytes are counted.</summary>
internal sealed class Measurement(Mark mark, TextWriter output, int together)
{
    // What grows with each call shows within these.
    private const int Calls = 32;

    // A case that lasts longer never ends.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    // Who is made to wait for a collection that another thread began makes system calls, and is measured again.
    private const int Attempts = 3;

    private int _number;
    private bool _isDisturbed;

    /// <summary>Runs them all, and tells of each: its number, calls that were measured, bytes that they allocated, what it threw instead.</summary>
    public void Run(CaseCall[] cases)
    {
        string thread = new FileInfo("/proc/thread-self").LinkTarget ?? "";
        Tell($"thread {thread[(thread.LastIndexOf('/') + 1)..]} {mark.Address}");
        Console.In.ReadLine();
        using var watch = new Timer(_ => End(), null, Limit, Limit);
        int done = 0;
        foreach (CaseCall one in cases)
        {
            _number = one.Number;
            watch.Change(Limit, Limit);
            output.WriteLine(RunUndisturbed(one));
            if (++done % together == 0)
            {
                output.Flush();
            }
        }

        Tell("end");
    }

    private string RunUndisturbed(CaseCall one)
    {
        string result = Run(one);
        for (int attempt = 1; _isDisturbed && attempt < Attempts; attempt++)
        {
            mark.Withdraw(one.Number);
            result = Run(one);
        }

        return result;
    }

    private string Run(CaseCall one)
    {
        _isDisturbed = false;
        int calls = 0;
        long bytes = 0;
        string of = "", thrown = "-";
        foreach (Values values in one.Tries())
        {
            try
            {
                one.Prepare(values);
            }
            catch (Exception exception)
            {
                thrown = exception.GetType().Name;
                continue;
            }

            int possible = WarmUp(one, ref thrown) - (one.IsWarmed ? 1 : 0);
            if (possible <= 0)
            {
                continue;
            }

            one.Prepare(values);
            if (one.IsWarmed)
            {
                one.Call();
            }

            long allocated = Measure(one, possible);
            if (allocated > 0 && of.Length == 0)
            {
                of = $"{values.Receiver}/{values.Value}/{values.Shift}";
            }

            bytes = Math.Max(bytes, allocated);

            calls += allocated < 0 ? 0 : possible;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{one.Number} {calls} {bytes} {(of.Length > 0 ? of : thrown)}");
    }

    // How often it can be called before it throws: a queue is empty in the end.
    private static int WarmUp(CaseCall one, ref string thrown)
    {
        int calls = 0;
        try
        {
            while (calls < Calls)
            {
                one.Call();
                calls++;
            }
        }
        catch (Exception exception)
        {
            thrown = exception.GetType().Name;
        }

        return calls;
    }

    // The bytes; -1, if it throws now where it did not before.
    private long Measure(CaseCall one, int calls)
    {
        Action call = one.Call;
        int collections = GC.CollectionCount(0);
        mark.Set(one.Number);
        try
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < calls; i++)
            {
                call();
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            _isDisturbed |= allocated == 0 && GC.CollectionCount(0) != collections;
            return allocated;
        }
        catch (Exception)
        {
            return -1;
        }
        finally
        {
            mark.Clear();
        }
    }

    private void Tell(string line)
    {
        output.WriteLine(line);
        output.Flush();
    }

    private void End()
    {
        Console.Error.WriteLine($"case {_number} does not end");
        Environment.Exit(3);
    }
}
