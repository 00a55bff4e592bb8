using TopHalf.VirtualMachine.Guest;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>One test per case of the guest.</summary>
public sealed class GuestCaseTests(VirtualMachine machine, ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. GuestCases.All.Select(guestCase => guestCase.Name)];

    public static TheoryData<string> NativeNames => [.. GuestCases.Native.Select(guestCase => guestCase.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case(string name) => Look(await machine.GetRunAsync(), name);

    [Theory]
    [MemberData(nameof(NativeNames))]
    public async Task Case_ahead_of_time(string name)
    {
        GuestRun run = await machine.GetRunAsync();
        Assert.SkipUnless(run.Native.Program is not null, run.Native.Unavailable ?? "");
        Look(run, name);
    }

    private void Look(GuestRun run, string name)
    {
        Assert.SkipUnless(GuestRun.Chosen is not { } word || name.Contains(word, StringComparison.Ordinal), $"TOPHALF_CASES is {GuestRun.Chosen}");
        output.WriteLine($"the guest lived {run.Elapsed.TotalSeconds:F1} s");

        if (!run.Results.Cases.TryGetValue(name, out GuestResult? result))
        {
            Assert.Fail($"no result from the guest: {run.Ending ?? "the guest does not know this case"}\n{run.ConsoleTail}\nconsole: {run.Console}");
        }

        Assert.True(result.Passed, $"in the guest: {result.Text}\nconsole: {run.Console}");
        output.WriteLine(result.Text);
    }
}
