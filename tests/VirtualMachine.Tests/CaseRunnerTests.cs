using TopHalf.VirtualMachine.Guest;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>The guest's runner, tried on the host.</summary>
public sealed class CaseRunnerTests
{
    [Fact]
    public void Cases_have_names_that_fit_a_line()
    {
        string[] names = GuestCases.All.Concat(GuestCases.Native).Select(guestCase => guestCase.Name).ToArray();

        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(), names);
        Assert.DoesNotContain(names, name => name.Any(char.IsWhiteSpace));
    }

    [Fact]
    public void A_failure_does_not_stop_the_others()
    {
        (bool passed, GuestResults results) = Run(
        [
            new GuestCase("throws", guest =>
            {
                guest.Note("so far");
                Check.Equal(1, 2, "the number");
            }),
            new GuestCase("holds", guest => guest.Note("measured 7")),
        ]);

        Assert.False(passed);
        Assert.False(results.Cases["throws"].Passed);
        Assert.Contains("the number: expected 1, was 2", results.Cases["throws"].Text);
        Assert.Contains("so far", results.Cases["throws"].Text);
        Assert.Equal(new GuestResult(true, "measured 7"), results.Cases["holds"]);
        Assert.True(results.Complete);
    }

    [Fact]
    public void A_case_that_hangs_is_named_with_its_notes_and_ends_the_run()
    {
        using ManualResetEventSlim never = new();
        using ManualResetEventSlim noted = new();
        bool ran = false;

        GuestCase hangs = new("hangs", guest =>
        {
            guest.Note("waiting for a vector");
            noted.Set();
            never.Wait();
        });

        // Time is over for that one case as soon as it has said where it is.
        (bool passed, GuestResults results) = Run(
            [new GuestCase("before", _ => { }), hangs, new GuestCase("after", _ => ran = true)],
            (thread, guestCase) =>
            {
                if (guestCase == hangs)
                {
                    noted.Wait();
                    return false;
                }

                thread.Join();
                return true;
            });
        never.Set();

        Assert.False(passed);
        Assert.True(results.Cases["before"].Passed);
        Assert.StartsWith("hung: not done after 60 s", results.Cases["hangs"].Text);
        Assert.Contains("waiting for a vector", results.Cases["hangs"].Text);
        Assert.Equal(new GuestResult(false, "not run, because hangs hung before it"), results.Cases["after"]);
        Assert.False(ran);
        Assert.True(results.Complete);
    }

    private static (bool Passed, GuestResults Results) Run(GuestCase[] cases, Func<Thread, GuestCase, bool>? wait = null)
    {
        using StringWriter text = new();
        using ResultWriter writer = new(text);
        PciAddress any = new("0000:00:00.0");
        GuestDevices devices = new(any, any, any, any, any, any, any, null);
        bool passed = wait is null ? CaseRunner.Run(cases, devices, writer) : CaseRunner.Run(cases, devices, writer, wait);
        return (passed, GuestResults.Parse(text.ToString()));
    }
}
