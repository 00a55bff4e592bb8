using TopHalf.Runtime.Tests.Vfio;

namespace TopHalf.Runtime.Tests.Dma;

/// <summary>Every call of the kernel in the life of two buffers fails in turn: an error that says all, and nothing is left.</summary>
public sealed class DmaFaultTests
{
    private static readonly int[] Errnos = [Errno.EPERM, Errno.ENOMEM, Errno.EFAULT, Errno.EBUSY, Errno.EINVAL, Errno.ENOTTY, Errno.ENOSPC];

    /// <summary>Every call that the life makes, and how often.</summary>
    public static TheoryData<string, int> Calls
        => [.. Live(null, 0, 0).Calls.GroupBy(static call => call).Select(static calls => (calls.Key, calls.Count()))];

    [Fact]
    public void Without_a_fault_it_lives_and_ends_well()
    {
        (PciDeviceException? error, string[] calls) = Live(null, 0, 0);
        Assert.Null(error);
        Assert.Equal(["VFIO_IOMMU_GET_INFO", "VFIO_IOMMU_MAP_DMA", "VFIO_IOMMU_UNMAP_DMA", "madvise"], calls.Where(static call => call is "madvise" || call.Contains("IOMMU_", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_that_fails_is_told_and_nothing_is_left(string call, int times)
    {
        for (int occurrence = 0; occurrence < times; occurrence++)
        {
            foreach (int errno in Errnos)
            {
                string what = $"{call} number {occurrence + 1} of {times} with {Errno.NameOf(errno)}";
                (PciDeviceException? error, _) = Live(call, occurrence, errno);
                if (IsTolerated(call))
                {
                    Assert.True(error is null, $"{what}: {error?.Message}");
                    continue;
                }

                Assert.True(error is not null, $"{what}: was not noticed");
                Assert.True(error.Device == FakeMachine.Edu && error.Errno == errno && error.Remedy.Length > 0, $"{what}: {error.Message}");
                Assert.True(error.Call == call || call.StartsWith("open ", StringComparison.Ordinal), $"{what}: {error.Message}");
            }
        }
    }

    // What is given back is given back whatever the kernel answers; and a device that does not answer is told by its driver's
    // own accesses, and not by its disposal.
    private static bool IsTolerated(string call) => call is "close" or "munmap" or "VFIO_CHECK_EXTENSION" or "VFIO_IOMMU_UNMAP_DMA" or "pread" or "pwrite";

    private static (PciDeviceException? Error, string[] Calls) Live(string? failing, int occurrence, int errno)
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        int seen = 0;
        machine.Kernel.Fault = (_, call) => call == failing && seen++ == occurrence ? errno : 0;
        PciDeviceException? error = null;
        try
        {
            using VfioDevice device = machine.Open();
            DmaBuffer first = device.AllocateDma(3 * Environment.SystemPageSize);
            _ = device.AllocateDma(1); // left to the device
            first.Dispose();
        }
        catch (PciDeviceException e)
        {
            error = e;
        }

        machine.Kernel.AssertNothingIsOpen();
        return (error, [.. machine.Kernel.Calls]);
    }
}
