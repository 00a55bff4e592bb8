using System.Diagnostics;

namespace TopHalf.VirtualMachine.Guest;

/// <summary>Runs cases one after the other, each against its own deadline.</summary>
public static class CaseRunner
{
    /// <summary>Runs all of them and writes a result for every one.</summary>
    /// <returns>Whether all of them passed.</returns>
    /// <remarks>
    /// A case that hangs ends the run: it may hold the device, and what came after it would fail for a reason of its own.
    /// The others are reported as not run.
    /// </remarks>
    public static bool Run(IReadOnlyList<GuestCase> cases, GuestDevices devices, ResultWriter results) =>
        Run(cases, devices, results, static (thread, guestCase) => thread.Join(guestCase.Timeout));

    /// <param name="wait">Waits for the end of a case's thread; false if it does not come. A test has its own idea of time.</param>
    internal static bool Run(
        IReadOnlyList<GuestCase> cases, GuestDevices devices, ResultWriter results, Func<Thread, GuestCase, bool> wait)
    {
        bool passed = true;
        string? hung = null;
        foreach (GuestCase guestCase in cases)
        {
            if (hung is not null)
            {
                results.Fail(guestCase.Name, $"not run, because {hung} hung before it");
                continue;
            }

            GuestContext context = new(devices);
            Console.WriteLine($"case {guestCase.Name}");
            long start = Stopwatch.GetTimestamp();
            (bool ended, Exception? failure) = RunOne(guestCase, context, wait);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);

            if (ended && failure is null)
            {
                results.Pass(guestCase.Name, context.Notes);
                Console.WriteLine($"case {guestCase.Name}: passed in {elapsed.TotalMilliseconds:F0} ms");
                continue;
            }

            passed = false;
            hung = ended ? null : guestCase.Name;
            string reason = ended ? failure!.ToString() : $"hung: not done after {guestCase.Timeout.TotalSeconds} s";
            string notes = context.Notes is { Length: > 0 } text ? $"{reason}\nnotes of the case:\n{text}" : reason;
            results.Fail(guestCase.Name, notes);
            Console.WriteLine($"case {guestCase.Name}: FAILED after {elapsed.TotalMilliseconds:F0} ms\n{notes}");
        }

        results.Done();
        return passed;
    }

    private static (bool Ended, Exception? Failure) RunOne(
        GuestCase guestCase, GuestContext context, Func<Thread, GuestCase, bool> wait)
    {
        Exception? failure = null;
        Thread thread = new(() =>
        {
            try
            {
                guestCase.Body(context);
            }
#pragma warning disable CA1031 // Whatever a case throws is its result.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure = exception;
            }
        })
        {
            Name = guestCase.Name,
            IsBackground = true,
        };
        thread.Start();
        return wait(thread, guestCase) ? (true, failure) : (false, null);
    }
}
