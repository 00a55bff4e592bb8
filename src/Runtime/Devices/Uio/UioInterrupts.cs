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
    private readonly object _taking = new(); // the rest
    private uint _last;
    private bool _isOn;
    private bool _mayBeRead; // by who turned it on, since it was said to be readable

    /// <param name="device">The device, to be named in an error.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="fd">The file.</param>
    /// <param name="counted">How many interrupts there have been.</param>
    public UioInterrupts(string device, string file, int fd, uint counted)
        : base(fd) => (_device, _file, _last) = (device, file, counted);

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

    /// <summary>What comes from now on is for somebody, and nothing that came before.</summary>
    public void TurnOn()
    {
        lock (_taking)
        {
            // The thread that takes may not have run since it came.
            if (IsReadable())
            {
                uint count;
                if (Read(&count) == sizeof(uint))
                {
                    _last = count;
                }
            }

            _mayBeRead = true;
            _isOn = true;
        }
    }

    /// <summary>What comes from now on is nobody's.</summary>
    public void TurnOff()
    {
        lock (_taking)
        {
            _isOn = false;
        }
    }

    /// <summary>Takes what came since the last time; after a wait that said that there is something.</summary>
    /// <returns>How many interrupts; 0 for what came before it was turned on.</returns>
    /// <exception cref="PciDeviceException">The kernel does not tell any more.</exception>
    public long Take()
    {
        lock (_taking)
        {
            if (_mayBeRead)
            {
                _mayBeRead = false;
                if (!IsReadable())
                {
                    return 0;
                }
            }

            return TakeCount();
        }
    }

    private long TakeCount()
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

    private bool IsReadable()
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            return SystemCall.IsReadable(Number);
        }
        finally
        {
            if (held)
            {
                DangerousRelease();
            }
        }
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
