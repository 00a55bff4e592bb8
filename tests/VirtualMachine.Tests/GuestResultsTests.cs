namespace TopHalf.VirtualMachine.Tests;

public sealed class GuestResultsTests
{
    [Fact]
    public void Lines_become_results()
    {
        // "bmlu" is "nin", "ZWxldmVu" is "eleven".
        GuestResults results = GuestResults.Parse("PASS a\r\nPASS b ZWxldmVu\nFAIL c bmlu\nDONE\nEXIT 1\n");

        Assert.Equal(new GuestResult(true, ""), results.Cases["a"]);
        Assert.Equal(new GuestResult(true, "eleven"), results.Cases["b"]);
        Assert.Equal(new GuestResult(false, "nin"), results.Cases["c"]);
        Assert.True(results.Complete);
        Assert.Equal(1, results.ExitCode);
        Assert.Null(results.Malformed);
    }

    [Fact]
    public void A_line_that_was_cut_off_counts_as_not_written()
    {
        GuestResults results = GuestResults.Parse("PASS a\nPASS b");

        Assert.Equal(["a"], results.Cases.Keys);
        Assert.False(results.Complete);
        Assert.Null(results.ExitCode);
    }

    [Fact]
    public void What_took_longest_is_read_from_the_console()
        => Assert.Equal(
            ["   2.5 s  Slow\n", "   0.1 s  Quick\n"],
            GuestRun.Longest(["case Quick", "case Quick: passed in 99 ms", "[    1.0] case Slow: passed in 2500 ms", "case Bad: FAILED after 9000 ms"]));

    [Fact]
    public void A_line_that_says_nothing_is_kept()
    {
        Assert.Equal("hello", GuestResults.Parse("hello\nDONE\n").Malformed);
    }
}
