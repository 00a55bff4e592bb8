namespace TopHalf;

/// <summary>A device that answered no longer does: all its registers, its ids included, read all ones or not at all.</summary>
public sealed class DeviceGoneException : IOException
{
    /// <summary>For the device of this name.</summary>
    public DeviceGoneException(string device, Exception? innerException = null)
        : base(
            $"{device}: the device is gone: its status and its vendor id read all ones. It was unplugged, reset, or powered down; " +
            "see 'dmesg', and 'lspci -s' for its address.",
            innerException)
        => Device = device;

    /// <summary>The device's name.</summary>
    public string Device { get; }
}
