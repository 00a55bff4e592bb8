namespace TopHalf.Samples.Edu;

/// <summary>The simulated device's DMA engine: four registers and a buffer. The device orders what is done with it.</summary>
internal sealed class SimulatedTransfer
{
    private readonly byte[] _buffer = new byte[EduRegisters.BufferLength];
    private ulong _source;
    private ulong _destination;
    private ulong _count;
    private ulong _command;

    /// <summary>What a register of the engine has; null for another.</summary>
    public ulong? Read(ulong offset) => offset switch
    {
        EduRegisters.DmaSource => _source,
        EduRegisters.DmaDestination => _destination,
        EduRegisters.DmaCount => _count,
        EduRegisters.DmaCommand => _command,
        _ => null,
    };

    /// <summary>Writes a register of the engine; while it moves that does nothing.</summary>
    /// <returns>True for a command that starts a transfer.</returns>
    /// <exception cref="InvalidOperationException">The transfer would leave the buffer. It is not started.</exception>
    public bool Write(ulong offset, ulong value)
    {
        if ((_command & EduRegisters.Run) != 0)
        {
            return false;
        }

        switch (offset)
        {
            case EduRegisters.DmaSource:
                _source = value;
                break;
            case EduRegisters.DmaDestination:
                _destination = value;
                break;
            case EduRegisters.DmaCount:
                _count = value;
                break;
            case EduRegisters.DmaCommand when (value & EduRegisters.Run) != 0:
                _command = value;
                CheckRange();
                return true;
        }

        return false;
    }

    /// <summary>Does the transfer that was started.</summary>
    /// <returns>True if its end interrupts.</returns>
    public bool Move(SimulatedDevice device)
    {
        Span<byte> bytes = _buffer.AsSpan((int)(Place - EduRegisters.Buffer), (int)_count);
        try
        {
            if (IsToMemory)
            {
                device.WriteDma(Clamp(_destination), bytes);
            }
            else
            {
                device.ReadDma(Clamp(_source), bytes);
            }
        }
        catch (PciDeviceException) when (IsToMemory)
        {
            // What the IOMMU refuses the engine does not learn: it ends as if it had moved.
        }
        catch (PciDeviceException)
        {
            bytes.Clear(); // and as if there were zeros
        }

        _command &= ~(ulong)EduRegisters.Run;
        return (_command & EduRegisters.RaiseWhenMoved) != 0;
    }

    private bool IsToMemory => (_command & EduRegisters.ToMemory) != 0;

    /// <summary>The end of the transfer that is in the buffer.</summary>
    private ulong Place => IsToMemory ? _source : _destination;

    // Now, and not when it moves: here who gave the command hears of it.
    private void CheckRange()
    {
        const ulong End = EduRegisters.Buffer + EduRegisters.BufferLength;
        ulong place = Place;
        if (place < EduRegisters.Buffer || place > End || _count > End - place)
        {
            _command = 0;
            throw new InvalidOperationException(
                $"The transfer of {_count} bytes at 0x{place:X} leaves the device's buffer, 0x{EduRegisters.Buffer:X} to 0x{End:X}.");
        }
    }

    // The device forms 28 bits of an address; the others are lost.
    private static ulong Clamp(ulong address) => address & ((1ul << EduRegisters.AddressBits) - 1);
}
