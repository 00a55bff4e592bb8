namespace TopHalf.Samples.Xdma;

/// <summary>A channel of the simulated card: its registers, and the work that a start begins. The card's lock is held in every call.</summary>
/// <param name="identifier">Its identifier.</param>
internal sealed class SimulatedEngine(uint identifier)
{
    private uint _control;
    private uint _events;
    private uint _completed;
    private uint _eventEnable;

    /// <summary>Where the first descriptor is.</summary>
    public ulong FirstDescriptor { get; private set; }

    /// <summary>Where the one is that it fetches next.</summary>
    public ulong NextDescriptor { get; set; }

    /// <summary>It works.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>It asks for an interrupt.</summary>
    public bool IsPending => (_events & _eventEnable) != 0;

    /// <summary>A register of its block.</summary>
    public uint Read(uint offset)
    {
        switch (offset)
        {
            case XdmaRegisters.Identifier:
                return identifier;
            case XdmaRegisters.Control:
                return _control;
            case XdmaRegisters.Status:
                return Status;
            case XdmaRegisters.StatusReadClears:
                uint status = Status;
                _events = 0;
                return status;
            case XdmaRegisters.Completed:
                return _completed;
            case XdmaRegisters.EventEnable:
                return _eventEnable;
            default:
                return 0;
        }
    }

    /// <summary>Writes a register of its block.</summary>
    /// <returns>True where that has started it.</returns>
    public bool Write(uint offset, uint value)
    {
        switch (offset)
        {
            case XdmaRegisters.Control:
                return SetControl(value);
            case XdmaRegisters.ControlSet:
                return SetControl(_control | value);
            case XdmaRegisters.ControlClear:
                return SetControl(_control & ~value);
            case XdmaRegisters.Status:
                _events &= ~value;
                return false;
            case XdmaRegisters.EventEnable:
                _eventEnable = value;
                return false;
            case XdmaRegisters.EventEnableSet:
                _eventEnable |= value;
                return false;
            case XdmaRegisters.EventEnableClear:
                _eventEnable &= ~value;
                return false;
            default:
                return false;
        }
    }

    /// <summary>Writes half of <see cref="FirstDescriptor"/>.</summary>
    public void WriteFirstDescriptor(bool isHigh, uint value)
        => FirstDescriptor = isHigh
            ? (FirstDescriptor & 0xFFFF_FFFF) | ((ulong)value << 32)
            : (FirstDescriptor & ~0xFFFF_FFFFUL) | value;

    /// <summary>A descriptor was done.</summary>
    /// <param name="control">Its control.</param>
    public void Done(uint control)
    {
        _completed++;
        Note((control & XdmaDescriptor.Completed) != 0 ? XdmaRegisters.Done : 0);
        if ((control & XdmaDescriptor.Stop) != 0)
        {
            Stop(XdmaRegisters.Stopped);
        }
    }

    /// <summary>It stops, with events for the status.</summary>
    public void Stop(uint events)
    {
        IsBusy = false;
        Note(events);
    }

    private uint Status => _events | (IsBusy ? XdmaRegisters.Busy : 0);

    // Control has a bit for each event of the status, in the same place: without it the event is not noted.
    private void Note(uint events) => _events |= events & _control;

    private bool SetControl(uint value)
    {
        bool starts = (_control & XdmaRegisters.Run) == 0 && (value & XdmaRegisters.Run) != 0;
        _control = value;
        if ((value & XdmaRegisters.Run) == 0)
        {
            IsBusy = false; // the descriptor that it was at is done: each is one step under the card's lock
        }

        if (starts)
        {
            IsBusy = true;
            _completed = 0;
            NextDescriptor = FirstDescriptor;
        }

        return starts;
    }
}
