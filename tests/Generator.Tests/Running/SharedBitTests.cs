using System.Text.RegularExpressions;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests.Running;

/// <summary>Bits of the status register that lead to several methods, steps behind a whole bank, and acknowledges beside a read that clears.</summary>
public sealed partial class SharedBitTests
{
    private const string Pending = "[IrqPending(RegisterType.Mmio32, 0, 0, 0xF)]";

    /// <summary>The example of the page about descriptors.</summary>
    [Fact]
    public void Several_methods_for_one_bit()
    {
        string example = CodeBlock().Matches(Repository.Read("docs/descriptors.md")).Single(static b => b.Value.Contains("MeasuringCard", StringComparison.Ordinal)).Groups[1].Value;
        var driver = new LoadedDriver(
            "using System.Threading;\n" + Body().Replace(example, "private void $1(in Interrupt irq) => Log.Add(\"$1\", in irq);"), name: "MeasuringCard");

        Assert.Equal(["OnSample 0"], Handled(driver, status: 0x1, bank: 0x7));
        Assert.Equal(["OnLink 0"], Handled(driver, status: 0x100, bank: 0x1));
        Assert.Equal(["OnFault 0", "OnFault 1"], Handled(driver, status: 0x100, bank: 0x6));
        Assert.Equal(["OnSample 0", "OnLink 0", "OnFault 1"], Handled(driver, status: 0x101, bank: 0x5));
        Assert.Empty(Handled(driver, status: 0x100, bank: 0x8));
        Agree(driver);
    }

    /// <summary>The class's acknowledge is written once for both of them.</summary>
    [Fact]
    public void The_bit_is_acknowledged_once()
    {
        var driver = new LoadedDriver(DriverSource.Class(
            Pending + "[IrqAck(RegisterType.Mmio32, 0, 8, 0xF, Clear = IrqClear.Echo)]",
            """
            [MsiVector(3), StatusBits(4)] [StatusBank(RegisterType.Mmio32, 0, 0x10, 3)] void OnA(in Interrupt irq) => Log.Add("OnA", in irq);
            [MsiVector(3), StatusBits(4)] [StatusBank(RegisterType.Mmio32, 0, 0x10, 4)] void OnB(in Interrupt irq) => Log.Add("OnB", in irq);
            """));
        using SimulatedDevice device = NewCard(status: 6, bank: 7);
        using RegisterTrace trace = device.StartTrace();
        InterruptStatistics statistics = driver.Run(device, new ScriptedEvent(3, 1, 1000));

        Assert.Single(trace, static a => a.IsWrite && a.Offset == 8 && a.Value == 6);
        Assert.Equal([3ul, 4ul], trace.Where(static a => a.IsWrite && a.Offset == 0x10).Select(static a => a.Value));
        Assert.Equal(3, driver.TakeLog().Length);
        Assert.Equal(1, statistics.Vectors.Sum(static v => v.Unclaimed));
    }

    /// <summary>What the method says of the end is done, whether its bank had something or not.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void Steps_behind_a_whole_bank(ulong bank, int calls)
    {
        var driver = new LoadedDriver(DriverSource.Class(Pending, Whole));
        using SimulatedDevice device = Oracle.NewDevice(d => { d.Poke(0, 0, 4, 1); d.Poke(0, 0x10, 4, bank); });
        using RegisterTrace trace = device.StartTrace();
        driver.Run(device, new ScriptedEvent(3, 1, 1000));

        Assert.Equal([0x20ul, 0x24ul, 0x28ul], trace.Where(static a => a.IsWrite && a.Offset >= 0x20).Select(static a => a.Offset));
        Assert.Equal(calls, driver.TakeLog().Length);
        Agree(driver);
    }

