namespace TopHalf.Generator.Tests.Properties;

/// <summary>
/// A card that does what a script says, and writes down all that is done to it. It can be used for one script after the other.
/// Accesses are counted from the start of the script: since all ways of a dispatch make the same, a bit rises in all of them at the
/// same place.
/// </summary>
internal sealed class ScriptedCard : SimulatedDevice
{
    /// <summary>Bytes of each BAR.</summary>
    public const int Length = 4096;

    /// <summary>Where the structure is that drivers name by <c>VirtioStructure.Isr</c>.</summary>
    private const byte IsrBar = 1;

    private const byte IsrOffset = 0x40;

    private readonly byte[][] _memory = [.. Enumerable.Range(0, 6).Select(static _ => new byte[Length])];
    private readonly RegisterKind[][] _kinds = [.. Enumerable.Range(0, 6).Select(static _ => new RegisterKind[Length])];
    private readonly List<Happening> _trace = [];
    private Script _script = new([], [], [], Script.Never);
    private int _accesses;
    private int _risen;
    private bool _isGone;

    public ScriptedCard()
        : base(Options)
    {
        // struct virtio_pci_cap: vendor-specific, no next, 16 bytes, type 3 (ISR), BAR, id and padding, offset, length.
        PokeConfig(0x06, [0x10]); // the status register says that there are capabilities
        PokeConfig(0x34, [0x40]);
        PokeConfig(0x40, [0x09, 0, 16, 3, IsrBar, 0, 0, 0, IsrOffset, 0, 0, 0, 8, 0, 0, 0]);
    }

    private static SimulatedDeviceOptions Options
    {
        get
        {
            var options = new SimulatedDeviceOptions { VendorId = 0x1234, DeviceId = 0x5678, MsiXVectors = 2048, HasLine = true };
            for (int bar = 0; bar < 6; bar++)
            {
                options.Bars[bar] = new SimulatedBar(Length, IsPort: bar >= 4);
            }

            return options;
        }
    }

    /// <summary>The line of a storm stays masked: whoever runs the steps leaves it so, and this makes the reference do it.</summary>
    public bool LeavesLineMasked { get; set; }

    /// <summary>Begins anew.</summary>
    public void Start(Script script)
    {
        for (int bar = 0; bar < 6; bar++)
        {
            Array.Clear(_memory[bar]);
            Array.Clear(_kinds[bar]);
        }

        foreach (ScriptedRegister register in script.Registers)
        {
            Array.Fill(_kinds[register.Bar], register.Kind, (int)register.Offset, register.Bytes);
            Set(register, replace: true);
        }

        _trace.Clear();
        _script = script;
        _accesses = 0;
        _risen = 0;
        _isGone = false;
        LeavesLineMasked = false;
    }

    /// <summary>Writes a handler's call down.</summary>
    public void Add(Happening call) => _trace.Add(call);

    /// <summary>What was done since the start.</summary>
    public Happening[] TakeTrace() => [.. _trace];

    protected override ulong ReadRegister(in RegisterAccess access)
    {
        Advance();
        ulong value = 0;
        for (int i = access.Width - 1; i >= 0; i--)
        {
            int at = (int)access.Offset + i;
            value = (value << 8) | (_isGone ? (byte)0xFF : _memory[access.Bar][at]);
            if (_kinds[access.Bar][at] == RegisterKind.ReadToClear)
            {
                _memory[access.Bar][at] = 0;
            }
        }

        _trace.Add(new Happening(access with { Value = value }));
        return value;
    }

    protected override void WriteRegister(in RegisterAccess access)
    {
        Advance();
        _trace.Add(new Happening(access));
        for (int i = 0; i < access.Width; i++)
        {
            ref byte at = ref _memory[access.Bar][(int)access.Offset + i];
            byte written = (byte)(access.Value >> (8 * i));
            at = _kinds[access.Bar][(int)access.Offset + i] switch
            {
                RegisterKind.Plain => written,
                RegisterKind.WriteOneToClear => (byte)(at & ~written),
                _ => at,
            };
        }
    }

    internal override void ReadConfig(uint offset, Span<byte> destination)
    {
        base.ReadConfig(offset, destination);
        if (_isGone)
        {
            destination.Fill(0xFF);
        }
    }

    internal override void UnmaskLine()
    {
        if (!LeavesLineMasked)
        {
            _trace.Add(Happening.Unmask);
        }
    }

    private void Advance()
    {
        for (; _risen < _script.Rises.Length && _script.Rises[_risen].Before <= _accesses; _risen++)
        {
            Set(_script.Rises[_risen].Register, replace: false);
        }

        _isGone |= _accesses++ >= _script.GoneBefore;
    }

    private void Set(ScriptedRegister register, bool replace)
    {
        for (int i = 0; i < register.Bytes; i++)
        {
            ref byte at = ref _memory[register.Bar][(int)register.Offset + i];
            at = (byte)((replace ? 0 : at) | (byte)(register.Value >> (8 * i)));
        }
    }
}
