using TopHalf.Samples.Nvme;

namespace TopHalf.Samples.Tests.Nvme;

/// <summary>How the NVMe driver comes up and goes down: well, and in the middle of something.</summary>
public sealed class NvmeLifetimeTests
{
    // What Start sends to the admin queue, in its order.
    private const byte Identify = 0x06;
    private const byte SetFeatures = 0x09;
    private const byte CreateCompletionQueue = 0x05;
    private const byte CreateSubmissionQueue = 0x01;

    [Fact]
    public void The_end_of_the_binding_resets_the_controller_and_the_drivers_frees_its_memory()
    {
        using var device = new SimulatedNvme();
        var driver = new NvmeDriver(device);
        InterruptBinding interrupts = driver.EnableInterrupts(device);
        driver.Start();
        Assert.True(device.IsEnabled);

        interrupts.Dispose();
        AssertStops(device);
        Assert.True(device.DmaBytes > 0);
        driver.Dispose();
        driver.Dispose();
        Assert.Equal(0, device.DmaBytes);
        Assert.Null(device.Mistake);
    }

    [Fact]
    public void A_controller_that_was_left_enabled_is_reset_first()
    {
        using var device = new SimulatedNvme();
        using var first = new NvmeDriver(device);
        using (first.EnableInterrupts(device))
        {
            first.Start();
        }

        AssertStops(device);

        // By somebody who died over it: enabled, with queues of his.
        Bar bar = device.GetBar(0);
        bar.Write32(0x24, 0x0001_0001);
        bar.Write32(0x28, 0x10_0000);
        bar.Write32(0x30, 0x10_1000);
        bar.Write32(0x14, 0x0046_0001);
        Assert.True(device.IsEnabled);

        using var third = new NvmeDriver(device);
        using InterruptBinding interrupts = third.EnableInterrupts(device);
        third.Start();
        Assert.Equal("TH-0001", third.Identity.Serial);
        Assert.Null(device.Mistake);
    }

    /// <summary>The controller stops when its commands have ended: whoever does not wait for that has made a mistake.</summary>
    [Fact]
    public void Enabling_a_controller_that_is_still_stopping_is_a_mistake()
    {
        // Until the moment is met in which it works.
        Assert.True(SpinWait.SpinUntil(IsCaught, TimeSpan.FromSeconds(30)));

        static bool IsCaught()
        {
            using var device = new SimulatedNvme();
            using DmaBuffer queues = device.AllocateDma(3 * 4096);
            device.WriteConfig16(4, 4); // bus mastering
            Bar bar = device.GetBar(0);
            bar.Write32(0x24, 0x007F_003F);
            bar.Write32(0x28, (uint)queues.Address);
            bar.Write32(0x30, (uint)queues.Address + 4096);
            bar.Write32(0x14, 0x0046_0001);
            bar.Write32(0x1000, 63);
            bar.Write32(0x14, 0);
            bar.Write32(0x14, 0x0046_0001);
            bool isCaught = device.Mistake == "it was enabled before its reset had ended";
            bar.Write32(0x14, 0);
            AssertStops(device); // before its queues are gone
            return isCaught;
        }
    }

    /// <summary>Not every controller takes 64 bits at once.</summary>
    [Fact]
    public void Registers_are_accessed_by_32_bits()
    {
        using var device = new SimulatedNvme();
        using RegisterTrace trace = device.StartTrace();
        using (var driver = new NvmeDriver(device))
        {
            using InterruptBinding interrupts = driver.EnableInterrupts(device);
            driver.Start();
        }

        Assert.Equal(["read32 0:0x00", "read32 0:0x04"], trace.Take(2).Select(static access => access.ToString()[..13]));
        Assert.All(trace, static access => Assert.Equal(4, access.Width));
    }

    [Theory]
    [InlineData(Identify, 1)]
    [InlineData(Identify, 2)]
    [InlineData(SetFeatures, 1)]
    [InlineData(CreateCompletionQueue, 1)]
    [InlineData(CreateCompletionQueue, 5)]
    [InlineData(CreateSubmissionQueue, 1)]
    [InlineData(CreateSubmissionQueue, 5)]
    public void A_start_that_fails_in_the_middle_is_told_and_leaves_nothing(byte opcode, int occurrence)
    {
        using var device = new SimulatedNvme();
        var driver = new NvmeDriver(device);
        using (driver.EnableInterrupts(device))
        {
            device.FailNext(admin: true, opcode, new NvmeStatus(0, 0x06), after: occurrence - 1);
            NvmeException error = Assert.Throws<NvmeException>(driver.Start);
            Assert.Equal(new NvmeStatus(0, 6), error.Status);
            Assert.Contains("failed: status type 0 (generic), code 0x06 (internal error).", error.Message, StringComparison.Ordinal);
            driver.Start(); // and the next one works
        }

        driver.Dispose();
        Assert.False(device.IsEnabled);
        Assert.Equal(0, device.DmaBytes);
        Assert.Null(device.Mistake);
    }

    [Fact]
    public void Memory_that_cannot_be_had_is_told_and_nothing_is_left()
    {
        using var device = new SimulatedNvme();
        for (int after = 0; after < 7; after++) // six queues and a page
        {
            device.FailNext(SimulatedFault.AllocateDma, 12, after);
            Assert.Equal(12, Assert.Throws<PciDeviceException>(() => new NvmeDriver(device)).Errno);
            Assert.Equal(0, device.DmaBytes);
        }

        device.FailNext(SimulatedFault.AllocateDma, 12, after: 7);
        new NvmeDriver(device).Dispose();
    }

    [Fact]
    public void A_controller_that_cannot_reach_its_queues_stops_and_says_why()
    {
        using var device = new SimulatedNvme();
        using var driver = new NvmeDriver(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        driver.Start();
        using DmaBuffer target = device.AllocateDma(4096);
        driver.Dispose(); // what a driver must not do: its queues are gone
        Bar bar = device.GetBar(0);
        bar.Write32(0x24, 0x0001_0001);
        bar.Write32(0x28, 0x10_0000);
        bar.Write32(0x30, 0x10_1000);
        bar.Write32(0x14, 0x0046_0001);
        target.Dispose();
        bar.Write32(0x1000, 1);
        Assert.True(SpinWait.SpinUntil(() => (bar.Read32(0x1C) & 2) != 0, TimeSpan.FromSeconds(30)));
        Assert.Contains("which no DMA buffer of its driver has", device.Mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_is_no_NVMe_controller_is_refused()
    {
        using var device = new SimulatedDevice(new SimulatedDeviceOptions { Name = "something", Bars = { [0] = new SimulatedBar(0x2000) } });
        Assert.Equal("something: its class is 0x000000, and 0x010802 is that of an NVMe controller.", Assert.Throws<NvmeException>(() => new NvmeDriver(device)).Message);
    }

    [Fact]
    public void A_controller_that_is_gone_is_told()
    {
        using var device = new SimulatedNvme();
        using var driver = new NvmeDriver(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        device.Remove();
        Assert.Contains("is gone", Assert.Throws<NvmeException>(driver.Start).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_controller_with_too_few_queues_is_refused()
    {
        using var device = new SimulatedNvme(new SimulatedNvmeOptions { Queues = 4 });
        using var driver = new NvmeDriver(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        Assert.Contains("has 4 I/O queues, and this driver needs 5", Assert.Throws<NvmeException>(driver.Start).Message, StringComparison.Ordinal);
    }

    private static void AssertStops(SimulatedNvme device)
        => Assert.True(SpinWait.SpinUntil(() => !device.IsEnabled, TimeSpan.FromSeconds(30)));
}
