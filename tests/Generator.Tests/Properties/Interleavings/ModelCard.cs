namespace TopHalf.Generator.Tests.Properties.Interleavings;

/// <summary>When a card interrupts.</summary>
internal enum Signalling
{
    /// <summary>A message for each raise of a source that is not masked, and for what is pending when its mask is taken off.</summary>
    EveryRaise,

    /// <summary>A message when the unmasked status goes from nothing to something; none while a bit is still set.</summary>
    FirstBit,

    /// <summary>A line that is high while an unmasked bit is set; the kernel masks it at each interrupt.</summary>
    Level,
}

/// <summary>
/// A card with a status register whose bits are sources, registers that mask and unmask them, and a second level of status. Before each
/// access, and before the kernel's mask is taken off the line, it asks what happens meanwhile.
/// </summary>
/// <param name="signalling">When it interrupts.</param>
/// <param name="hasBank">Sources are bits of the bank, and bit 0 of the status says that there is one.</param>
internal sealed class ModelCard(Signalling signalling, bool hasBank = false) : SimulatedDevice(Options)
{
    /// <summary>The status; a written 1 clears.</summary>
    public const uint Status = 0x00;

    /// <summary>The same; its read clears.</summary>
    public const uint StatusCleared = 0x04;

    /// <summary>A written 1 unmasks.</summary>
    public const uint MaskOff = 0x08;

    /// <summary>A written 1 masks.</summary>
    public const uint MaskOn = 0x0C;

    /// <summary>The second level; a written 1 clears.</summary>
    public const uint Bank = 0x10;

    private readonly List<string> _log = [];
    private uint _status;
    private uint _bank;
    private uint _unmasked = uint.MaxValue;
    private bool _isLineMasked;

    private static SimulatedDeviceOptions Options => new() { MsiXVectors = 1, HasLine = true, Bars = { [0] = new SimulatedBar(64) } };

    /// <summary>Asked before each access.</summary>
    public Action? Meanwhile { get; set; }

    /// <summary>Takes the interrupts.</summary>
    public Action? Interrupt { get; set; }

    /// <summary>What was done.</summary>
    public string Log => string.Join("\n", _log);

    public void Add(string line) => _log.Add(line);

    /// <summary>A source has something to say.</summary>
    public void RaiseSource(int source)
    {
        uint before = _status & _unmasked;
        uint bit = hasBank ? 1u : 1u << source;
        _bank |= hasBank ? 1u << source : 0;
        _status |= bit;
        Signal(before, raised: (bit & _unmasked) != 0);
    }

    /// <summary>The handler has the source withdraw what it said, where nothing else clears it.</summary>
    public void Withdraw(int source)
    {
        _status &= ~(1u << source);
    }

    protected override ulong ReadRegister(in RegisterAccess access)
    {
        Meanwhile?.Invoke();
        uint value = access.Offset == Bank ? _bank : access.Offset is Status or StatusCleared ? _status : _unmasked;
        _status = access.Offset == StatusCleared ? 0 : _status;
        _log.Add($"read 0x{access.Offset:X} = {value:X}");
        return value;
    }

    protected override void WriteRegister(in RegisterAccess access)
    {
        Meanwhile?.Invoke();
        _log.Add($"write 0x{access.Offset:X} = {access.Value:X}");
        uint before = _status & _unmasked;
        uint value = (uint)access.Value;
        switch (access.Offset)
        {
            case Status:
                // While the second level has something, so has the first.
                _status = (_status & ~value) | (_bank != 0 ? 1u : 0);
                break;
            case Bank:
                _bank &= ~value;
                break;
            case MaskOff:
                _unmasked |= value;
                break;
            case MaskOn:
                _unmasked &= ~value;
                break;
        }

        Signal(before, raised: access.Offset == MaskOff && before == 0 && (_status & _unmasked) != 0);
    }

    internal override void UnmaskLine()
    {
        Meanwhile?.Invoke();
        _log.Add("unmask the line");
        _isLineMasked = false;
        Signal(before: _status & _unmasked, raised: false);
    }

    private void Signal(uint before, bool raised)
    {
        uint now = _status & _unmasked;
        bool interrupts = signalling switch
        {
            Signalling.EveryRaise => raised,
            Signalling.FirstBit => before == 0 && now != 0,
            _ => now != 0 && !_isLineMasked,
        };
        if (interrupts)
        {
            _isLineMasked = true;
            Interrupt?.Invoke();
        }
    }
}
