using TopHalf;

namespace TopHalfDriver;

/// <summary>The card as C#, for tests and for a desk without one: a channel is done as soon as it begins.</summary>
public sealed class SimulatedCard() : SimulatedDevice(new SimulatedDeviceOptions
{
    Name = "simulated card",
    VendorId = 0x0ADD,
    DeviceId = 0x0DEC,
    MsiXVectors = CardDriver.Channels,
    Bars = { [0] = new SimulatedBar(ChannelRegisters.BarLength) },
})
{
    private readonly uint[] _status = new uint[CardDriver.Channels];

    /// <inheritdoc/>
    protected override ulong ReadRegister(in RegisterAccess access) => Register(access) switch
    {
        ChannelRegisters.Status => _status[Channel(access)],
        _ => base.ReadRegister(access),
    };

    /// <inheritdoc/>
    protected override void WriteRegister(in RegisterAccess access)
    {
        int channel = Channel(access);
        switch (Register(access))
        {
            case ChannelRegisters.Control when (access.Value & ChannelRegisters.Run) != 0:
                _status[channel] |= ChannelRegisters.Done;
                Raise(channel);
                break;
            case ChannelRegisters.Status:
                _status[channel] &= ~(uint)access.Value;
                break;
            default:
                base.WriteRegister(access);
                break;
        }
    }

    private static int Channel(in RegisterAccess access) => (int)((uint)access.Offset / ChannelRegisters.Stride);

    private static uint Register(in RegisterAccess access) => (uint)access.Offset % ChannelRegisters.Stride;
}
