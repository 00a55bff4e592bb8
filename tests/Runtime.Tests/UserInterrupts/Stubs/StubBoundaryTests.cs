using TopHalf.Runtime.Tests.NativeTopHalf;

namespace TopHalf.Runtime.Tests.UserInterrupts.Stubs;

/// <summary>
/// The waits' own bytes, run natively step by step, with user interrupts at every boundary between two instructions, the handler's included:
/// none is lost, none comes twice, and nothing of the interrupted code is changed.
/// </summary>
public sealed unsafe class StubBoundaryTests
{
    // Into the third round of a wait, whatever it does before.
    private const int Boundaries = 48;
    private const int First = 3;
    private const int Second = 62;

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    public void One_interrupt_at_every_boundary(bool withUmwait, long delay)
    {
        Skip();
        using var pages = new UserInterruptPages(isSoftware: false);
        for (int at = 0; at < Boundaries; at++)
        {
            SteppedRun run = Run(pages, withUmwait, delay, (at, 1UL << First));
            AssertSound(run, $"at {at}");
            Assert.True(run.Result == 1UL << First && run.Deliveries == 1 && run.Pending == 0, $"at {at}: {run.Result:X}, {run.Deliveries} deliveries, {run.Pending:X} left");
            Assert.Equal(0UL, pages.State->Pending);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_interrupts_at_every_two_boundaries(bool withUmwait)
    {
        Skip();
        using var pages = new UserInterruptPages(isSoftware: false);
        for (int first = 0; first < Boundaries; first++)
        {
            for (int second = first; second < Boundaries; second++)
            {
                string where = $"at {first} and {second}";
                SteppedRun run = Run(pages, withUmwait, 0, (first, 1UL << First), (second, 1UL << Second));
                AssertSound(run, where);
                ulong taken = run.Result;
                ulong deliveries = run.Deliveries;
                if (run.Boundaries <= second)
                {
                    Assert.True(taken == 1UL << First, $"{where}: the wait returned {taken:X} before the second");
                    continue;
                }

                if (taken != (1UL << First | 1UL << Second))
                {
                    // It came when the wait had closed them, and is there for the next one.
                    SteppedRun next = Run(pages, withUmwait, 0, pending: run.Pending);
                    AssertSound(next, where + ", the next wait");
                    Assert.Equal(0UL, taken & next.Result);
                    taken |= next.Result;
                    deliveries += next.Deliveries;
                }

                Assert.True(taken == (1UL << First | 1UL << Second) && deliveries == 2, $"{where}: {taken:X}, {deliveries} deliveries");
            }
        }
    }

    [Fact]
    public void All_vectors_that_are_due_come_in_one_wait_the_highest_first()
    {
        Skip();
        using var pages = new UserInterruptPages(isSoftware: false);
        SteppedRun run = Run(pages, withUmwait: false, 0, pending: ulong.MaxValue);
        AssertSound(run, "all");
        Assert.Equal(ulong.MaxValue, run.Result);
        Assert.Equal(64UL, run.Deliveries);
        Assert.Equal(64UL, pages.State->Deliveries);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_deadline_ends_it_with_nothing(bool withUmwait)
    {
        Skip();
        using var pages = new UserInterruptPages(isSoftware: false);
        SteppedRun run = Prepare(pages, withUmwait, delay: 0);
        run.Deadline = pages.TimeStamp();
        Emulator.Instance.Run(&run);
        AssertSound(run, "the deadline");
        Assert.Equal(0UL, run.Result);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_kick_ends_it_and_takes_no_interrupt_away(bool withUmwait)
    {
        Skip();
        using var pages = new UserInterruptPages(isSoftware: false);
        pages.State->Kick = 1;
        for (int at = 0; at < Boundaries; at++)
        {
            SteppedRun run = Run(pages, withUmwait, 0, (at, 1UL << First));
            AssertSound(run, $"at {at}");
            ulong due = run.Boundaries > at ? 1UL << First : 0;
            Assert.True((run.Result | run.Pending) == due && (run.Result & run.Pending) == 0, $"at {at}: {run.Result:X}, {run.Pending:X} left");
        }
    }

    [Fact]
    public void A_stack_adjustment_below_the_red_zone_would_be_found()
    {
        Skip();
        using var pages = new UserInterruptPages(isSoftware: false);
        SteppedRun run = Prepare(pages, withUmwait: false, delay: 0);
        run.StackAdjust = 8;
        (run.At[0], run.Vectors[0]) = (6, 1UL << First);
        Emulator.Instance.Run(&run);
        Assert.Equal(StubFault.RedZoneChanged, run.Fault);
    }

    [Fact]
    public void A_wait_that_left_them_open_would_be_found()
    {
        Skip();
        using var pages = new UserInterruptPages(isSoftware: false);

        // As if CLUI were a NOP.
        nint memory = SystemCall.MapMemory(2 * 4096);
        Assert.Equal(0, SystemCall.Protect(memory, 4096, LinuxConstants.ProtectionRead | LinuxConstants.ProtectionWrite | LinuxConstants.ProtectionExecute));
        var code = new Span<byte>((void*)memory, 2 * 4096);
        UserInterruptCode.Bytes.CopyTo(code);
        ((ReadOnlySpan<byte>)[0x0F, 0x1F, 0x40, 0x00]).CopyTo(code[UserInterruptCode.Flags[3]..]);
        SteppedRun run = Prepare(pages, withUmwait: false, delay: 0);
        (run.Code, run.Handler) = (memory, memory);
        run.State = (UserInterruptState*)(memory + 4096);
        run.Wait = memory + UserInterruptCode.WaitPause;
        (run.At[0], run.Vectors[0]) = (6, 1UL << First);
        Emulator.Instance.Run(&run);
        Assert.Equal(StubFault.OpenOutside, run.Fault);
        Assert.Equal(0, SystemCall.Unmap(memory, 2 * 4096));
    }

    private static void Skip()
    {
        StubCodeTests.SkipUnlessHere();
        Gcc.SkipUnlessThere();
    }

    private static void AssertSound(in SteppedRun run, string where)
    {
        Assert.True(run.Fault == StubFault.Nothing, $"{where}: {run.Fault}");
        Assert.True(run.Lost == 0, $"{where}: it would have slept for ever");
    }

    private SteppedRun Run(UserInterruptPages pages, bool withUmwait, long delay, params ReadOnlySpan<(int At, ulong Vectors)> injections)
        => Run(pages, withUmwait, delay, 0, injections);

    private SteppedRun Run(UserInterruptPages pages, bool withUmwait, long delay, ulong pending, params ReadOnlySpan<(int At, ulong Vectors)> injections)
    {
        SteppedRun run = Prepare(pages, withUmwait, delay);
        run.Pending = pending;
        for (int i = 0; i < injections.Length; i++)
        {
            (run.At[i], run.Vectors[i]) = injections[i];
        }

        Emulator.Instance.Run(&run);
        return run;
    }

    private static SteppedRun Prepare(UserInterruptPages pages, bool withUmwait, long delay)
    {
        var run = new SteppedRun
        {
            Code = pages.Code,
            Handler = pages.Handler,
            State = pages.State,
            Wait = pages.Code + (withUmwait ? UserInterruptCode.WaitUmwait : UserInterruptCode.WaitPause),
            Deadline = ulong.MaxValue,
            StackAdjust = 128,
            Delay = delay,
        };
        (run.At[0], run.At[1]) = (-1, -1);
        return run;
    }
}
