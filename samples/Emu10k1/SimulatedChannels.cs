using System.Numerics;

namespace TopHalf.Samples.Emu10k1;

/// <summary>The 64 channels of the simulated card and all that is behind its address/data pair.</summary>
/// <param name="raised">Called with the <see cref="Source"/> that begins to be pending.</param>
/// <param name="overrun">Called where it was pending already: a real card does not count either.</param>
/// <remarks>
/// A channel moves by its pitch in each sample period, and its half loop and its loop become pending, where they are enabled, when
/// it comes past the middle and past the end. No sample is fetched.
/// </remarks>
internal sealed class SimulatedChannels(Action<int> raised, Action overrun)
{
    private const int OneSample = 0x4000; // the pitch that moves by one sample a period
    private const uint AddressMask = 0xFF_FFFF;

    // By register and channel; those that are not a channel's own are at channel 0.
    private readonly uint[,] _registers = new uint[0x80, Emu10k1Driver.Channels];
    private readonly uint[] _fractions = new uint[Emu10k1Driver.Channels];
    private ulong _loops;
    private ulong _halfLoops;

    /// <summary>What the status register says: bit 6 where something is pending, and the highest channel of which it is.</summary>
    public uint Pending
    {
        get
        {
            ulong pending = (_loops & Enabled(Indexed.LoopEnableLow)) | (_halfLoops & Enabled(Indexed.HalfEnableLow));
            return pending == 0 ? 0 : Ports.Channel | (uint)BitOperations.Log2(pending);
        }
    }

    /// <summary>What a 1 in bit 6 of the status register does.</summary>
    public void Clear(uint channel)
    {
        _loops &= ~(1UL << (int)channel);
        _halfLoops &= ~(1UL << (int)channel);
    }

    /// <summary>Reads the register that the pointer names.</summary>
    public uint Read(uint pointer) => (pointer & 0x07FF_0000) switch
    {
        Indexed.LoopPendingLow => (uint)_loops,
        Indexed.LoopPendingHigh => (uint)(_loops >> 32),
        Indexed.HalfPendingLow => (uint)_halfLoops,
        Indexed.HalfPendingHigh => (uint)(_halfLoops >> 32),
        _ => Register(pointer),
    };

    /// <summary>Writes it.</summary>
    public void Write(uint pointer, uint value)
    {
        switch (pointer & 0x07FF_0000)
        {
            case Indexed.LoopPendingLow:
                _loops &= ~(ulong)value;
                break;
            case Indexed.LoopPendingHigh:
                _loops &= ~((ulong)value << 32);
                break;
            case Indexed.HalfPendingLow:
                _halfLoops &= ~(ulong)value;
                break;
            case Indexed.HalfPendingHigh:
                _halfLoops &= ~((ulong)value << 32);
                break;
            default:
                Register(pointer) = value;
                break;
        }
    }

    /// <summary>One sample period.</summary>
    public void Step()
    {
        for (uint channel = 0; channel < Emu10k1Driver.Channels; channel++)
        {
            uint pitch = Register(Indexed.Pitch | channel) >> 16;
            if (pitch != 0)
            {
                Move(channel, pitch);
            }
        }
    }

    private void Move(uint channel, uint pitch)
    {
        uint start = Register(Indexed.LoopStart | channel) & AddressMask;
        uint end = Register(Indexed.LoopEnd | channel) & AddressMask;
        uint middle = start + ((end - start) / 2);
        uint from = Register(Indexed.Current | channel) & AddressMask;
        uint moved = _fractions[channel] + pitch;
        _fractions[channel] = moved % OneSample;
        uint to = from + (moved / OneSample);
        if (from < middle && to >= middle)
        {
            Latch(ref _halfLoops, Indexed.HalfEnableLow, channel, Emu10k1Driver.Channels);
        }

        if (to >= end)
        {
            Latch(ref _loops, Indexed.LoopEnableLow, channel, 0);
            to -= end - start;
        }

        Register(Indexed.Current | channel) = to;
    }

    private void Latch(ref ulong pending, uint enable, uint channel, int firstSource)
    {
        ulong bit = 1UL << (int)channel;
        if ((Enabled(enable) & bit) == 0)
        {
            return;
        }

        if ((pending & bit) != 0)
        {
            overrun();
            return;
        }

        pending |= bit;
        raised(Source.FirstChannel + firstSource + (int)channel);
    }

    private ulong Enabled(uint low) => Register(low) | ((ulong)Register(low + 0x1_0000) << 32);

    // The registers below 0x40 are a channel's own.
    private ref uint Register(uint pointer)
    {
        uint number = (pointer >> 16) & 0x7F;
        return ref _registers[number, number < 0x40 ? pointer & 0x3F : 0];
    }
}
