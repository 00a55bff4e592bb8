using System.Numerics;

namespace TopHalf.Samples.Emu10k1;

/// <summary>
/// The EMU10K1 as C#, as far as interrupts go: its ports, the registers behind the pair, channels that play silence, and the level
/// of its line. Its time stands still until <see cref="Play"/> moves it.
/// </summary>
/// <remarks>
/// What public sources do not say is decided so: a source becomes pending only while it is enabled, and what is pending stays so
/// when it is disabled, but does not raise the line.
/// </remarks>
public class SimulatedEmu10k1 : SimulatedDevice
{
    // What each bit of the enable register, from the lowest, lets through.
    private static readonly uint[] LetThrough =
    [
        Ports.MidiReceived, Ports.MidiSent, Ports.Tick, Ports.CdRom, Ports.Spdif, 0x3000, 0xC000, 0x3_0000,
        0x4_0000, 0x8_0000, 0x10_0000, Ports.BusError, Ports.Dsp, Ports.RateTracker,
    ];

    // The card's own state: who plays and the bus both touch it.
    private readonly object _state = new();
    private readonly SimulatedChannels _channels;
    private readonly Queue<byte> _midi = new();
    private readonly Counts _raised = new();
    private uint _pointer;
    private uint _pending;
    private uint _enable;
    private uint _timerPeriods = 1024;
    private uint _sinceTick;
    private long _overruns;
    private long _unhandled;

    /// <summary>A card.</summary>
    /// <param name="enabledByFirmware">What is enabled when the driver comes.</param>
    public SimulatedEmu10k1(uint enabledByFirmware = 0)
        : base(new SimulatedDeviceOptions
        {
            Name = "simulated EMU10K1",
            VendorId = 0x1102,
            DeviceId = 0x0002,
            Bars = { [0] = new SimulatedBar(0x20, IsPort: true) },
            HasLine = true,
        })
    {
        _enable = enabledByFirmware;
        _channels = new SimulatedChannels(_raised.Add, () => _overruns++);
    }

    /// <summary>How often each source began to be pending.</summary>
    public Counts Raised => _raised;

    /// <summary>How often sources began to be pending that the driver does not handle.</summary>
    public long Unhandled => Locked(() => _unhandled);

    /// <summary>How often something happened again before the driver had cleared it, so that nobody can know of it.</summary>
    public long Overruns => Locked(() => _overruns);

    /// <summary>The card's line is high.</summary>
    public bool IsLineHigh => Locked(() => IsHigh);

    /// <summary>Bytes that came by MIDI and were not read.</summary>
    public int MidiWaiting => Locked(() => _midi.Count);

    /// <summary>The register <see cref="Ports.Enable"/>.</summary>
    public uint Enabled => Locked(() => _enable);

    /// <summary>Lets sample periods pass.</summary>
    public void Play(int periods)
    {
        lock (_state)
        {
            for (int i = 0; i < periods; i++)
            {
                _channels.Step();
                if (++_sinceTick >= _timerPeriods)
                {
                    _sinceTick = 0;
                    Latch(Ports.Tick);
                }
            }

            SetLine(IsHigh);
        }
    }

    /// <summary>Something happens on the card: a button is pressed, a buffer is half full.</summary>
    /// <param name="bits">Of <see cref="Ports.Pending"/>, without the channels.</param>
    public void Happen(uint bits)
    {
        lock (_state)
        {
            for (uint left = bits & Ports.AllButChannels; left != 0; left &= left - 1)
            {
                Latch(left & (~left + 1));
            }

            SetLine(IsHigh);
        }
    }

    /// <summary>A byte arrives by MIDI.</summary>
    public void Receive(byte value)
    {
        lock (_state)
        {
            _midi.Enqueue(value);
        }

        Happen(Ports.MidiReceived);
    }

    /// <inheritdoc/>
    protected override ulong ReadRegister(in RegisterAccess access)
    {
        lock (_state)
        {
            return ((uint)access.Offset, access.Width) switch
            {
                (Ports.Address, 4) => _pointer,
                (Ports.Data, 4) => _channels.Read(_pointer),
                (Ports.Pending, 4) => _pending | _channels.Pending,
                (Ports.Enable, 4) => _enable,
                (Ports.MidiData, 1) => _midi.TryDequeue(out byte value) ? value : 0u,
                (Ports.MidiStatus, 1) => _midi.Count == 0 ? Ports.MidiNothing : 0u,
                (Ports.Timer, 2) => _timerPeriods % 1024,
                _ => ulong.MaxValue,
            };
        }
    }

    /// <inheritdoc/>
    protected override void WriteRegister(in RegisterAccess access)
    {
        uint value = (uint)access.Value;
        lock (_state)
        {
            switch ((uint)access.Offset, access.Width)
            {
                case (Ports.Address, 4):
                    _pointer = value;
                    break;
                case (Ports.Data, 4):
                    _channels.Write(_pointer, value);
                    break;
                case (Ports.Pending, 4):
                    _pending &= ~value;
                    if ((value & Ports.Channel) != 0)
                    {
                        _channels.Clear(value & 0x3F);
                    }

                    break;
                case (Ports.Enable, 4):
                    _enable = value;
                    break;
                case (Ports.MidiData, 1):
                    Latch(Ports.MidiSent); // sent at once
                    break;
                case (Ports.Timer, 2):
                    _timerPeriods = value % 1024 == 0 ? 1024 : value % 1024;
                    break;
            }

            SetLine(IsHigh);
        }
    }

    private bool IsHigh => ((_pending & Through) | _channels.Pending) != 0;

    private uint Through
    {
        get
        {
            uint through = 0;
            for (int bit = 0; bit < LetThrough.Length; bit++)
            {
                through |= (_enable >> bit & 1) != 0 ? LetThrough[bit] : 0;
            }

            return through;
        }
    }

    private void Latch(uint bit)
    {
        if ((Through & bit) == 0)
        {
            return;
        }

        if ((_pending & bit) != 0)
        {
            _overruns++;
            return;
        }

        _pending |= bit;
        if (SourceOf(bit) is { } source)
        {
            _raised.Add(source);
        }
        else
        {
            _unhandled++;
        }
    }

    private static int? SourceOf(uint bit) => bit switch
    {
        Ports.MidiReceived => Source.MidiReceived,
        Ports.MidiSent => Source.MidiSent,
        Ports.Tick => Source.Tick,
        Ports.Spdif => Source.Spdif,
        Ports.Dsp => Source.Dsp,
        _ when (bit & Ports.Buffers) != 0 => Source.FirstBuffer + BitOperations.Log2(bit) - BitOperations.TrailingZeroCount(Ports.Buffers),
        _ when (bit & Ports.Buttons) != 0 => Source.FirstButton + BitOperations.Log2(bit) - BitOperations.TrailingZeroCount(Ports.Buttons),
        _ => null,
    };

    private T Locked<T>(Func<T> read)
    {
        lock (_state)
        {
            return read();
        }
    }
}