    [Theory]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0, 0xF, ReadClears = true)]", "[IrqAck(RegisterType.Mmio32, 0, 8, 0xF)]", "")]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0, 0xF, ReadClears = true)]", "[IrqAck(RegisterType.Mmio32, 0, 8, 0xF, Clear = IrqClear.Echo, After = true)]", "")]
    [InlineData("", "", "[IrqPending(RegisterType.Mmio32, 0, 0, 0xF, ReadClears = true)] [IrqAck(RegisterType.Mmio32, 0, 8, 0xF, Clear = IrqClear.Echo)]")]
    [InlineData("", "[IrqAck(RegisterType.Mmio32, 0, 12, 1)]", "[IrqPending(RegisterType.Mmio32, 0, 0, 0xF, ReadClears = true)] [IrqAck(RegisterType.Mmio32, 0, 8, 0xF, After = true)]")]
    public void Another_register_beside_a_read_that_clears(string pending, string ofClass, string own)
    {
        var driver = new LoadedDriver(DriverSource.Class(pending + ofClass, $"[MsiVector(3)] {own} void OnDone(in Interrupt irq) => Log.Add(\"OnDone\", in irq);"));
        using SimulatedDevice device = Oracle.NewDevice(static d => d.Poke(0, 0, 4, 0xF));
        using RegisterTrace trace = device.StartTrace();
        driver.Run(device, new ScriptedEvent(3, 1, 1000));

        Assert.Equal((8ul, 0xFul), Assert.Single(trace.Where(static a => a.IsWrite).Select(static a => (a.Offset, a.Value))));
        driver.TakeLog();
        Agree(driver);
    }

    /// <summary>The register that the read has cleared is not written, and to a handler with its own read nothing of the class applies.</summary>
    [Theory]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0, 0xF, ReadClears = true)] [IrqAck(RegisterType.Mmio32, 0, 0, 0xF)]", "")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 8, 0xF)]", "[IrqPending(RegisterType.Mmio32, 0, 0, 0xF, ReadClears = true)]")]
    public void No_acknowledge_besides(string ofClass, string own)
    {
        var driver = new LoadedDriver(DriverSource.Class(ofClass, $"[MsiVector(3)] {own} void OnDone(in Interrupt irq) => Log.Add(\"OnDone\", in irq);"));
        using SimulatedDevice device = Oracle.NewDevice(static d => d.Poke(0, 0, 4, 0xF));
        using RegisterTrace trace = device.StartTrace();
        driver.Run(device, new ScriptedEvent(3, 1, 1000));

        Assert.DoesNotContain(trace, static a => a.IsWrite);
    }

    private const string Whole = """
        [MsiVector(3), StatusBits(1)] [StatusBank(RegisterType.Mmio32, 0, 0x10, 3, Whole = true)]
        [IrqDisable(RegisterType.Mmio32, 0, 0x20, 1)] [IrqAck(RegisterType.Mmio32, 0, 0x24, 1, After = true)] [IrqEnable(RegisterType.Mmio32, 0, 0x28, 1)]
        void OnWhole(in Interrupt irq) => Log.Add("OnWhole", in irq);
        [MsiVector(3), StatusBits(6)] void OnMore(in Interrupt irq) => Log.Add("OnMore", in irq);
        """;

    // What was called, without what is told of it.
    private static string[] Handled(LoadedDriver driver, ulong status, ulong bank)
    {
        using SimulatedDevice device = NewCard(status, bank);
        driver.Run(device, new ScriptedEvent(driver.Vectors[0], 1, 1000));
        return [.. driver.TakeLog().Select(static line => Call().Replace(line, "$1 $2"))];
    }

    // Generated code, the native top half and the reference, for what status and bank can be.
    private static void Agree(LoadedDriver driver)
    {
        foreach (ulong status in (ulong[])[1, 6, 0x101])
        {
            foreach (ulong bank in (ulong[])[0, 1, 7])
            {
                int vector = driver.Vectors[0];
                Oracle.Compare(driver, Fill, new ScriptedEvent(vector, 1, 1000), new ScriptedEvent(vector, 2, 2000));
                Oracle.CompareTopHalf(driver, Fill, vector, vector);

                void Fill(SimulatedDevice device)
                {
                    device.Poke(0, 0, 4, status);
                    device.Poke(0, 0x10, 4, bank);
                }
            }
        }
    }

    private static ClearedByOnes NewCard(ulong status, ulong bank)
    {
        var card = new ClearedByOnes(new SimulatedDeviceOptions { MsiXVectors = 8, Bars = { [0] = new SimulatedBar(64) } });
        card.Poke(0, 0, 4, status);
        card.Poke(0, 0x10, 4, bank);
        return card;
    }

    private sealed class ClearedByOnes(SimulatedDeviceOptions options) : SimulatedDevice(options)
    {
        protected override void WriteRegister(in RegisterAccess access)
            => Poke(access.Bar, access.Offset, access.Width, Peek(access.Bar, access.Offset, access.Width) & ~access.Value);
    }

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"private void (\w+)\(in Interrupt irq\) => .*$", RegexOptions.Multiline)]
    private static partial Regex Body();

    [GeneratedRegex(@"^(\w+) vector \d+ index (\d+) .*$")]
    private static partial Regex Call();
}
