using TopHalf.VirtualMachine.Guest;
using TopHalf.VirtualMachine.Tests;

[assembly: AssemblyFixture(typeof(VirtualMachine))]

namespace TopHalf.VirtualMachine.Tests;

/// <summary>
/// The virtual machine that all tests of this assembly share. It boots when the first test asks for it, once, runs every
/// case and powers off; tests only look at what came out.
/// </summary>
/// <remarks>
/// Where it cannot be had, tests are skipped with the reason; with TOPHALF_REQUIRE_VM=1 they fail, so that a server whose
/// machine is missing does not pass for one that tested it.
/// </remarks>
public sealed class VirtualMachine : IDisposable
{
    private readonly Lazy<Task<(GuestRun? Run, string? Unavailable)>> _boot = new(BootAsync);

    /// <summary>The finished life of the machine. Skips or fails the calling test if there is none.</summary>
    public async Task<GuestRun> GetRunAsync()
    {
        (GuestRun? run, string? unavailable) = await _boot.Value;
        if (unavailable is not null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("TOPHALF_REQUIRE_VM") == "1", unavailable);
            Assert.Fail(unavailable);
        }

        return run!;
    }

    /// <summary>Throws the console away if nobody needs it.</summary>
    public void Dispose()
    {
        if (_boot is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result.Run: { } run } } && EverythingPassed(run))
        {
            File.Delete(run.Console);
        }
    }

    private static bool EverythingPassed(GuestRun run) =>
        run.Ending is null
        && GuestCases.All.Concat(run.Native.Program is null ? [] : GuestCases.Native)
            .Where(static guestCase => GuestRun.Chosen is not { } word || guestCase.Name.Contains(word, StringComparison.Ordinal))
            .All(guestCase => run.Results.Cases.TryGetValue(guestCase.Name, out GuestResult? result) && result.Passed);

    private static async Task<(GuestRun?, string?)> BootAsync()
    {
        VirtualMachineFiles files = new();
        if (await files.FetchAsync() is { } unavailable)
        {
            // Also where a runner shows no reasons of skipped tests.
            await Console.Error.WriteLineAsync($"skipped: {unavailable}");
            return (null, unavailable);
        }

        return (await GuestRun.BootAsync(files), null);
    }
}
