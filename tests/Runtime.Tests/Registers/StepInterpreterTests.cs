using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Registers;

/// <summary>The definition of each operation, as register traces.</summary>
public sealed class StepInterpreterTests
{
    private static readonly Step Pending = new(StepRole.Pending, StepOperation.TestAny, RegisterType.Mmio32, 0, 0x10, 0x0F);

    [Theory]
    [InlineData(StepOperation.TestAny, 0xF0, 0x0, false)]
    [InlineData(StepOperation.TestAny, 0xF2, 0x0, true)]
    [InlineData(StepOperation.TestEqual, 0xF2, 0x2, true)]
    [InlineData(StepOperation.TestEqual, 0xF3, 0x2, false)]
    [InlineData(StepOperation.TestEqual, 0xF0, 0x0, true)]
    public void A_test_looks_at_the_masked_bits(StepOperation operation, uint register, ulong value, bool pending)
    {
        (bool ran, ulong? status, string trace) = Run(register, Pending with { Operation = operation, Value = value }, Step.Handle("OnInterrupt"));
        Assert.Equal(pending, ran);
        Assert.Equal(pending ? register : null, status);
        Assert.Equal($"read32 0:0x10 = 0x{register:X8}", trace);
    }

    [Theory]
    [InlineData(StepOperation.Write, "write32 0:0x20 = 0x00000005")]
    [InlineData(StepOperation.Echo, "write32 0:0x20 = 0x00000004")]
    [InlineData(StepOperation.Modify, "read32 0:0x20 = 0xAAAAAAAA | write32 0:0x20 = 0xAAAAAAA5")]
    public void An_acknowledge_runs_as_its_operation_says(StepOperation operation, string expected)
    {
        var acknowledge = new Step(StepRole.Acknowledge, operation, RegisterType.Mmio32, 0, 0x20, Mask: 0x0F, Value: 0x05);
        (bool ran, _, string trace) = Run(0xF4, Pending, acknowledge, Step.Handle("OnInterrupt"));
        Assert.True(ran);
        Assert.Equal("read32 0:0x10 = 0x000000F4 | " + expected, trace);
    }

    [Theory]
    [InlineData(RegisterType.Mmio8, 0, "write8 0:0x20 = 0x77")]
    [InlineData(RegisterType.Mmio16, 0, "write16 0:0x20 = 0x6677")]
    [InlineData(RegisterType.Mmio64, 0, "write64 0:0x20 = 0x0011223344556677")]
    [InlineData(RegisterType.Port8, 2, "write8 2:0x10 = 0x77")]
    [InlineData(RegisterType.Port16, 2, "write16 2:0x10 = 0x6677")]
    [InlineData(RegisterType.Port32, 2, "write32 2:0x10 = 0x44556677")]
    public void A_step_has_the_width_of_its_register(RegisterType type, byte bar, string expected)
    {
        var write = new Step(StepRole.Enable, StepOperation.Write, type, bar, bar == 0 ? 0x20u : 0x10u, ulong.MaxValue, 0x0011_2233_4455_6677);
        Assert.Equal(expected, Run(0, write).Trace);
    }

    [Fact]
    public void A_status_of_all_ones_is_a_value_or_a_device_that_is_gone()
    {
        Assert.True(Run(uint.MaxValue, Pending, Step.Handle("OnInterrupt")).Ran);
        using SimulatedDevice device = TestDevices.Create();
        device.Remove();
        Assert.Throws<DeviceGoneException>(() => StepInterpreter.Run([Pending, Step.Handle("OnInterrupt")], device, 0, static _ => { }));
    }

    [Fact]
    public void Of_a_block_that_touches_no_register_not_every_index_is_looked_at()
    {
        Step each = new(StepRole.Pending, StepOperation.EachBit, Mask: ulong.MaxValue) { Length = 1, Extent = 64 };
        Step strided = Pending with { Role = StepRole.Acknowledge, Operation = StepOperation.Write, Address = new StepAddress(Stride: 4) };
        Assert.Equal(2, StepProgram.Everywhere(Handler(Pending, each, Step.Handle("OnInterrupt"))).Count());
        Assert.Equal(2 + 64, StepProgram.Everywhere(Handler(Pending, each, strided)).Count());

        static HandlerManifest Handler(params Step[] program) => new("OnInterrupt", [new VectorRange(First: 0)], program);
    }

    [Fact]
    public void A_step_that_needs_a_status_cannot_run_alone()
    {
        using SimulatedDevice device = TestDevices.Create();
        Assert.Throws<InvalidOperationException>(() => StepInterpreter.Apply(Pending with { Operation = StepOperation.Echo }, device));
    }

    private static (bool Ran, ulong? Status, string Trace) Run(uint register, params Step[] program)
    {
        using SimulatedDevice device = TestDevices.Create();
        device.Poke(0, 0x10, 4, register);
        device.Poke(0, 0x20, 4, 0xAAAA_AAAA);
        ulong? status = null;
        using RegisterTrace trace = device.StartTrace();
        bool ran = StepInterpreter.Run(program, device, vectorIndex: 0, call => status = call.Status).IsPending;
        return (ran, status, string.Join(" | ", trace));
    }
}
