namespace TopHalf.Runtime.Tests.Linux;

/// <summary>The kernel's convention of results, against the kernel that runs.</summary>
public sealed unsafe class SystemCallTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly LinuxVfioKernel _kernel = new();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_missing_file_is_ENOENT() => Assert.Equal(-Errno.ENOENT, _kernel.Open(_file + ".missing"));

    [Fact]
    public void An_ioctl_that_a_file_does_not_know_is_ENOTTY()
    {
        int fd = _kernel.Open(_file);

        Assert.Equal(-Errno.ENOTTY, _kernel.Ioctl(fd, VfioIoctl.GetApiVersion, null));
        _kernel.Close(fd);
    }

    [Fact]
    public void Rights_to_a_file_are_known_without_opening_it()
    {
        Assert.Equal(0, SystemCall.MayReadAndWrite(_file));
        Assert.Equal(-Errno.ENOENT, SystemCall.MayReadAndWrite(_file + ".missing"));
    }

    [Fact]
    public void A_sleep_ends_after_its_time_and_at_once_where_that_is_past()
    {
        long until = MonotonicClock.Now() + 2_000_000;
        SystemCall.SleepUntil(until);
        Assert.True(MonotonicClock.Now() >= until);
        SystemCall.SleepUntil(0);
    }

    [Fact]
    public void A_duplicate_for_a_child_is_the_same_file_and_is_inherited()
    {
        int fd = _kernel.Open(_file);
        int other = SystemCall.DuplicateForChild(fd);
        try
        {
            Assert.NotEqual(fd, other);
            Assert.Equal(new FileInfo($"/proc/self/fd/{fd}").LinkTarget, new FileInfo($"/proc/self/fd/{other}").LinkTarget);
            Assert.NotEqual(0, Flags(fd) & LinuxConstants.OpenCloseOnExec);
            Assert.Equal(0, Flags(other) & LinuxConstants.OpenCloseOnExec);
        }
        finally
        {
            _kernel.Close(other);
            _kernel.Close(fd);
        }

        static int Flags(int number)
            => Convert.ToInt32(File.ReadLines($"/proc/self/fdinfo/{number}").Single(line => line.StartsWith("flags:", StringComparison.Ordinal)).Split(':')[1].Trim(), 8);
    }

    [Fact]
    public void What_is_written_at_an_offset_is_read_there()
    {
        int fd = _kernel.Open(_file);
        byte[] read = new byte[3];

        Assert.Equal(3, _kernel.WriteAt(fd, [7, 8, 9], 0x10));
        Assert.Equal(3, _kernel.ReadAt(fd, read, 0x10));
        Assert.Equal([7, 8, 9], read);
        Assert.Equal(0, _kernel.ReadAt(fd, read, 0x1000));
        _kernel.Close(fd);
        Assert.Equal(-9 /* EBADF */, _kernel.ReadAt(fd, read, 0));
    }

    [Fact]
    public void A_mapping_is_shared_with_the_file_at_its_offset()
    {
        int page = Environment.SystemPageSize;
        File.WriteAllBytes(_file, new byte[3 * page]);
        int fd = _kernel.Open(_file);

        nint address = _kernel.Map(fd, (ulong)page, (nuint)page, LinuxConstants.ProtectionRead | LinuxConstants.ProtectionWrite);
        Assert.True(address > 0);
        MappedRegister.Write32((byte*)address + 0x20, 0x11223344);
        _kernel.Unmap(address, (nuint)page);
        _kernel.Close(fd);

        Assert.Equal([0x44, 0x33, 0x22, 0x11], File.ReadAllBytes(_file)[(page + 0x20)..(page + 0x24)]);
    }

    [Fact]
    public void A_mapping_at_no_page_is_EINVAL()
    {
        int fd = _kernel.Open(_file);

        Assert.Equal(-Errno.EINVAL, _kernel.Map(fd, 12, 4096, LinuxConstants.ProtectionRead));
        _kernel.Close(fd);
    }

    [Fact]
    public void Files_are_not_inherited_by_child_processes()
    {
        int fd = _kernel.Open(_file);
        using EventFd eventFd = EventFd.Create(blocking: false);
        using Epoll epoll = Epoll.Create();

        Assert.All([fd, eventFd.Number, epoll.Number], number => Assert.True(HasCloseOnExec(number)));
        _kernel.Close(fd);
    }

    private static bool HasCloseOnExec(int fd)
    {
        string flags = File.ReadLines($"/proc/self/fdinfo/{fd}").First(line => line.StartsWith("flags:", StringComparison.Ordinal));
        return (Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & LinuxConstants.OpenCloseOnExec) != 0;
    }
}
