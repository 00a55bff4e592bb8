namespace TopHalf.Generator.Tests.Running;

/// <summary>Sources that are unmasked at the start, and then by whoever serves them.</summary>
public sealed class EnableOnceTests
{
    private const string Pending = "[IrqPending(RegisterType.Mmio32, 0, 0, 0xF)] [IrqAck(RegisterType.Mmio32, 0, 0, 0xF, Clear = IrqClear.AtSource)] ";

    public static TheoryData<string, string, string[], string[]> Shapes { get; } = new()
    {
        // A source that stays unmasked.
        {
            Pending + "[IrqEnable(RegisterType.Mmio32, 0, 0x10, 1, Once = true)]",
            "[MsiVector(0)] void OnDone(in Interrupt irq) => Log.Add(\"OnDone\", in irq);",
            ["write32 0:0x10 = 0x00000001"],
            []
        },

        // Masked at each interrupt; of two, one is unmasked again after the handler. At the start the order is that of the source.
        {
            Pending + "[IrqDisable(RegisterType.Mmio32, 0, 0x20, 3)] [IrqEnable(RegisterType.Mmio32, 0, 0x10, 1, Once = true, Flush = true)] [IrqEnable(RegisterType.Mmio32, 0, 0x14, 2)]",
            "[MsiVector(0)] void OnDone(in Interrupt irq) => Log.Add(\"OnDone\", in irq);",
            ["write32 0:0x10 = 0x00000001", "read32 0:0x10 = 0x00000001", "write32 0:0x14 = 0x00000002"],
            ["write32 0:0x20 = 0x00000003", "write32 0:0x14 = 0x00000002"]
        },

        // A register for each vector.
        {
            Pending,
            "[MsiVector(0, Count = 3)] [IrqDisable(RegisterType.Mmio32, 0, 0x20, 1, Stride = 4)] [IrqEnable(RegisterType.Mmio32, 0, 0x10, 1, Stride = 4, Once = true)] void OnQueue(in Interrupt irq) => Log.Add(\"OnQueue\", in irq);",
            ["write32 0:0x10 = 0x00000001", "write32 0:0x14 = 0x00000001", "write32 0:0x18 = 0x00000001"],
            ["write32 0:0x20 = 0x00000001"]
        },

        // A register for each bit, of a handler that is called for each; the class has one that is done around.
        {
            Pending + "[IrqEnable(RegisterType.Mmio32, 0, 0x1C, 1)]",
            "[MsiVector(0)] [StatusBits(0x6, Each = true)] [IrqDisable(RegisterType.Mmio32, 0, 0x20, 1, Stride = 4)] [IrqEnable(RegisterType.Mmio32, 0, 0x10, 1, Stride = 4, Once = true)] void OnPort(in Interrupt irq) => Log.Add(\"OnPort\", in irq); [MsiVector(0)] [StatusBits(0x9)] void OnOther(in Interrupt irq) { }",
            ["write32 0:0x1C = 0x00000001", "write32 0:0x10 = 0x00000001", "write32 0:0x14 = 0x00000001"],
            ["write32 0:0x24 = 0x00000001", "write32 0:0x1C = 0x00000001"]
        },

        // Of a handler that is called for each bit of a bank: what is done once has no last call to wait for.
        {
            Pending,
            "[MsiVector(0)] [StatusBits(0xF)] [StatusBank(RegisterType.Mmio32, 0, 0x30, 0xFF, Clear = BankClear.AtSource)] [IrqEnable(RegisterType.Mmio32, 0, 0x10, 1, Once = true)] void OnSource(in Interrupt irq) => Log.Add(\"OnSource\", in irq);",
            ["write32 0:0x10 = 0x00000001"],
            ["read32 0:0x30 = 0x00000001"]
        },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Generated_code(string attributes, string members, string[] start, string[] interrupt) => Run(attributes, members, start, interrupt, TopHalfMode.Managed);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Native_top_half(string attributes, string members, string[] start, string[] interrupt) => Run(attributes, members, start, interrupt, TopHalfMode.Native);

    [Fact]
    public void Its_address_is_bound_and_checked_as_any_other()
    {
        string source = DriverSource.Class(
            "", "uint _start = 0x38; [MsiVector(0)] [IrqEnable(RegisterType.Mmio32, 0, 4, 1, OffsetFrom = nameof(_start), Once = true)] void OnDone(in Interrupt irq) { }");
        using SimulatedDevice device = NewDevice();
        using RegisterTrace trace = device.StartTrace();
        new LoadedDriver(source).Enable(device).Dispose();
        Assert.Equal(["write32 0:0x3C = 0x00000001"], trace.Select(static access => access.ToString()));

        PciDeviceException error = Assert.Throws<PciDeviceException>(
            () => new LoadedDriver(source.Replace("0x38", "0x3C", StringComparison.Ordinal)).Enable(device));
        Assert.Contains("OnDone: the Enable descriptor's register at 0x40 (32 bits) lies outside BAR 0 of 64 bytes.", error.Message, StringComparison.Ordinal);
    }

    private static void Run(string attributes, string members, string[] start, string[] interrupt, TopHalfMode mode)
    {
        var driver = new LoadedDriver(DriverSource.Class(attributes, members));
        using SimulatedDevice device = NewDevice();
        device.Poke(0, 0, 4, 4); // bit 2
        device.Poke(0, 0x30, 4, 1);
        using RegisterTrace trace = device.StartTrace();
        using (driver.Enable(device, new InterruptOptions { TopHalf = mode }))
        {
            Assert.Equal(start, trace.Select(static access => access.ToString()));
            device.TriggerVector(0);
            driver.WaitForLines(1);
        }

        // The status is read first; the end masks all.
        string[] seen = [.. trace.Select(static access => access.ToString()).Skip(start.Length)];
        Assert.Equal(["read32 0:0x00 = 0x00000004", .. interrupt], seen.Take(1 + interrupt.Length));
        Assert.DoesNotContain(seen.Skip(1 + interrupt.Length), static access => access.StartsWith("write32 0:0x1", StringComparison.Ordinal));
    }

    private static SimulatedDevice NewDevice()
        => new(new SimulatedDeviceOptions { MsiXVectors = 3, Bars = { [0] = new SimulatedBar(64) } });
}
