using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>Whether a card is there. vfio-pci gives vendor and device id from memory, so that these stay when the card goes.</summary>
public sealed class PresenceTests
{
    [Fact]
    public void A_card_that_went_is_refused_though_its_ids_are_there()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        machine.Kernel.Devices[FakeMachine.Edu].Config(PciConfig.ClassAndRevision, 4, uint.MaxValue);

        Assert.Equal(0x1234, device.VendorId);
        var driver = new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0));
        Assert.Equal(FakeMachine.Edu, Assert.Throws<DeviceGoneException>(() => driver.Enable(device, null)).Device);
    }

    [Fact]
    public void A_card_that_goes_is_told_from_a_status_of_all_ones()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        using var receiver = new EventFdReceiver(device, new BindingPlan("", [0], new InterruptOptions()));

        receiver.ConfirmPresent();
        machine.Kernel.Devices[FakeMachine.Edu].Config(PciConfig.ClassAndRevision, 4, uint.MaxValue);

        Assert.Throws<DeviceGoneException>(receiver.ConfirmPresent);
    }
}
