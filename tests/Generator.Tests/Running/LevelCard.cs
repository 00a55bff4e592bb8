namespace TopHalf.Generator.Tests.Running;

/// <summary>
/// A card with a level-triggered line: a status register at 0 whose bits are set by <see cref="Assert"/> and cleared by writing ones,
/// and a mask register at 4. The line is high while an unmasked bit is set, or while <see cref="Stick"/> holds it.
/// </summary>
internal sealed class LevelCard() : SimulatedDevice(Options)
{
    public const ulong Status = 0;
    public const ulong Enabled = 4;

    private uint _status;
    private uint _enabled;
    private bool _stuck;

    private static SimulatedDeviceOptions Options => new() { VendorId = 0x1234, DeviceId = 0x5678, HasLine = true, Bars = { [0] = new SimulatedBar(64) } };

    /// <summary>Writes of the status register, by the driver.</summary>
    public int Acknowledged { get; private set; }

    public void Assert(uint bits)
    {
        lock (this)
        {
            _status |= bits;
            SetLine(IsHigh);
        }
    }

    /// <summary>Holds the line high whatever the registers say: another card on a line that is shared, or a broken one.</summary>
    public void Stick(bool stuck)
    {
        lock (this)
        {
            _stuck = stuck;
            SetLine(IsHigh);
        }
    }

    public uint Pending
    {
        get
        {
            lock (this)
            {
                return _status;
            }
        }
    }

    protected override ulong ReadRegister(in RegisterAccess access)
    {
        lock (this)
        {
            return access.Offset == Status ? _status : _enabled;
        }
    }

    protected override void WriteRegister(in RegisterAccess access)
    {
        lock (this)
        {
            if (access.Offset == Status)
            {
                _status &= ~(uint)access.Value;
                Acknowledged++;
            }
            else
            {
                _enabled = (uint)access.Value;
            }

            SetLine(IsHigh);
        }
    }

    private bool IsHigh => _stuck || (_status & _enabled) != 0;
}
