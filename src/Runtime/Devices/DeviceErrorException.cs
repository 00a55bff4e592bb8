namespace TopHalf;

/// <summary>The kernel has reported an error of the device that it cannot mend: it needs a reset, and perhaps a repair.</summary>
/// <param name="device">The device's name.</param>
public sealed class DeviceErrorException(string device) : Exception(
    $"{device} has had an uncorrectable error, which the kernel reports; what it did since is not to be trusted. " +
    $"Look at dmesg and at UESta of 'lspci -vv -s {device}' for the kind of error, and reset the device before it is used again.")
{
    /// <summary>The name of the device.</summary>
    public string Device { get; } = device;
}
