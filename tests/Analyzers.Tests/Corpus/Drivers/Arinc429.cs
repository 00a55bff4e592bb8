namespace Avionics;

/// <summary>Labels of ARINC 429: each word is checked for parity and kept by its label.</summary>
[InterruptDriver(VendorId = 0x1472)]
[DeviceBar(0, 0x400)]
internal sealed partial class ArincDriver(PciDevice device)
{
    private const uint Waiting = 0x08;
    private const uint Word = 0x0C;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Label[] _labels = new Label[256];
    private int _parityErrors;
#if PLANTED
    private uint[] _last = [];
#endif

    public int ParityErrors => Volatile.Read(ref _parityErrors);

    public uint Latest(byte label) => Volatile.Read(ref _labels[label].Word);

    [MsiVector(0, Thread = "bus")]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Waiting, mask: 0xFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Waiting, mask: 0xFF, Clear = IrqClear.AtSource)]
    private void OnWords(in Interrupt irq)
    {
        uint waiting = (uint)irq.Status & 0xFF;
        for (uint i = 0; i < waiting; i++)
        {
            uint word = _registers.Read32(Word);
            if (!HasOddParity(word))
            {
                Volatile.Write(ref _parityErrors, _parityErrors + 1);
                continue;
            }

            Keep(word, irq.Timestamp); //p TH2008
        }
    }

    private static bool HasOddParity(uint word)
    {
        word ^= word >> 16;
        word ^= word >> 8;
        word ^= word >> 4;
        return ((0x6996 >> (int)(word & 15)) & 1) != 0;
    }

    private void Keep(uint word, long timestamp)
    {
        ref Label label = ref _labels[word & 0xFF];
        Volatile.Write(ref label.Word, word);
        label.Timestamp = timestamp;
        label.Count++;
#if PLANTED
        _last = [word, label.Count];
#endif
    }

    private struct Label
    {
        public uint Word;
        public uint Count;
        public long Timestamp;
    }
}
