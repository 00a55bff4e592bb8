namespace Security;

using System.Numerics;

/// <summary>Entropy of a noise source: health tests run on every word, a pool mixes what passed.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x40)]
internal sealed partial class RandomDriver(PciDevice device)
{
    private const uint Ready = 0x04;
    private const uint Word = 0x08;

    private readonly Bar _registers = device.GetBar(0);
    private readonly ulong[] _pool = new ulong[8];
    private readonly Health _health = new();
    private int _at;
    private long _bits;

    public long Bits => Interlocked.Read(ref _bits);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Ready, mask: 0x1F)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Ready, mask: 0x1F, Clear = IrqClear.AtSource)]
    private void OnWords(in Interrupt irq)
    {
        int words = (int)irq.Status & 0x1F;
        while (words-- > 0)
        {
            ulong word = _registers.Read64(Word);
            if (_health.Passes(word)) //p TH2006
            {
                Mix(word);
            }
        }
    }

    private void Mix(ulong word)
    {
        _pool[_at] ^= BitOperations.RotateLeft(word, (_at * 7) & 63);
        _at = (_at + 1) & 7;
        Interlocked.Add(ref _bits, 32);
    }
}

internal sealed class Health
{
    private readonly Journal _journal = new();
    private ulong _last;
    private int _repeats;

    public bool Passes(ulong word)
    {
        _repeats = word == _last ? _repeats + 1 : 0;
        _last = word;
        int ones = BitOperations.PopCount(word);
        if (_repeats > 2 || ones is < 8 or > 56)
        {
#if PLANTED
            _journal.Note($"bad word {word:X}");
#else
            _journal.Note(word);
#endif
            return false;
        }

        return true;
    }
}

internal sealed class Journal
{
    private readonly ulong[] _words = new ulong[16];
    private int _count;
#if PLANTED
    private string _last = "";

    public void Note(string text) => _last = text;
#endif

    public void Note(ulong word) => _words[_count++ & 15] = word;
}
