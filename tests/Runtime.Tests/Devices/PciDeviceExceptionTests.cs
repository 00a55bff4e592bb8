namespace TopHalf.Runtime.Tests.Devices;

public sealed class PciDeviceExceptionTests
{
    [Fact]
    public void The_message_has_the_device_the_call_the_errno_the_problem_and_the_remedy()
    {
        var error = new PciDeviceException("0000:00:05.0", "VFIO_GROUP_GET_DEVICE_FD", 19, "It is not bound.", "bind it");

        Assert.Equal(
            "0000:00:05.0: VFIO_GROUP_GET_DEVICE_FD failed: ENODEV (19). It is not bound. To mend it: bind it", error.Message);
        Assert.Equal(
            ("0000:00:05.0", "VFIO_GROUP_GET_DEVICE_FD", 19, "ENODEV", "bind it"),
            (error.Device, error.Call, error.Errno, error.ErrnoName, error.Remedy));
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var error = new PciDeviceException("", "epoll_ctl", 0, "It did not work.", "");

        Assert.Equal("epoll_ctl failed. It did not work.", error.Message);
        Assert.Equal("", error.ErrnoName);
    }
}
