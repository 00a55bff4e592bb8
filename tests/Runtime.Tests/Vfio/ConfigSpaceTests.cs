namespace TopHalf.Runtime.Tests.Vfio;

public sealed class ConfigSpaceTests
{
    [Fact]
    public void Configuration_space_is_read_and_written_in_the_width_that_was_asked_for()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeRegion config = machine.Kernel.Devices[FakeMachine.Edu].Regions[VfioConstants.ConfigRegion];
        using VfioDevice device = machine.Open();
        config.FileAccesses.Clear();

        device.WriteConfig16(PciConfig.Command, 0x0006);
        device.WriteConfig8(0x3C, 11);

        Assert.Equal((0x1234, 0x11E8, 0x0006, 11), (device.VendorId, device.DeviceId, device.ReadConfig16(4), device.ReadConfig8(0x3C)));
        Assert.Equal(0x11E8_1234u, device.ReadConfig32(0));
        Assert.Equal(
            [(4, 2, true), (0x3C, 1, true), (0, 2, false), (2, 2, false), (4, 2, false), (0x3C, 1, false), (0, 4, false)],
            config.FileAccesses);
    }

    [Theory]
    [InlineData(256u)]
    [InlineData(0xFFFF_FFFCu)]
    public void An_offset_beyond_its_end_is_an_error_and_no_other_regions_register(uint offset)
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();

        PciDeviceException error = Assert.Throws<PciDeviceException>(() => device.ReadConfig32(offset));

        Assert.Contains($"0x{offset:X}", error.Message, StringComparison.Ordinal);
        Assert.Throws<PciDeviceException>(() => device.WriteConfig32(offset, 0));
    }

    [Fact]
    public void A_device_that_does_not_answer_is_named()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        machine.Kernel.Fault = (_, call) => call == "pread" ? Errno.EIO : 0;

        PciDeviceException error = Assert.Throws<PciDeviceException>(() => device.VendorId);

        Assert.Equal((FakeMachine.Edu, "pread", "EIO"), (error.Device, error.Call, error.ErrnoName));
    }
}
