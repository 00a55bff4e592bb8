namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>Every call of the kernel fails in turn, with every errno: an error that names it, and nothing stays open.</summary>
public sealed class FaultInjectionTests
{
    private static readonly int[] Errnos =
    [
        Errno.EPERM, Errno.ENOENT, Errno.EIO, Errno.ENXIO, Errno.ENOMEM, Errno.EACCES, Errno.EBUSY, Errno.ENODEV, Errno.EINVAL,
        Errno.ENFILE, Errno.EMFILE, Errno.ENOTTY, Errno.ENOSPC,
    ];

    // Failures of these are not told: what was to be given back is given back whatever the kernel answers.
    private static readonly string[] Silent = ["close", "munmap"];

    [Fact]
    public void Each_call_fails_in_turn_and_nothing_leaks()
    {
        string[] calls = Run(fault: null, out PciDeviceException? none);
        Assert.Null(none);

        // The life of a device below makes every kind of call.
        string[] expected =
        [
            "open group", "open container", "VFIO_GROUP_GET_STATUS", "VFIO_GET_API_VERSION", "VFIO_CHECK_EXTENSION",
            "VFIO_GROUP_SET_CONTAINER", "VFIO_SET_IOMMU", "VFIO_GROUP_GET_DEVICE_FD", "VFIO_DEVICE_GET_INFO",
            "VFIO_DEVICE_GET_REGION_INFO", "VFIO_DEVICE_GET_IRQ_INFO", "VFIO_DEVICE_SET_IRQS", "mmap", "munmap", "pread", "pwrite", "close",
        ];
        Assert.Equal(expected.Order(), calls.Distinct().Order());

        for (int index = 0; index < calls.Length; index++)
        {
            foreach (int errno in Errnos)
            {
                FailAt(calls, index, errno);
            }
        }
    }

    private static void FailAt(string[] calls, int index, int errno)
    {
        string call = calls[index];
        string what = $"call {index}, {call}, with {Errno.NameOf(errno)}";
        _ = Run((number, _) => number == index ? errno : 0, out PciDeviceException? error);

        // An extension that cannot be asked for counts as absent, and the older one is taken; an index that is not enabled any
        // more counts as disabled.
        bool tolerated = Silent.Contains(call) || call == "VFIO_CHECK_EXTENSION"
            || (errno == Errno.EINVAL && index == Array.LastIndexOf(calls, "VFIO_DEVICE_SET_IRQS"));
        if (tolerated)
        {
            Assert.True(error is null, $"{what}: {error}");
            return;
        }

        Assert.True(error is not null, $"{what} was not noticed");
        Assert.True(error.Errno == errno && error.Device == FakeMachine.Edu, $"{what}: {error.Message}");
        Assert.True(error.Call == call || call.StartsWith("open ", StringComparison.Ordinal), $"{what}: {error.Message}");
    }

    /// <summary>The life of a device with one sparse BAR, one through the file, and two vectors.</summary>
    private static string[] Run(Func<int, string, int>? fault, out PciDeviceException? error)
    {
        ulong page = (ulong)Environment.SystemPageSize;
        var fake = new FakeVfioDevice();
        fake[0].Sparse = [new RegionArea(0, page), new RegionArea(4 * page, page)];
        fake.AddMsixTable(bar: 0, (uint)(8 * page), entries: 4);
        fake.Regions[1] = new FakeRegion(0x80, FakeVfioDevice.ReadWrite);
        using FakeMachine machine = FakeMachine.WithDevice(fake);
        using EventFd eventFd = EventFd.Create(blocking: false);
        machine.Kernel.Fault = fault;
        error = null;
        try
        {
            using VfioDevice device = machine.Open();
            device.GetBar(0).Write32(4 * page, 1);
            Bar throughFile = device.GetBar(1);
            throughFile.Write32(0, throughFile.Read32(4));
            device.SetBusMaster(on: true);
            VectorKind kind = device.GetVectorCapability().Kind;
            device.EnableVectors(kind, [new EventFdLine(eventFd), new EventFdLine(eventFd)]);
            device.TriggerVector(1);
            device.DisableVectors(kind);
            device.SetBusMaster(on: false);
        }
        catch (PciDeviceException e)
        {
            error = e;
        }

        machine.Kernel.AssertNothingIsOpen();
        return [.. machine.Kernel.Calls];
    }
}
