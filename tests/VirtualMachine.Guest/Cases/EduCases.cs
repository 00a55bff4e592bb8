using System.Diagnostics;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>The real edu behind real VFIO, through generated code.</summary>
internal static class EduCases
{
    private const int Rounds = 10_000;
    private const ushort BusMaster = 0x0004;

    // How long an interrupt may take before it counts as lost: the emulated machine may be held up for long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Ten_thousand_raises_are_ten_thousand_handled", static guest => EveryRaiseIsHandled(guest, new InterruptOptions())) { Timeout = TimeSpan.FromMinutes(2) },
        new("Ten_thousand_raises_through_the_native_top_half", static guest => EveryRaiseIsHandled(guest, NativeTopHalf)) { Timeout = TimeSpan.FromMinutes(2) },
        new("A_thousand_raises_by_a_bit_in_memory", RaisesByABit) { Timeout = TimeSpan.FromMinutes(2) },
        new("Auto_is_the_eventfd_and_says_why", AutoSaysWhy),
        new("Loopback_trigger_fires_the_vector", LoopbackTriggerFires),
        new("An_interrupt_with_nothing_pending_is_spurious", static guest => NothingPendingIsSpurious(guest, new InterruptOptions())),
        new("An_interrupt_with_nothing_pending_is_spurious_for_the_native_top_half", static guest => NothingPendingIsSpurious(guest, NativeTopHalf)),
        new("Bus_mastering_is_off_at_open_on_while_bound_off_after", BusMasteringFollowsTheBinding),
        new("The_kernel_has_an_MSI_line_while_bound_and_none_after", KernelLineFollowsTheBinding),
        new("RunInterrupts_serves_on_the_callers_thread", RunsOnTheCallersThread),
        new("A_throwing_handler_stops_the_driver_and_leaves_the_device_usable", ThrowingHandlerReleases),
        new("Disposing_the_device_ends_the_binding", DisposingTheDeviceEndsTheBinding),
        new("A_second_binding_is_refused", SecondBindingIsRefused),
        new("A_driver_of_another_card_is_refused", OtherCardIsRefused),
        new("A_receive_thread_has_the_options_that_were_asked_for", OptionsAreInForce),
        new("Nothing_is_left_open_or_mapped", NothingIsLeft),
    ];

    private static InterruptOptions NativeTopHalf => new() { TopHalf = TopHalfMode.Native, WaitMode = WaitMode.Adaptive };

    private static void RaisesByABit(GuestContext guest)
    {
        foreach (WaitMode mode in Enum.GetValues<WaitMode>())
        {
            EveryRaiseIsHandled(guest, new InterruptOptions { Delivery = InterruptDelivery.Software, WaitMode = mode }, 1000);
        }
    }

    private static void AutoSaysWhy(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        using InterruptBinding interrupts = new TriggeredEdu().EnableInterrupts(device, new InterruptOptions { Delivery = InterruptDelivery.Auto });
        guest.Note(interrupts.Deliveries[0].ToString());
        Check.Equal((InterruptDelivery.EventFd, UserInterrupt.GetSupport().Reason), (interrupts.Deliveries[0].Delivery, interrupts.Deliveries[0].Reason));
    }

    private static void EveryRaiseIsHandled(GuestContext guest, InterruptOptions options, int rounds = Rounds)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new RaisedEdu(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device, options);
        var acknowledged = new List<double>(rounds);
        var handled = new List<double>(rounds);
        for (int i = 0; i < rounds; i++)
        {
            uint bits = (uint)i + 1;
            long start = Stopwatch.GetTimestamp();
            driver.Raise(bits);
            if (i % 2 == 1)
            {
                // Asked of the card, which is work for it, too: every other time.
                Wait(() => driver.Pending == 0, $"the acknowledge of raise {i + 1} of {rounds}");
                acknowledged.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }

            Wait(() => driver.Handled > i, $"raise {i + 1} of {rounds}");
            if (i % 2 == 0)
            {
                handled.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }

            Check.Equal(bits, driver.LastStatus);
        }

        guest.Note($"{driver.Handled} of {rounds} handled; raise to acknowledged {Text(acknowledged)}; raise to handled {Text(handled)}");
        interrupts.Dispose();
        Check.Equal(new VectorStatistics(0, "OnRaised", rounds, rounds, 0), interrupts.Statistics[0]);
        Check.Equal(0L, driver.Allocated);
    }

    private static string Text(List<double> microseconds)
    {
        microseconds.Sort();
        return $"{microseconds[microseconds.Count / 2]:F1} µs median, {microseconds[microseconds.Count * 99 / 100]:F1} µs p99";
    }

    private static void LoopbackTriggerFires(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new TriggeredEdu();
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        for (int i = 0; i < 1000; i++)
        {
            device.TriggerVector(0);
            Wait(() => driver.Handled > i, $"trigger {i + 1}");
        }

        interrupts.Dispose();
        Check.Equal(1000L, interrupts.Statistics.Handled);
        Check.That(Throws<PciDeviceException>(() => device.TriggerVector(0)).Message.Contains(guest.Device.Text, StringComparison.Ordinal));
    }

    private static void NothingPendingIsSpurious(GuestContext guest, InterruptOptions options)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new RaisedEdu(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device, options);
        device.TriggerVector(0);
        Wait(() => interrupts.Statistics.Spurious == 1, "the spurious interrupt");
        driver.Raise(0x80);
        Wait(() => driver.Handled == 1, "the real interrupt");
        Check.Equal((2L, 1L, 1L), (interrupts.Statistics.Signals, interrupts.Statistics.Handled, interrupts.Statistics.Spurious));
    }

    private static void BusMasteringFollowsTheBinding(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        Check.Equal(0, device.ReadConfig16(4) & BusMaster);
        using (new TriggeredEdu().EnableInterrupts(device))
        {
            Check.Equal(BusMaster, device.ReadConfig16(4) & BusMaster);
        }

        Check.Equal(0, device.ReadConfig16(4) & BusMaster);
    }

    private static void KernelLineFollowsTheBinding(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        using (new TriggeredEdu().EnableInterrupts(device))
        {
            Check.That(HasKernelLine(guest));
        }

        Check.That(!HasKernelLine(guest));
    }

    private static bool HasKernelLine(GuestContext guest)
        => File.ReadAllText("/proc/interrupts").Contains($"vfio-msi[0]({guest.Device})", StringComparison.Ordinal);

    private static void RunsOnTheCallersThread(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new RaisedEdu(device);
        using var cancellation = new CancellationTokenSource();
        var runner = new Thread(() => driver.RunInterrupts(device, null, cancellation.Token));
        runner.Start();

        // The line comes after bus mastering; what edu raised before that would be lost.
        Wait(() => HasKernelLine(guest), "the binding");
        Check.Equal(BusMaster, device.ReadConfig16(4) & BusMaster);
        driver.Raise(1);
        Wait(() => driver.Handled == 1, "the interrupt");
        cancellation.Cancel();
        Check.That(runner.Join(Patience));
        Check.Equal(0, device.ReadConfig16(4) & BusMaster);
    }

    private static void ThrowingHandlerReleases(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new RaisedEdu(device);
        driver.ThrowAtNext(new NotSupportedException("planted"));
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        driver.Raise(1);
        Check.Equal(0, Task.WaitAny([interrupts.Completion], Patience));
        var fault = (InterruptHandlerException)interrupts.Completion.Exception!.InnerException!;
        guest.Note(fault.Message);
        Check.Equal("planted", fault.InnerException!.Message);
        Check.Equal(guest.Device.Text, fault.Device);
        Check.Equal(0, device.ReadConfig16(4) & BusMaster);

        var again = new RaisedEdu(device);
        using InterruptBinding second = again.EnableInterrupts(device);
        again.Raise(2);
        Wait(() => again.Handled == 1, "an interrupt after the fault");
    }

    private static void DisposingTheDeviceEndsTheBinding(GuestContext guest)
    {
        VfioDevice device = VfioDevice.Open(guest.Device.Text);
        Bar bar = device.GetBar(0);
        InterruptBinding interrupts = new TriggeredEdu().EnableInterrupts(device);
        device.Dispose();
        Check.That(interrupts.Completion.IsCompletedSuccessfully);
        Throws<ObjectDisposedException>(() => bar.Read32(0));
        using VfioDevice again = VfioDevice.Open(guest.Device.Text);
        Check.Equal(0x0100_00EDu, again.GetBar(0).Read32(0));
    }

    private static void SecondBindingIsRefused(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        using InterruptBinding first = new TriggeredEdu().EnableInterrupts(device);
        guest.Note(Throws<InvalidOperationException>(() => new RaisedEdu(device).EnableInterrupts(device)).Message);
        device.TriggerVector(0);
        Wait(() => first.Statistics.Handled == 1, "the first binding's interrupt");
    }

    private static void OtherCardIsRefused(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        string message = Throws<PciDeviceException>(() => new OtherCard().EnableInterrupts(device)).Message;
        guest.Note(message);
        Check.That(message.Contains("8086:10d3, but the device is 1234:11e8", StringComparison.Ordinal));
    }

    private static void OptionsAreInForce(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new TriggeredEdu();
        using InterruptBinding interrupts = driver.EnableInterrupts(device, new InterruptOptions { Cpu = 1, RealTimePriority = 42 });
        device.TriggerVector(0);
        Wait(() => driver.Handled == 1, "the interrupt");
        Check.That(driver.Scheduling!.Contains("cpus 1", StringComparison.Ordinal), driver.Scheduling);
        Check.That(driver.Scheduling.Contains("policy 1, priority 42", StringComparison.Ordinal), driver.Scheduling);
    }

    private static void NothingIsLeft(GuestContext guest)
    {
        Cycle();
        (int Files, int Mappings, int Threads) before = Held();
        for (int i = 0; i < 20; i++)
        {
            Cycle();
        }

        HeldAgain(before);

        void Cycle()
        {
            using VfioDevice device = VfioDevice.Open(guest.Device.Text);
            var driver = new RaisedEdu(device);
            using InterruptBinding interrupts = driver.EnableInterrupts(device);
            driver.Raise(1);
            Wait(() => driver.Handled == 1, "the interrupt");
        }
    }

    /// <summary>What this process has of VFIO and eventfds, and its receive threads.</summary>
    internal static (int Files, int Mappings, int Threads) Held()
        => (Directory.GetFiles("/proc/self/fd").Count(static fd => new FileInfo(fd).LinkTarget is { } target
                && (target.Contains("vfio", StringComparison.Ordinal) || target.Contains("[event", StringComparison.Ordinal))),
            File.ReadLines("/proc/self/maps").Count(static line => line.Contains("vfio", StringComparison.Ordinal)),
            Directory.GetDirectories("/proc/self/task").Count(IsReceiveThread));

    private static bool IsReceiveThread(string task)
    {
        try
        {
            return File.ReadAllText($"{task}/comm").StartsWith("irq/", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // it ended meanwhile
        }
    }

    /// <summary>Fails if the process holds more than before, or less. A joined thread may stand in /proc for a moment still.</summary>
    internal static void HeldAgain((int Files, int Mappings, int Threads) before)
        => Wait(() => Held() == before, $"what the process held before, {before}, and holds again");

    /// <summary>Waits without sleeping, so that round trips can be timed.</summary>
    internal static void Wait(Func<bool> condition, string what)
    {
        long start = Stopwatch.GetTimestamp();
        SpinWait spinner = default;
        while (!condition())
        {
            spinner.SpinOnce(sleep1Threshold: -1);
            Check.That(Stopwatch.GetElapsedTime(start) < Patience, $"{what} came within {Patience.TotalSeconds} s");
        }
    }

    internal static T Throws<T>(Action action)
        where T : Exception
    {
        try
        {
            action();
        }
        catch (T exception)
        {
            return exception;
        }

        throw new CheckFailedException($"{typeof(T).Name} was not thrown");
    }
}
