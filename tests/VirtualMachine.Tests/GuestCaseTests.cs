using TopHalf.VirtualMachine.Guest;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>One test per case of the guest.</summary>
public sealed class GuestCaseTests(VirtualMachine machine, ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. GuestCases.All.Select(guestCase => guestCase.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case(string name)
    {
        GuestRun run = await machine.GetRunAsync();
        output.WriteLine($"the guest lived {run.Elapsed.TotalSeconds:F1} s");

        if (!run.Results.Cases.TryGetValue(name, out GuestResult? result))
        {
            Assert.Fail($"no result from the guest: {run.Ending ?? "the guest does not know this case"}\n{run.ConsoleTail}\nconsole: {run.Console}");
        }

        Assert.True(result.Passed, $"in the guest: {result.Text}\nconsole: {run.Console}");
        output.WriteLine(result.Text);
    }
}
