using TopHalf.CompilerTesting;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>What is wrongly said to be free is found: the harness can fail.</summary>
public sealed class HarnessTests
{
    // The reason is believed, and a lie: so each of the calls is said to be free.
    private const string Liars = """
        namespace LibraryCalls;

        public static class Liar
        {
            private static object? _kept;
            private static int _calls;

            [TopHalf.InterruptUnsafe("says that it allocates nothing")]
            public static void Allocates() => _kept = new object();

            [TopHalf.InterruptUnsafe("says that it always allocates nothing")]
            public static void AllocatesLate() => _kept = ++_calls == 40 ? new object() : null;

            [TopHalf.InterruptUnsafe("says that it calls no kernel")]
            public static bool CallsKernel() => System.Threading.Thread.Yield();

            [TopHalf.InterruptUnsafe("says that it can be called")]
            public static void Ends() => System.Environment.Exit(7);

            [TopHalf.InterruptUnsafe("says that it can be called")]
            public static void Throws() => throw new System.InvalidOperationException();

            public static int Honest() => _calls;
        }
        """;

    private static readonly string[] Names = ["Allocates", "Ends", "AllocatesLate", "CallsKernel", "Throws", "Honest"];

    private static readonly Lazy<Task<(CaseRun Run, bool AreFree)>> Ran = new(Run);

    [Fact]
    public async Task Each_of_them_is_said_to_be_free() => Assert.True((await Ran.Value).AreFree);

    [Fact]
    public async Task An_allocation_is_found() => Assert.Equal(32 * 24, (await Outcome("Allocates")).Bytes);

    [Fact]
    public async Task Also_one_that_comes_late() => Assert.Equal(24, (await Outcome("AllocatesLate")).Bytes);

    [Fact]
    public async Task A_system_call_is_found()
    {
        Outcome outcome = await Outcome("CallsKernel");
        string untraced = (await Ran.Value).Run.Untraced;
        Assert.SkipUnless(untraced.Length == 0, untraced);
        Assert.Single(outcome.SystemCalls);
        Assert.Equal(0, outcome.Bytes);
    }

    [Fact]
    public async Task The_end_of_the_process_is_told_of_the_case_that_ended_it()
    {
        Assert.Equal(Names.Where(static n => n == "Ends"), (await Ran.Value).Run.Outcomes.Where(static o => o.Value.HasEnded).Select(static o => Names[o.Key]));
    }

    [Fact]
    public async Task What_throws_was_not_measured()
    {
        Outcome outcome = await Outcome("Throws");
        Assert.Equal((0, "InvalidOperationException"), (outcome.Calls, outcome.Note));
    }

    [Fact]
    public async Task What_does_nothing_is_found_to_do_nothing()
    {
        Outcome outcome = await Outcome("Honest");
        Assert.Equal((32, 0, 0), (outcome.Calls, outcome.Bytes, outcome.SystemCalls.Count));
    }

    private static async Task<Outcome> Outcome(string name) => (await Ran.Value).Run.Outcomes[Array.IndexOf(Names, name)];

    private static async Task<(CaseRun Run, bool AreFree)> Run()
    {
        Case[] cases = [.. Names.Select(static (name, i) => new Case(i, name, $"Liar.{name}();", [], 1))];
        var compilation = new CaseCompilation(cases, Liars);
        Dictionary<Case, Verdict> verdicts = await Verdict.All(compilation, cases);
        return (CaseRun.Of(compilation.Emit(), [.. cases.Select(c => (c, verdicts[c].IsFirst))]), verdicts.Values.All(static v => v.IsFree));
    }
}
