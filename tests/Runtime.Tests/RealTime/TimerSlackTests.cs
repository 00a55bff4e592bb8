namespace TopHalf.Runtime.Tests.RealTime;

public sealed class TimerSlackTests
{
    [Fact]
    public void A_thread_has_the_slack_that_was_set_and_others_keep_theirs()
    {
        nint own = SystemCall.GetTimerSlack();
        nint slack = TestThread.Run("slack", static () =>
        {
            ThreadScheduling.SetCurrentThreadTimerSlack(TimeSpan.FromMicroseconds(7.5));
            return SystemCall.GetTimerSlack();
        });
        Assert.Equal(7_500, slack);
        Assert.Equal(own, SystemCall.GetTimerSlack());
    }

    [Fact]
    public void A_filter_that_forbids_it_is_named()
    {
        PciDeviceException error = TestThread.Refused("slack", static () =>
        {
            TestThread.Forbid(RealTimeConstants.ProcessControlNumber, Errno.EPERM);
            ThreadScheduling.SetCurrentThreadTimerSlack(TimeSpan.FromTicks(1));
        });
        Assert.Equal(("prctl(PR_SET_TIMERSLACK)", "EPERM"), (error.Call, error.ErrnoName));
        Assert.Contains("'slack'", error.Message, StringComparison.Ordinal);
        Assert.Contains("0.1 µs", error.Message, StringComparison.Ordinal);
        Assert.Contains("seccomp", error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_callers_thread_gets_its_own_back(bool realTime)
    {
        Assert.SkipUnless(!realTime || Environment.IsPrivilegedProcess, "A real-time priority takes a right.");
        (nint During, nint After, int Policy) seen = TestThread.Run("caller", () =>
        {
            ThreadScheduling.SetCurrentThreadTimerSlack(TimeSpan.FromMicroseconds(33));
            var options = new InterruptThreadOptions { TimerSlack = TimeSpan.FromMicroseconds(2), RealTimePriority = realTime ? 3 : null };
            nint during;
            using (SavedScheduling.BeforeApplying(options))
            {
                ReceiveThread.Apply(new BindingPlan("", [0], options), isTopHalf: false, new OptionWarnings());
                during = SystemCall.GetTimerSlack();
            }

            return (during, SystemCall.GetTimerSlack(), SystemCall.GetScheduler());
        });

        // Later kernels have no slack for a real-time thread, and say so.
        Assert.Contains(seen.During, realTime ? (nint[])[0, 2_000] : [2_000]);
        Assert.Equal(((nint)33_000, 0), (seen.After, seen.Policy));
    }
}
