namespace TopHalf.Samples.Emu10k1;

/// <content>
/// What is written before interrupts are enabled. Afterwards the pair of <see cref="Ports.Address"/> and <see cref="Ports.Data"/>
/// is the interrupt's own: a register that another thread chose between its two accesses would be read as a channel's status.
/// </content>
public sealed partial class Emu10k1Driver
{
    /// <summary>Lets a channel play a loop, and interrupt at its half and its end. Only before interrupts are enabled.</summary>
    /// <param name="voice">Channel, loop and pitch.</param>
    public void Start(Voice voice)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)voice.Channel, (uint)Channels);
        uint channel = (uint)voice.Channel;
        WriteIndexed(Indexed.LoopStart | channel, voice.LoopStart);
        WriteIndexed(Indexed.LoopEnd | channel, voice.LoopStart + voice.LoopLength);
        WriteIndexed(Indexed.Current | channel, voice.LoopStart);
        bool isLow = channel < 32;
        SetBit(isLow ? Indexed.LoopEnableLow : Indexed.LoopEnableHigh, channel);
        SetBit(isLow ? Indexed.HalfEnableLow : Indexed.HalfEnableHigh, channel);
        WriteIndexed(Indexed.Pitch | channel, voice.Pitch << 16);
    }

    /// <summary>
    /// Sets the timer, forgets what was pending, and lets every source interrupt that has a handler. What was enabled before, by
    /// the firmware for example, stays enabled. Only before interrupts are enabled.
    /// </summary>
    /// <param name="timerPeriods">Sample periods from one tick to the next: 5 to 1024.</param>
    public void EnableSources(int timerPeriods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timerPeriods, 5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(timerPeriods, 1024);
        _ports.Write16(Ports.Timer, (ushort)(timerPeriods % 1024));
        _ports.Write32(Ports.Pending, Ports.AllButChannels);
        _ports.Write32(Ports.Enable, _ports.Read32(Ports.Enable) | Ports.EnableHandled);
    }

    private void SetBit(uint register, uint channel)
    {
        _ports.Write32(Ports.Address, register);
        _ports.Write32(Ports.Data, _ports.Read32(Ports.Data) | (1u << (int)(channel % 32)));
    }

    private void WriteIndexed(uint register, uint value)
    {
        _ports.Write32(Ports.Address, register);
        _ports.Write32(Ports.Data, value);
    }
}
