namespace TopHalf.LibraryCalls.Tests;

/// <summary>Members of the library that the analyzer says nothing of allocate nothing and call no kernel, when they are run.</summary>
public sealed class LibraryTests(LibraryRun run) : IClassFixture<LibraryRun>
{
    private const int FewestMembers = 5_000;

    [Fact]
    public void Thousands_of_members_are_said_to_be_free_and_were_run()
    {
        string report = Report.Write(run);
        Console.WriteLine(report);
        int members = run.Free.Where(static f => f.Outcome.Calls > 0).Select(static f => f.Case.Member).Distinct().Count();
        Assert.True(members >= FewestMembers, report);
    }

    [Fact]
    public void None_of_them_allocates()
        => AssertNone(run.Free.Where(static f => f.Outcome.Bytes > 0), static o => $"{o.Bytes} bytes in {o.Calls} calls, first with {o.Note}");

    [Fact]
    public void None_of_them_makes_a_system_call()
    {
        Assert.SkipUnless(run.Untraced.Length == 0, run.Untraced);
        AssertNone(run.Free.Where(static f => f.Outcome.SystemCalls.Count > 0), static o => $"system calls {string.Join(", ", o.SystemCalls)}");
    }

    [Fact]
    public void None_of_them_ends_the_process()
        => AssertNone(run.Free.Where(static f => f.Outcome.HasEnded), static o => o.Note);

    /// <summary>Also those that were not run: the process that runs them is begun anew only so often.</summary>
    [Fact]
    public void All_of_them_were_tried()
        => Assert.Equal(run.Verdicts.Count(static v => v.Value.IsFree), run.Free.Count());

    [Fact]
    public void No_line_of_what_is_left_out_or_known_is_stale()
    {
        _ = run.Free.Where(f => f.Outcome.Bytes > 0 || f.Outcome.SystemCalls.Count > 0).Count(f => run.Known.Has(f.Case.Member));
        Assert.Equal("", string.Join("\n", run.LeftOut.Unused));
        Assert.Equal("", string.Join("\n", run.Known.Unused));
    }

    private void AssertNone(IEnumerable<(Case Case, Outcome Outcome)> found, Func<Outcome, string> describe)
    {
        string told = string.Join("\n", found.Where(f => !run.Known.Has(f.Case.Member)).Select(f => $"{f.Case.Member}: {describe(f.Outcome)}: {f.Case.Call}"));
        Assert.True(told.Length == 0, told);
    }
}
