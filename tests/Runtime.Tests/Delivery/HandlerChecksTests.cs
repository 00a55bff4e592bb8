using System.Runtime.CompilerServices;

namespace TopHalf.Runtime.Tests.Delivery;

public sealed class HandlerChecksTests
{
    private const int MostThreads = 200;

    // Another thread gets the number of one that has ended, and collected: what a simulated card does there was booked to who was at the number before.
    [Fact]
    public void The_number_of_a_thread_that_has_ended_is_not_that_thread()
    {
        var checks = new HandlerChecks(1, null, static (_, _) => { });
        RunAs(checks);
        bool isMistaken = false;
        for (int i = 0; i < MostThreads; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var other = new Thread(() => isMistaken |= checks.IsOfThisThread);
            other.Start();
            other.Join();
        }

        Assert.False(isMistaken);
    }

    // Nothing of the thread is left on the caller's stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunAs(HandlerChecks checks)
    {
        var thread = new Thread(() =>
        {
            checks.Begin();
            Assert.True(checks.IsOfThisThread);
        });
        thread.Start();
        thread.Join();
    }
}
