namespace TopHalf.Samples.E1000e;

/// <summary>
/// The interrupt registers of the simulated card: causes, their mask, and the vectors. A message goes when a cause that has a vector
/// is pending and unmasked and was not before. The card's lock is held in every call.
/// </summary>
/// <param name="raise">Sends a vector.</param>
/// <param name="readClears">
/// The read of ICR clears it while an interrupt is asserted, as the datasheet says; QEMU's card does not with MSI-X. Either clears it
/// when all is masked.
/// </param>
internal sealed class SimulatedCauses(Action<int> raise, bool readClears)
{
    private uint _causes;
    private uint _mask;
    private uint _autoClear;
    private uint _vectors;
    private uint _told; // of the causes that have a vector: those whose message has gone

    /// <summary>Which causes are unmasked.</summary>
    public uint Mask => _mask;

    /// <summary>Something has happened.</summary>
    public void Happen(uint causes)
    {
        _causes |= causes;
        Send();
    }

    /// <summary>All is as after power-on.</summary>
    public void Reset() => (_causes, _mask, _autoClear, _vectors, _told) = (0, 0, 0, 0, 0);

    /// <summary>A register; null for one that is not of interrupts.</summary>
    public uint? Read(uint register) => register switch
    {
        E1000eRegisters.Causes => ReadCauses(),
        E1000eRegisters.CauseSet or E1000eRegisters.MaskClear => 0, // write only
        E1000eRegisters.MaskSet => _mask,
        E1000eRegisters.AutoClear => _autoClear,
        E1000eRegisters.Vectors => _vectors,
        _ => null,
    };

    /// <summary>Writes one.</summary>
    /// <returns>False for one that is not of interrupts.</returns>
    public bool Write(uint register, uint value)
    {
        switch (register)
        {
            case E1000eRegisters.Causes:
                _causes &= ~value;
                break;
            case E1000eRegisters.CauseSet:
                _causes |= value & ~E1000eRegisters.Asserted;
                break;
            case E1000eRegisters.MaskSet:
                _mask |= value & ~E1000eRegisters.Asserted;
                break;
            case E1000eRegisters.MaskClear:
                _mask &= ~value;
                break;
            case E1000eRegisters.AutoClear:
                _autoClear = value & 0x01F0_0000;
                break;
            case E1000eRegisters.Vectors:
                _vectors = value;
                break;
            default:
                return false;
        }

        Send();
        return true;
    }

    private uint ReadCauses()
    {
        bool isAsserted = (_causes & _mask) != 0;
        uint value = _causes | (isAsserted ? E1000eRegisters.Asserted : 0);
        if (_mask == 0 || (isAsserted && readClears))
        {
            _causes = 0;
            Send();
        }

        return value;
    }

    private void Send()
    {
        if ((_causes & (E1000eRegisters.LinkChange | E1000eRegisters.Overrun)) != 0)
        {
            _causes |= E1000eRegisters.Other;
        }

        uint now = _causes & _mask;
        uint risen = now & ~_told;
        _told = now;
        Send(risen & E1000eRegisters.Received, _vectors);
        Send(risen & E1000eRegisters.Sent, _vectors >> 8);
        Send(risen & E1000eRegisters.Other, _vectors >> 16);
    }

    private void Send(uint cause, uint entry)
    {
        if (cause == 0)
        {
            return;
        }

        uint cleared = cause & _autoClear;
        _causes &= ~cleared;
        _mask &= ~cleared;
        _told &= ~cleared;
        if ((entry & 8) != 0 && (entry & 7) < SimulatedE1000e.Vectors)
        {
            raise((int)(entry & 7));
        }
    }
}
