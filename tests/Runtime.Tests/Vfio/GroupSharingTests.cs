namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>Devices of one group share it.</summary>
public sealed class GroupSharingTests
{
    [Fact]
    public void Two_devices_of_one_group_open_it_once_and_the_last_closes_it()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.AddFunction(FakeMachine.Sibling, FakeMachine.Group, "vfio-pci");
        machine.Kernel.Devices[FakeMachine.Sibling] = new FakeVfioDevice();

        VfioDevice first = machine.Open();
        VfioDevice second = machine.Open(FakeMachine.Sibling);
        Assert.Single(machine.Kernel.Calls, "open group");
        Assert.Equal(4, machine.Kernel.OpenFiles);

        first.Dispose();
        Assert.Equal(3, machine.Kernel.OpenFiles);
        Assert.Equal(0x1234, second.VendorId);
        second.Dispose();
        machine.Kernel.AssertNothingIsOpen();

        machine.Open().Dispose();
        machine.Kernel.AssertNothingIsOpen();
    }

    [Fact]
    public void A_device_that_fails_to_open_leaves_the_group_to_the_other()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.AddFunction(FakeMachine.Sibling, FakeMachine.Group, "vfio-pci");

        using (VfioDevice device = machine.Open())
        {
            Assert.Throws<PciDeviceException>(() => machine.Open(FakeMachine.Sibling));
            Assert.Equal(3, machine.Kernel.OpenFiles);
            Assert.Equal(0x11E8, device.DeviceId);
        }

        machine.Kernel.AssertNothingIsOpen();
    }

    [Fact]
    public void A_device_is_closed_once_however_often_it_is_disposed()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        VfioDevice device = machine.Open();

        device.Dispose();
        device.Dispose();

        Assert.Equal(3, machine.Kernel.Calls.Count(call => call == "close"));
        Assert.Throws<ObjectDisposedException>(() => device.VendorId);
        Assert.Throws<ObjectDisposedException>(() => device.GetBar(0));
    }
}
