using TopHalf.Runtime.Tests.Delivery;
using TopHalf.Runtime.Tests.NativeTopHalf;
using TopHalf.Runtime.Tests.UserInterrupts.Stubs;
using TopHalf.Runtime.Tests.Vfio;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>Which way a binding takes, what it says of it, and what is left where a call of the way up fails.</summary>
public sealed class DeliveryChoiceTests
{
    private static readonly ScriptedDriver Driver = new(static (in Interrupt _) => { }, new VectorRange(0, 2));

    [Fact]
    public void An_eventfd_unless_something_else_is_asked_for()
        => Assert.Equal([new ThreadDelivery("", InterruptDelivery.EventFd, "the options ask for it.")], Deliveries(new()));

    [Fact]
    public void Software_and_who_sets_the_bits()
    {
        StubCodeTests.SkipUnlessHere();
        Assert.Equal(
            "interrupts arrive by a bit in memory: the device sets it itself.",
            Assert.Single(Deliveries(new() { Delivery = InterruptDelivery.Software })).ToString());
        Assert.Equal(
            "interrupts arrive by a bit in memory: a thread reads the eventfds and sets it, since the kernel gives the device no other way.",
            Assert.Single(Deliveries(new() { Delivery = InterruptDelivery.Software }, Way.Bridged)).ToString());
    }

    [Fact]
    public void Auto_is_user_interrupts_where_all_is_there()
    {
        StubCodeTests.SkipUnlessHere();
        Gcc.SkipUnlessThere();
        Assert.Equal(
            "interrupts arrive by user interrupts: a thread reads the eventfds and sends them on, since the kernel gives the device no other way.",
            Assert.Single(Deliveries(new() { Delivery = InterruptDelivery.Auto, Machine = new EmulatedMachine() })).ToString());
    }

    [Fact]
    public void Auto_is_an_eventfd_where_this_machine_has_nothing_better()
    {
        Assert.SkipWhen(UserInterrupt.GetSupport().IsSupported, "This machine has user interrupts.");
        Assert.Equal(
            [new ThreadDelivery("", InterruptDelivery.EventFd, UserInterrupt.GetSupport().Reason)], Deliveries(new() { Delivery = InterruptDelivery.Auto }));
    }

