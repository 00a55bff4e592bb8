namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>
/// Every call of the kernel in the life of a binding fails in turn, with every errno: an error that says all, and neither file,
/// mapping, thread nor vector is left.
/// </summary>
public sealed class BindingFaultTests
{
    private static readonly int[] Errnos =
    [
        Errno.EPERM, Errno.ENOENT, Errno.EIO, Errno.ENXIO, Errno.EAGAIN, Errno.ENOMEM, Errno.EACCES, Errno.EBUSY, Errno.ENODEV,
        Errno.EINVAL, Errno.ENFILE, Errno.EMFILE, Errno.ENOTTY, Errno.ENOSPC,
    ];

    /// <summary>Every call that the life makes, and how often.</summary>
    public static TheoryData<string, int> Calls
        => [.. BindingLife.Live().Calls.GroupBy(static call => call).Select(static calls => (calls.Key, calls.Count()))];

    [Fact]
    public void Without_a_fault_it_lives_and_ends_well()
    {
        Holdings before = Holdings.Now();
        BindingLife life = BindingLife.Live();

        Assert.Null(life.Error);
        Assert.False(life.VectorsLeft || life.BusMasterLeft);
        before.AssertAgain("a life without a fault");
        Assert.Equal(
            [
                "VFIO_CHECK_EXTENSION", "VFIO_DEVICE_GET_INFO", "VFIO_DEVICE_GET_IRQ_INFO", "VFIO_DEVICE_GET_REGION_INFO",
                "VFIO_DEVICE_SET_IRQS", "VFIO_GET_API_VERSION", "VFIO_GROUP_GET_DEVICE_FD", "VFIO_GROUP_GET_STATUS",
                "VFIO_GROUP_SET_CONTAINER", "VFIO_SET_IOMMU", "close", "mmap", "munmap", "open container", "open group", "pread", "pwrite",
            ],
            life.Calls.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_that_fails_is_told_and_nothing_is_left(string call, int times)
    {
        Holdings before = Holdings.Now();
        for (int occurrence = 0; occurrence < times; occurrence++)
        {
            foreach (int errno in Errnos)
            {
                string what = $"{call} number {occurrence + 1} of {times} with {Errno.NameOf(errno)}";
                BindingLife life = BindingLife.Live(call, occurrence, errno);
                Assert.True(IsTolerated(call, occurrence, times, errno) == (life.Error is null), $"{what}: {life.Error?.Message ?? "was not noticed"}");
                if (life.Error is { } error)
                {
                    AssertSaysAll(error, call, errno, what);
                }

                bool last = occurrence == times - 1;
                Assert.True(!life.VectorsLeft || (last && call == "VFIO_DEVICE_SET_IRQS"), $"{what}: vectors were left enabled");
                Assert.True(!life.BusMasterLeft || (last && call is "pread" or "pwrite"), $"{what}: bus mastering was left on");
            }
        }

        before.AssertAgain(call);
    }

    private static void AssertSaysAll(PciDeviceException error, string call, int errno, string what)
    {
        Assert.True(error.Device == FakeMachine.Edu && error.Errno == errno, $"{what}: {error.Message}");
        Assert.True(error.Call == call || (call.StartsWith("open ", StringComparison.Ordinal) && error.Call.StartsWith("open /", StringComparison.Ordinal)), $"{what}: {error.Message}");
        Assert.True(error.Remedy.Length > 0, $"{what}: there is no remedy in {error.Message}");
        Assert.True(error.Message.StartsWith($"{FakeMachine.Edu}: {error.Call} failed: {Errno.NameOf(errno)} ({errno}). ", StringComparison.Ordinal), $"{what}: {error.Message}");
        Assert.True(error.Message.EndsWith($" To mend it: {error.Remedy}", StringComparison.Ordinal), $"{what}: {error.Message}");
    }

    // What is given back is given back whatever the kernel answers. An extension that cannot be asked for counts as absent, and
    // the older one is taken; an index that is not enabled any more counts as disabled, and an event that is not described as one that
    // the device does not have.
    private static bool IsTolerated(string call, int occurrence, int times, int errno)
        => call is "close" or "munmap" or "VFIO_CHECK_EXTENSION"
            || (call == "VFIO_DEVICE_SET_IRQS" && errno == Errno.EINVAL && occurrence >= times - 3)
            || (call == "VFIO_DEVICE_GET_IRQ_INFO" && errno == Errno.EINVAL && occurrence >= times - 2);
}
