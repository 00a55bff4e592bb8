using TopHalf.WarmUp.Drivers;

namespace TopHalf.WarmUp.Tests;

/// <summary>
/// Drivers of every shape of code: nothing is compiled and no type is initialised on the receive thread, from its birth on. Without
/// the warm-up there is, in each of them.
/// </summary>
public sealed class WarmUpTests
{
    private const long Few = 60;

    // Far beyond what makes .NET compile a loop again while it goes round.
    private const long Enough = 60_000;
    private const long Many = 200_000;

    public static TheoryData<string> Shapes { get; } = [.. Drivers.Shapes.Names];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Nothing_is_compiled_on_the_receive_thread(string shape)
    {
        DriverRun run = DriverRun.Start(shape, warmUp: true, Few, realTime: false);
        Assert.Equal((0, 0, 0), (run.AtEntry, run.AtLast, run.InitialisedLate));
    }

    /// <summary>The loop of the dispatch is compiled once, as well as can be: by a switch, and by a table.</summary>
    [Theory]
    [InlineData("chains")]
    [InlineData("table")]
    public void Nor_is_the_dispatch_compiled_again_while_it_goes_round(string shape)
    {
        DriverRun run = DriverRun.Start(shape, warmUp: true, Enough, realTime: false);
        Assert.Equal((0, 0, 0), (run.AtEntry, run.AtLast, run.InitialisedLate));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Nor_in_the_real_time_profile_where_no_thread_compiles_afterwards(string shape)
        => AssertNothing(DriverRun.Start(shape, warmUp: true, 2_000, realTime: true));

    [Theory]
    [InlineData("chains")]
    [InlineData("collections")]
    public void In_the_real_time_profile_not_in_200_000_calls_either(string shape)
        => AssertNothing(DriverRun.Start(shape, warmUp: true, Many, realTime: true));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Without_it_the_first_interrupts_compile(string shape)
    {
        DriverRun run = DriverRun.Start(shape, warmUp: false, Few, realTime: false);
        Assert.True(run.AtEntry > 0, "before the handler");
        Assert.True(run.AtLast > run.AtEntry, "in the handler");
    }

    [Theory]
    [InlineData("initialisers")]
    [InlineData("shared-generics")]
    [InlineData("virtuals")]
    public void Without_it_the_first_interrupts_initialise_types(string shape)
        => Assert.NotEqual(0, DriverRun.Start(shape, warmUp: false, Few, realTime: false).InitialisedLate);

    [Fact]
    public void Without_the_real_time_profile_other_threads_compile_again()
    {
        DriverRun run = DriverRun.Start("chains", warmUp: true, Many, realTime: false);
        Assert.NotEqual(run.AllThreads.Settled, run.AllThreads.Last);
    }

    private static void AssertNothing(DriverRun run)
    {
        Assert.Equal((0, 0, 0), (run.AtEntry, run.AtLast, run.InitialisedLate));
        Assert.NotEqual(-1, run.AllThreads.Settled);
        Assert.Equal(run.AllThreads.Settled, run.AllThreads.Last);
    }
}
