namespace TopHalf.Samples.Xdma;

/// <summary>
/// The interrupt block of the simulated card. It holds nothing but masks and vectors: what is pending it sees at the sources, and a
/// message goes when a source that is pending and enabled was not before. The card's lock is held in every call.
/// </summary>
/// <param name="raise">Sends a vector.</param>
internal sealed class SimulatedInterrupts(Action<int> raise)
{
    private readonly uint[] _userVectors = new uint[4];
    private readonly uint[] _channelVectors = new uint[2];
    private uint _userEnable;
    private uint _channelEnable;
    private uint _userPending;
    private uint _channelPending;
    private uint _userRequest;
    private uint _channelRequest;

    /// <summary>Which user interrupts are enabled.</summary>
    public uint UserEnable => _userEnable;

    /// <summary>Which channels are.</summary>
    public uint ChannelEnable => _channelEnable;

    /// <summary>The sources have changed.</summary>
    public void Update(uint userPending, uint channelPending)
    {
        (_userPending, _channelPending) = (userPending, channelPending);
        Send();
    }

    /// <summary>A register of the block, from the start of the BAR.</summary>
    public uint Read(uint offset) => offset switch
    {
        XdmaRegisters.Interrupts => 0x1FC2_0006,
        XdmaRegisters.UserEnable => _userEnable,
        XdmaRegisters.ChannelEnable => _channelEnable,
        XdmaRegisters.UserRequest => _userRequest,
        XdmaRegisters.ChannelRequest => _channelRequest,
        XdmaRegisters.UserPending => _userPending,
        XdmaRegisters.ChannelPending => _channelPending,
        >= XdmaRegisters.UserVectors and < XdmaRegisters.UserVectors + 16 => _userVectors[(offset - XdmaRegisters.UserVectors) / 4],
        >= XdmaRegisters.ChannelVectors and < XdmaRegisters.ChannelVectors + 8 => _channelVectors[(offset - XdmaRegisters.ChannelVectors) / 4],
        _ => 0,
    };

    /// <summary>Writes one.</summary>
    public void Write(uint offset, uint value)
    {
        switch (offset)
        {
            case XdmaRegisters.UserEnable:
                _userEnable = value & 0xFFFF;
                break;
            case XdmaRegisters.UserEnableSet:
                _userEnable |= value & 0xFFFF;
                break;
            case XdmaRegisters.UserEnableClear:
                _userEnable &= ~value;
                break;
            case XdmaRegisters.ChannelEnable:
                _channelEnable = value & 0xFF;
                break;
            case XdmaRegisters.ChannelEnableSet:
                _channelEnable |= value & 0xFF;
                break;
            case XdmaRegisters.ChannelEnableClear:
                _channelEnable &= ~value;
                break;
            case >= XdmaRegisters.UserVectors and < XdmaRegisters.UserVectors + 16:
                _userVectors[(offset - XdmaRegisters.UserVectors) / 4] = value & 0x1F1F_1F1F;
                break;
            case >= XdmaRegisters.ChannelVectors and < XdmaRegisters.ChannelVectors + 8:
                _channelVectors[(offset - XdmaRegisters.ChannelVectors) / 4] = value & 0x1F1F_1F1F;
                break;
        }

        Send();
    }

    private void Send()
    {
        Send(ref _userRequest, _userPending & _userEnable, _userVectors);
        Send(ref _channelRequest, _channelPending & _channelEnable, _channelVectors);
    }

    private void Send(ref uint request, uint now, uint[] vectors)
    {
        uint risen = now & ~request;
        request = now;
        for (int source = 0; risen >> source != 0; source++)
        {
            if ((risen >> source & 1) != 0)
            {
                raise((int)(vectors[source / 4] >> (source % 4 * 8) & 0x1F));
            }
        }
    }
}
