using System.Globalization;

namespace TopHalf;

/// <summary>
/// The file that the kernel tells of a function's interrupts by: a read gives how many there have been since the driver was bound. It
/// can be waited for, and read once for each wait.
/// </summary>
/// <remarks>One thread takes; any other may turn it on and off.</remarks>
internal sealed unsafe class UioInterrupts : OwnedDescriptor
{
    private readonly string _device;
    private readonly string _file;
    private uint _last;
    private volatile bool _isOn;

    /// <param name="device">The device, to be named in an error.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="fd">The file.</param>
    /// <param name="counted">How many interrupts there have been.</param>
    public UioInterrupts(string device, string file, int fd, uint counted)
        : base(fd) => (_device, _file, _last) = (device, file, counted);

    /// <summary>Whether what comes is for somebody.</summary>
    public bool IsOn
    {
        get => _isOn;
        set => _isOn = value;
    }

    /// <summary>How many the kernel has counted, by sysfs; 0 where that does not say.</summary>
    public static uint CountOf(string file)
    {
        try
        {
            return uint.TryParse(File.ReadAllText(file).AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out uint count) ? count : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>Takes what came since the last time. Waits for it, where nothing can be read.</summary>
    /// <returns>How many interrupts; 0 for what came before it was turned on.</returns>
    /// <exception cref="PciDeviceException">The kernel does not tell any more.</exception>
    public long Take()
    {
        uint count;
        nint result = Read(&count);
        if (result != sizeof(uint))
        {
            throw new PciDeviceException(
                _device,
                $"read of {_file}",
                (int)Math.Max(0, -result),
                "The kernel tells of no interrupts of the device: it has none that is connected, or it was taken from uio_pci_generic.",
                "look at the last lines of dmesg, and bind it again");
        }

        uint signals = unchecked(count - _last);
        _last = count;
        return _isOn ? signals : 0;
    }

    private nint Read(uint* count)
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            return SystemCall.Read(Number, count, sizeof(uint));
        }
        finally
        {
            if (held)
            {
                DangerousRelease();
            }
        }
    }
}
