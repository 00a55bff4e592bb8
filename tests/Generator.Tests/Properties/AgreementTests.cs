using FsCheck;
using FsCheck.Fluent;
using TopHalf.CompilerTesting;
using TopHalf.CompilerTesting.Fire;
using TopHalf.Generator.Tests.Running;

namespace TopHalf.Generator.Tests.Properties;

/// <summary>
/// The generated C#, the native top half and the reference interpreter do the same, for any driver on any card. TOPHALF_SEED makes other
/// drivers and cards; TOPHALF_FIRE makes more of them.
/// </summary>
public sealed class AgreementTests
{
    private const int Drivers = 50;
    private const int Scripts = 40;

    private static readonly ulong Seed = (ulong)Barrage.Seed;

    [Fact]
    public void All_ways_of_a_dispatch_do_the_same_on_every_card()
    {
        using var trial = new Trial();
        BatchDriver[] drivers = DriverBatch.Compile(Random(Drivers * Barrage.Times));
        Counterexample? found = Search.Find(trial, drivers, Scripts * Barrage.Times, Seed);
        Assert.True(found is null, $"TOPHALF_SEED={Seed} TOPHALF_FIRE={Barrage.Times}\n{found}");
        Assert.InRange(trial.Steps, 2_000_000, long.MaxValue);
    }

    // What is rare among declarations is not rare here.
    [Fact]
    public void Drivers_at_random_have_what_is_rare()
    {
        HandlerSpec[][] groups = [.. Random(400).SelectMany(static d => d.Groups).Select(static g => g.Handlers)];
        HandlerSpec[] handlers = [.. groups.SelectMany(static g => g)];
        int twins = groups.Count(static g => g.Any(h => h.Bits != 0 && g.Any(o => o != h && (o.Bits & h.Bits) != 0)));
        int ends = handlers.Count(static h => h.Banks.Length == 1 && h.Own.Any(static d => d.Attribute == "IrqEnable" || d.Has("After")));
        int besideReads = handlers.Count(static h => h.Own.Any(static d => d.Has("ReadClears")) && h.Own.Any(static d => d.Attribute == "IrqAck"));
        Assert.True(twins > 20 && ends > 20 && besideReads > 20, $"{twins} groups with a bit of two, {ends} ends of a bank, {besideReads} acknowledges beside a read");
    }

    // The test of the test: a reference that does one thing wrong is found, and what is shown has little besides that.
    [Fact]
    public void A_difference_is_found_and_made_small()
    {
        using var trial = new Trial(static step => step with { Preserve = 0 });
        Counterexample? found = Search.Find(trial, DriverBatch.CompileQuickly(Random(10)), Scripts, Seed);
        Assert.NotNull(found);
        DescriptorSpec[] left = [.. found.Driver.OnClass, .. found.Driver.Groups.SelectMany(static g => g.Handlers).SelectMany(static h => h.Own)];
        Assert.Contains(left, static d => d.Has("Preserve"));
        Assert.InRange(left.Length, 1, 2);
        Assert.Single(found.Script.Signals);
    }

    // What the others do on one thread, on those that a binding starts.
    [Fact]
    public void The_same_with_the_threads_of_a_binding()
    {
        DriverSpec[] specs = [.. Random(60).Where(static s => s.Groups[0].Vectors.Length > 0 && !$"{s}".Contains("Structure", StringComparison.Ordinal)).Take(6)];
        for (int i = 0; i < specs.Length; i++)
        {
            var driver = new LoadedDriver($"using TopHalf;\n{specs[i]}", new ProjectOptions { AllowUnsafe = true });
            for (int contents = 0; contents < 5; contents++)
            {
                Random random = new((100 * Barrage.Seed) + contents);
                int filling = random.Next();
                Oracle.CompareTopHalf(
                    driver,
                    device => Fill(device, filling),
                    [.. Enumerable.Range(0, 40).Select(_ => driver.Vectors[random.Next(driver.Vectors.Length)])]);
            }
        }
    }

    private static DriverSpec[] Random(int count) => DriverGens.Driver.Sample(count, new Rnd(Seed), size: 50);

    // Sparse bits and full registers are what pending registers hold.
    private static void Fill(SimulatedDevice device, int seed)
    {
        Random random = new(seed);
        for (int bar = 0; bar < 6; bar++)
        {
            for (ulong offset = 0; offset < 256; offset += 8)
            {
                device.Poke(bar, offset, 8, random.Next(4) switch
                {
                    0 => 0,
                    1 => ulong.MaxValue,
                    2 => 1UL << random.Next(64),
                    _ => (ulong)random.NextInt64(),
                });
            }
        }
    }
}
