namespace TopHalf.Samples.E1000e;

/// <summary>
/// An 82574L as C#: the registers that the driver uses, one ring each way, MSI-X, and a cable. Frames are sent on a thread of the
/// card's own, which reads and writes the driver's memory; <see cref="SimulatedE1000e.Arrive"/> brings one in.
/// </summary>
public partial class SimulatedE1000e : SimulatedDevice
{
    /// <summary>How many vectors the card has.</summary>
    public const int Vectors = 5;

    private static readonly MacAddress FactoryAddress = new(0x5254_0012_3456);

    // The card's own state: its thread, the bus and the other end of the cable all touch it.
    private readonly object _state = new();
    private readonly SimulatedCauses _causes;
    private readonly SimulatedRing _receive = new();
    private readonly SimulatedRing _transmit = new();
    private readonly Func<byte[], byte[]?> _otherEnd;
    private readonly Dictionary<uint, uint> _plain = []; // registers that are nothing but what was written
    private bool _isPlugged = true;
    private bool _isSending;
    private string? _mistake;

    /// <summary>A card.</summary>
    /// <param name="otherEnd">Takes what the card sends, and answers with a frame or null; may be called on any thread.</param>
    /// <param name="readClears">The read of ICR clears it, as the datasheet has it, and not QEMU.</param>
    public SimulatedE1000e(Func<byte[], byte[]?> otherEnd, bool readClears = true)
        : base(new SimulatedDeviceOptions
        {
            Name = "simulated 82574L",
            VendorId = 0x8086,
            DeviceId = 0x10D3,
            Bars = { [0] = new SimulatedBar(0x2_0000) },
            MsiXVectors = Vectors,
        })
    {
        _otherEnd = otherEnd;
        _causes = new SimulatedCauses(vector => Raise(vector), readClears);
        Reset();
    }

    /// <summary>The first address that no memory of the driver's was at; null for none.</summary>
    public string? Mistake => Volatile.Read(ref _mistake);

    /// <summary>Which causes are unmasked, and whether it receives and sends.</summary>
    public (uint Mask, bool Receives, bool Sends) State
    {
        get
        {
            lock (_state)
            {
                return (_causes.Mask, IsEnabled(E1000eRegisters.ReceiveControl), IsEnabled(E1000eRegisters.TransmitControl));
            }
        }
    }

    /// <summary>Plugs the cable in or pulls it out.</summary>
    public void Plug(bool isIn)
    {
        lock (_state)
        {
            bool had = HasLink;
            _isPlugged = isIn;
            NoteLink(had);
        }
    }

    /// <inheritdoc/>
    protected override ulong ReadRegister(in RegisterAccess access)
    {
        uint register = (uint)access.Offset;
        lock (_state)
        {
            return access.Width != 4 ? uint.MaxValue
                : _causes.Read(register) ?? register switch
                {
                    E1000eRegisters.Status => HasLink ? E1000eRegisters.LinkUp : 0,
                    E1000eRegisters.Settings => E1000eRegisters.SettingsRead,
                    _ when RingAt(register) is { } ring => ring.Read(register % 0x100),
                    _ => Plain(register),
                };
        }
    }

    /// <inheritdoc/>
    protected override void WriteRegister(in RegisterAccess access)
    {
        (uint register, uint value) = ((uint)access.Offset, (uint)access.Value);
        lock (_state)
        {
            if (access.Width != 4 || _causes.Write(register, value))
            {
                return;
            }

            if (register == E1000eRegisters.Control && (value & E1000eRegisters.Reset) != 0)
            {
                Reset();
            }
            else if (RingAt(register) is { } ring)
            {
                ring.Write(register % 0x100, value);
                SendWhatIsGiven();
            }
            else
            {
                bool had = HasLink;
                _plain[register] = value;
                NoteLink(had);
                SendWhatIsGiven();
            }
        }
    }

    private bool HasLink => _isPlugged && (Plain(E1000eRegisters.Control) & E1000eRegisters.SetLinkUp) != 0;

    private void NoteLink(bool had)
    {
        if (HasLink != had)
        {
            _causes.Happen(E1000eRegisters.LinkChange);
        }
    }

    private uint Plain(uint register) => _plain.GetValueOrDefault(register);

    private bool IsEnabled(uint control) => (Plain(control) & E1000eRegisters.Enable) != 0;

    private SimulatedRing? RingAt(uint register) => (register & ~0xFFu) switch
    {
        E1000eRegisters.ReceiveRing => _receive,
        E1000eRegisters.TransmitRing => _transmit,
        _ => null,
    };

    private void Reset()
    {
        _causes.Reset();
        _receive.Reset();
        _transmit.Reset();
        _plain.Clear();
        Span<byte> address = stackalloc byte[MacAddress.Size];
        FactoryAddress.CopyTo(address);
        _plain[E1000eRegisters.AddressLow] = BitConverter.ToUInt32(address);
        _plain[E1000eRegisters.AddressHigh] = E1000eRegisters.AddressValid | BitConverter.ToUInt16(address[4..]);
    }
}
