namespace TopHalf.Samples.E1000e;

/// <summary>The registers of a ring of the simulated card. The card's lock is held in every call.</summary>
internal sealed class SimulatedRing
{
    private ulong _address;
    private uint _length;
    private uint _head;
    private uint _tail;
    private uint _control;

    /// <summary>No descriptor is the card's.</summary>
    public bool IsEmpty => _head == _tail || Entries == 0;

    /// <summary>Where the next one is.</summary>
    public ulong Next => _address + (_head * (ulong)DescriptorRing.DescriptorSize);

    private uint Entries => _length / DescriptorRing.DescriptorSize;

    /// <summary>The next one is done.</summary>
    public void Advance() => _head = _head + 1 >= Entries ? 0 : _head + 1;

    /// <summary>All is as after power-on.</summary>
    public void Reset() => (_address, _length, _head, _tail, _control) = (0, 0, 0, 0, 0);

    /// <summary>A register of its block.</summary>
    public uint Read(uint register) => register switch
    {
        E1000eRegisters.RingAddress => (uint)_address,
        E1000eRegisters.RingAddress + 4 => (uint)(_address >> 32),
        E1000eRegisters.RingLength => _length,
        E1000eRegisters.RingHead => _head,
        E1000eRegisters.RingTail => _tail,
        E1000eRegisters.RingControl => _control,
        _ => 0,
    };

    /// <summary>Writes one.</summary>
    public void Write(uint register, uint value)
    {
        switch (register)
        {
            case E1000eRegisters.RingAddress:
                _address = (_address & ~0xFFFF_FFFFUL) | (value & ~0xFu);
                break;
            case E1000eRegisters.RingAddress + 4:
                _address = (_address & 0xFFFF_FFFF) | ((ulong)value << 32);
                break;
            case E1000eRegisters.RingLength:
                _length = value & 0xF_FF80;
                break;
            case E1000eRegisters.RingHead:
                _head = value & 0xFFFF;
                break;
            case E1000eRegisters.RingTail:
                _tail = value & 0xFFFF;
                break;
            case E1000eRegisters.RingControl:
                _control = value;
                break;
        }
    }
}
