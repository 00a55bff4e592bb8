namespace TopHalf;

/// <summary>A device that answered no longer does: its registers and its configuration space read all ones or not at all.</summary>
public sealed class DeviceGoneException : IOException
{
    /// <summary>For the device of this name.</summary>
    public DeviceGoneException(string device, Exception? innerException = null)
        : base(
            $"{device}: the device is gone: its registers and its class code read all ones. It was unplugged or powered down; " +
            "see 'dmesg', and 'lspci -s' for its address.",
            innerException)
        => Device = device;

    /// <summary>The device's name.</summary>
    public string Device { get; }
}