    [Fact]
    public void Each_thread_has_its_own()
    {
        StubCodeTests.SkipUnlessHere();
        using SimulatedDevice device = TestDevices.Create();
        var driver = new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0), new VectorRange(1, 2, "rx"));
        using InterruptBinding binding = driver.Enable(device, new() { Threads = { ["rx"] = new() { Delivery = InterruptDelivery.Software } } });
        Assert.Equal(
            ["interrupts arrive by eventfd: the options ask for it.", "interrupts of thread 'rx' arrive by a bit in memory: the device sets it itself."],
            binding.Deliveries.Select(static delivery => delivery.ToString()));
    }

    [Fact]
    public void What_keeps_Auto_from_more_is_told_and_what_is_required_is_refused()
    {
        Told(65, new(), "the default thread has 65 vectors, and user interrupts have 64 for a thread: give some of them another ([MsiVector(…, Thread = \"…\")]).");
        if (OperatingSystem.IsLinux() && System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64)
        {
            Told(2, new() { TopHalf = TopHalfMode.Native }, "the native top half waits for eventfds (TopHalf = TopHalfMode.Managed is without it).");
        }

        static void Told(int vectors, InterruptOptions options, string reason)
        {
            using SimulatedDevice device = TestDevices.Create(vectors: 65);
            var driver = new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0, vectors));
            options.Delivery = InterruptDelivery.Auto;
            using (InterruptBinding binding = driver.Enable(device, options))
            {
                Assert.Equal((InterruptDelivery.EventFd, reason), (binding.Deliveries[0].Delivery, binding.Deliveries[0].Reason));
            }

            foreach (InterruptDelivery required in (InterruptDelivery[])[InterruptDelivery.Software, InterruptDelivery.UserInterrupt])
            {
                options.Delivery = required;
                Assert.Contains($"Delivery = {required} cannot be had: {reason}", Assert.Throws<PciDeviceException>(() => driver.Enable(device, options)).Message, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>One thread's top half, which knows eventfds only, passes on what is for another thread.</summary>
    [Fact]
    public void Vectors_that_share_arrive_at_eventfds_first()
    {
        StubCodeTests.SkipUnlessHere();
        using SimulatedDevice device = TestDevices.Create(vectors: 1);
        long[] handled = new long[2];
        var driver = new ScriptedDriver(
            new DriverManifest(
                "Tests.Sharing", 0, 0, [new HandlerManifest("OnIt", [new VectorRange(0), new VectorRange(1, 1, "rx")], [Step.Handle("OnInterrupt")])], [], sharesVectors: true),
            (in Interrupt irq) => Interlocked.Increment(ref handled[irq.Vector]));
        using InterruptBinding binding = driver.Enable(
            device, new() { TopHalf = TopHalfMode.Native, Threads = { ["rx"] = new() { Delivery = InterruptDelivery.Software } } });
        Assert.Equal("a thread reads the eventfds and sets it, since vectors may have to share one.", binding.Deliveries[1].Reason);
        Assert.True(device.Raise(0));
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref handled[0]) == 1 && Volatile.Read(ref handled[1]) == 1, TestDevices.Patience));
    }

    [Fact]
    public void Wrong_options_are_refused()
    {
        using SimulatedDevice device = TestDevices.Create();
        Assert.Contains("Delivery = 7, which is no delivery", Assert.Throws<ArgumentException>(() => Driver.Enable(device, new() { Delivery = (InterruptDelivery)7 })).Message, StringComparison.Ordinal);
        Assert.Contains("UserInterruptKernel = null", Assert.Throws<ArgumentException>(() => Driver.Enable(device, new() { UserInterruptKernel = null! })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("register_handler", 2, false)] // the first is the detection's
    [InlineData("register_handler", 2, true)]
    [InlineData("vector_fd", 2, false)]
    [InlineData("vector_fd", 3, false)]
    [InlineData("vector_fd", 3, true)]
    public void A_receiver_that_the_kernel_refuses_ends_the_start_and_leaves_nothing(string call, int which, bool onCaller)
    {
        (EmulatedMachine machine, InterruptOptions options) = Emulated();
        Holdings before = Holdings.Now();
        using SimulatedDevice device = TestDevices.Create();
        machine.Kernel.Failing[(call, which)] = Errno.ENOSPC;
        var refused = Assert.Throws<PciDeviceException>(() =>
        {
            if (onCaller)
            {
                Driver.Run(device, options, CancellationToken.None);
            }
            else
            {
                Driver.Enable(device, options);
            }
        });
        Assert.Equal(("test device", Errno.ENOSPC), (refused.Device, refused.Errno));
        Assert.Contains($"uintr_{call} failed", refused.Message, StringComparison.Ordinal);
        before.AssertAgain(call);
        Assert.Equal(machine.Kernel.Made.Count(static made => made == "register_handler") - (call == "register_handler" ? 1 : 0), machine.Kernel.Made.Count(static made => made == "unregister_handler"));
        Assert.False(device.HasBusMaster());
        Assert.Equal(0, OpenVectors());
    }

    /// <summary>Auto does without, also where the machine has all there is and this thread cannot have it.</summary>
    [Theory]
    [InlineData("register_handler", 2)]
    [InlineData("vector_fd", 3)]
    [InlineData("register_sender", 3)]
    public void What_the_kernel_refuses_later_does_not_keep_Auto_from_starting(string call, int which)
    {
        (EmulatedMachine machine, InterruptOptions options) = Emulated();
        options.Delivery = InterruptDelivery.Auto;
        machine.Kernel.Failing[(call, which)] = Errno.ENOMEM;
        Holdings before = Holdings.Now();
        using SimulatedDevice device = TestDevices.Create();
        using (InterruptBinding binding = Driver.Enable(device, options))
        {
            Assert.Equal(
                (InterruptDelivery.EventFd, $"setting up user interrupts failed: uintr_{call} failed: ENOMEM (12). The kernel has no memory for it."),
                (binding.Deliveries[0].Delivery, binding.Deliveries[0].Reason));
            Assert.True(device.Raise(0));
            Assert.True(SpinWait.SpinUntil(() => binding.Statistics.Handled == 1, TestDevices.Patience));
        }

        before.AssertAgain(call);
        Assert.Equal(0, OpenVectors());
    }

    [Fact]
    public void Auto_on_a_thread_that_is_a_receiver_already_takes_eventfds()
    {
        (EmulatedMachine machine, InterruptOptions options) = Emulated();
        options.Delivery = InterruptDelivery.Auto;
        using var receiver = new UserInterruptReceiver(new() { Delivery = InterruptDelivery.UserInterrupt, WaitMode = WaitMode.Spin, Machine = machine });
        using SimulatedDevice device = TestDevices.Create();
        using var end = new CancellationTokenSource();
        long handled = 0;
        var driver = new ScriptedDriver(
            (in Interrupt _) =>
            {
                handled++;
                end.Cancel();
            },
            new VectorRange(0));
        Task raises = Task.Run(() =>
        {
            while (!end.IsCancellationRequested)
            {
                device.Raise(0);
                Thread.Yield();
            }
        });
        driver.Run(device, options, end.Token);
        raises.MustEnd();
        Assert.True(handled > 0);
        receiver.SendToSelf(3);
        Assert.Equal(1UL << 3, receiver.Wait(TestDevices.Patience));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_sender_that_the_kernel_refuses_ends_the_start_and_leaves_nothing(int which)
    {
        (EmulatedMachine machine, InterruptOptions options) = Emulated();
        Holdings before = Holdings.Now();
        using SimulatedDevice device = TestDevices.Create();
        machine.Kernel.Failing[("register_sender", which)] = Errno.ENOMEM;
        var refused = Assert.Throws<PciDeviceException>(() => Driver.Enable(device, options));
        Assert.Equal(("test device", Errno.ENOMEM, "uintr_register_sender"), (refused.Device, refused.Errno, refused.Call));
        Assert.False(device.HasBusMaster());
        before.AssertAgain("register_sender");
        Assert.Equal(which, machine.Kernel.Made.Count(static made => made == "unregister_sender")); // two are the detection's
        Assert.Equal(0, OpenVectors());
    }

    [Fact]
    public void A_start_that_fails_later_leaves_the_callers_thread_as_it_was()
    {
        (EmulatedMachine machine, InterruptOptions options) = Emulated();
        using SimulatedDevice device = TestDevices.Create();
        for (int i = 0; i < 2; i++)
        {
            device.FailNext(SimulatedFault.EnableVectors, Errno.EIO);
            Assert.Equal(Errno.EIO, Assert.Throws<PciDeviceException>(() => Driver.Run(device, options, CancellationToken.None)).Errno);
        }

        Assert.Equal(machine.Kernel.Made.Count(static made => made == "register_handler"), machine.Kernel.Made.Count(static made => made == "unregister_handler"));
        Assert.Equal(0, OpenVectors());
        Assert.All(machine.Kernel.Faults, static fault => Assert.Equal(StubFault.Nothing, fault));
    }

    [Fact]
    public void The_way_down_is_senders_first()
    {
        (EmulatedMachine machine, InterruptOptions options) = Emulated();
        using SimulatedDevice device = TestDevices.Create();
        using (InterruptBinding binding = Driver.Enable(device, options))
        {
            // Once one has come, all is registered.
            Assert.True(device.Raise(1));
            Assert.True(SpinWait.SpinUntil(() => binding.Statistics.Handled == 1, TestDevices.Patience));
        }

        string[] made = [.. machine.Kernel.Made];
        Assert.Equal(
            [
                "register_handler with a flag", "register_handler", "vector_fd", "register_sender", "unregister_sender", "register_self", "unregister_sender", "wait", "unregister_handler",
                "register_handler", "vector_fd", "vector_fd", "register_sender", "register_sender",
                "unregister_sender", "unregister_sender", "unregister_handler",
            ],
            made);
        Assert.All(machine.Kernel.Faults, static fault => Assert.Equal(StubFault.Nothing, fault));
    }

    private static (EmulatedMachine Machine, InterruptOptions Options) Emulated()
    {
        StubCodeTests.SkipUnlessHere();
        Gcc.SkipUnlessThere();
        var machine = new EmulatedMachine();
        return (machine, new InterruptOptions { Delivery = InterruptDelivery.UserInterrupt, WaitMode = WaitMode.Spin, Machine = machine });
    }

    private static IReadOnlyList<ThreadDelivery> Deliveries(InterruptOptions options, Way way = Way.EventFds)
    {
        using SimulatedDevice device = TestDevices.Create(way: way);
        using InterruptBinding binding = Driver.Enable(device, options);
        return binding.Deliveries;
    }

    private static int OpenVectors()
        => Directory.GetFiles("/proc/self/fd").Count(static fd => new FileInfo(fd).LinkTarget?.Contains("a user vector", StringComparison.Ordinal) == true);
}
