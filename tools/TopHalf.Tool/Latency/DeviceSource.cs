namespace TopHalf.Tool;

/// <summary>
/// Interrupts of a card: raised by VFIO's loopback trigger, which signals the vector as the card would, or by the card itself when a
/// register of it is written.
/// </summary>
internal sealed class DeviceSource : ILatencySource
{
    private readonly RegisterWrite? _raise;
    private readonly RegisterWrite? _acknowledge;

    /// <param name="address">The card.</param>
    /// <param name="raise">What makes it interrupt; null for the loopback trigger.</param>
    /// <param name="acknowledge">What ends an interrupt; null for nothing.</param>
    /// <exception cref="PciDeviceException">The card cannot be opened, or lacks a register.</exception>
    public DeviceSource(PciAddress address, RegisterWrite? raise, RegisterWrite? acknowledge)
    {
        _raise = raise;
        _acknowledge = acknowledge;
        Device = VfioDevice.Open(address.ToString());
        try
        {
            _ = raise?.On(Device);
            _ = acknowledge?.On(Device);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Description => _raise is null
        ? $"{Device.Name}, by the loopback trigger"
        : $"{Device.Name}, by its register bar{_raise.Bar}+0x{_raise.Offset:X}";

    public PciDevice Device { get; }

    public RaiseLog Log { get; } = RaiseLog.Create();

    public LatencyCounting Counting(long skipped)
        => new(_raise is null, skipped, _acknowledge, _acknowledge?.On(Device) ?? default);

    public IRaiser Start(RaiseSchedule schedule)
    {
        if (_raise is null)
        {
            return new ThreadRaiser(schedule, Log, () => Device.TriggerVector(0));
        }

        Bar bar = _raise.On(Device);
        return new ThreadRaiser(schedule, Log, () => _raise.Apply(bar));
    }

    public void Dispose()
    {
        Device.Dispose();
        Log.Dispose();
    }
}
