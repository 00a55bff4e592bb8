using TopHalf.Samples.Edu;
using TopHalf.Samples.Nvme;

namespace TopHalf.Samples.Tests;

/// <summary>What the samples' programs say of a device that fails them while they work.</summary>
public sealed class EndingTests
{
    [Fact]
    public void A_device_error_is_told_and_not_what_it_led_to()
    {
        using var device = new SimulatedNvme();
        using var driver = new NvmeDriver(device, readTimeout: TimeSpan.MaxValue);
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        driver.Start();
        device.LoseNext();
        using DmaBuffer target = device.AllocateDma(512);
        (int code, string sentence) = End(() => Ending.With(interrupts, () =>
        {
            Assert.True(device.ReportError());
            return (int)driver.Read(0, 1, target, new ReadWay(1, 1, Polled: true)); // ends with the controller's reset
        }));
        Assert.Equal((1, new DeviceErrorException(device.Name).Message), (code, sentence));
    }

    [Fact]
    public void A_device_that_the_kernel_took_is_told()
    {
        using var device = new SimulatedEdu();
        var driver = new EduDriver(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        (int code, string sentence) = End(() => Ending.With(interrupts, () =>
        {
            Assert.True(device.RequestRelease());
            while (driver.Id != 0)
            {
                // Until it is closed.
            }

            return 0;
        }));
        Assert.Equal((1, "The device was closed: the kernel asked for it, since somebody unbinds it from vfio-pci."), (code, sentence));
    }

    [Fact]
    public void What_is_no_fault_of_the_machine_is_not_hidden()
        => Assert.Throws<InvalidOperationException>(() => End(static () => throw new InvalidOperationException()));

    private static (int Code, string Sentence) End(Func<int> program)
    {
        using var errors = new StringWriter();
        int code = Ending.Of(program, "", errors);
        return (code, errors.ToString().TrimEnd());
    }
}
