using System.Runtime.CompilerServices;
using TopHalf.Runtime.Tests.Delivery;
using TopHalf.Runtime.Tests.NativeTopHalf;
using TopHalf.Runtime.Tests.UserInterrupts.Stubs;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>A driver whose card's interrupt is its thread's notification, over the emulated processor: nothing is lost, whenever it comes.</summary>
public sealed class DirectReceiverTests
{
    private const uint Status = 0x10;
    private const uint Acknowledge = 0x10;

    [Fact]
    public void Each_event_of_the_card_reaches_the_handler()
    {
        const int Events = 5000;
        var direct = new EmulatedDirect();
        using SimulatedDevice device = TestDevices.Create(way: Way.Bridged);
        long handled = 0;
        using InterruptBinding binding = Driver((in Interrupt irq) => Interlocked.Add(ref handled, (long)irq.Status)).Enable(device, Options(direct));
        Assert.Equal("interrupts arrive by user interrupts: the device's interrupt is the thread's notification.", Assert.Single(binding.Deliveries).ToString());
        var random = new Random(3);
        for (int i = 1; i <= Events; i++)
        {
            // One event at a time, each at another moment of the receiver's round: one that is lost would never be handled.
            device.Poke(0, Status, 4, 1);
            direct.Interrupt();
            Assert.True(SpinWait.SpinUntil(() => Interlocked.Read(ref handled) == i, TestDevices.Patience), $"event {i} was not handled");
            Thread.SpinWait(random.Next(200));
        }

        binding.Dispose();
        Assert.Equal(StubFault.Nothing, direct.Fault);
        Assert.Equal(0, direct.Thread);
        Assert.Equal(Events, binding.Statistics.Handled);
    }

    [Fact]
    public void A_module_that_refuses_ends_the_start()
    {
        using SimulatedDevice device = TestDevices.Create(way: Way.Bridged);
        var refused = Assert.Throws<PciDeviceException>(() => Driver(static (in Interrupt _) => { }).Enable(device, Options(new EmulatedDirect { Refuses = -Errno.EBUSY })));
        Assert.Contains("UINTR_MSI_ATTACH failed: EBUSY (16)", refused.Message, StringComparison.Ordinal);
        Assert.False(device.HasBusMaster());
    }

    [Fact]
    public void What_keeps_it_from_being_direct_is_told()
    {
        using SimulatedDevice device = TestDevices.Create(way: Way.Bridged);
        InterruptOptions options = Options(new EmulatedDirect());
        options.Cpu = null;
        Told("the thread may move, as long as Cpu does not pin it.", Driver(static (in Interrupt _) => { }), options);
        Told("the processor has one notification for a thread, and the default thread has 2 vectors.", new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0, 2)), Options(new EmulatedDirect()));

        options = Options(new EmulatedDirect());
        options.WaitMode = WaitMode.Block;
        Told("a thread that is notified directly never sleeps, and WaitMode is not Spin.", Driver(static (in Interrupt _) => { }), options);
        var sharing = new DriverManifest("Tests.Sharing", 0, 0, [new HandlerManifest("OnInterrupt", [new VectorRange(0)], [Step.Handle("OnInterrupt")])], [], sharesVectors: true);
        Told("vectors may have to share one.", new ScriptedDriver(sharing, static (in Interrupt _) => { }), Options(new EmulatedDirect()));

        void Told(string reason, ScriptedDriver driver, InterruptOptions with)
        {
            using InterruptBinding binding = driver.Enable(device, with);
            Assert.Equal($"a thread reads the eventfds and sends them on, since {reason}", binding.Deliveries[0].Reason);
        }
    }

    [Fact]
    public void The_numbers_of_the_page_are_those_of_the_header()
    {
        // asm-generic/ioctl.h: direction, size, type, number.
        Assert.Equal(DirectInterrupts.AttachRequest, (3u << 30) | ((uint)Unsafe.SizeOf<DirectInterrupts.Attachment>() << 16) | ('U' << 8) | 0x60);
        Assert.Equal(DirectInterrupts.DetachRequest, (1u << 30) | (sizeof(int) << 16) | ('U' << 8) | 0x61);
        string page = File.ReadAllText(Path.Combine(Gcc.Root, "docs/user-interrupts.md"));
        Assert.Contains("_IOWR('U', 0x60, struct uintr_msi_attachment)", page, StringComparison.Ordinal);
        Assert.Contains("_IOW('U', 0x61, int)", page, StringComparison.Ordinal);
    }

    private static InterruptOptions Options(EmulatedDirect direct)
    {
        StubCodeTests.SkipUnlessHere();
        Gcc.SkipUnlessThere();
        return new() { Delivery = InterruptDelivery.UserInterrupt, Cpu = 0, WaitMode = WaitMode.Spin, Machine = new EmulatedMachine { Direct = direct } };
    }

    private static ScriptedDriver Driver(ScriptedHandler handler) => new(
        ScriptedDriver.Declare(
            [new VectorRange(0)],
            [
                new Step(StepRole.Pending, StepOperation.TestAny, RegisterType.Mmio32, 0, Status, Mask: 0xFFFF),
                new Step(StepRole.Acknowledge, StepOperation.Modify, RegisterType.Mmio32, 0, Acknowledge, Mask: 0xFFFF, Value: 0),
                Step.Handle("OnInterrupt"),
            ]),
        handler);
}
