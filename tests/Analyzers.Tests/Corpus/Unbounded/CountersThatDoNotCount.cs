// Loops that look counted, each with one that is.
[InterruptDriver]
internal sealed partial class CountersThatDoNotCount(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly byte[] _bytes = new byte[256];
    private readonly int[] _words = new int[64];
    private readonly List<int> _list = new(16);
    private int _count = 8;
    private long _n;

    [MsiVector(0)]
    private void UnsignedNeverNegative(in Interrupt irq)
    {
        for (uint i = 8; i >= 0; i--) //! TH4004
        {
            _n += i;
        }
    }

    [MsiVector(1)]
    private void SignedBelowZero(in Interrupt irq)
    {
        for (int i = 8; i >= 0; i--)
        {
            _n += i;
        }
    }

    [MsiVector(2)]
    private void ByteNeverReaches(in Interrupt irq)
    {
        for (byte i = 0; i < 256; i++) //! TH4004
        {
            _n += _bytes[i];
        }
    }

    [MsiVector(3)]
    private void ByteReaches(in Interrupt irq)
    {
        for (byte i = 0; i < 255; i++)
        {
            _n += _bytes[i];
        }
    }

    [MsiVector(4)]
    private void ByteAtMostMax(in Interrupt irq)
    {
        for (byte i = 0; i <= byte.MaxValue; i++) //! TH4004
        {
            _n += _bytes[i];
        }
    }

    [MsiVector(5)]
    private void IntAtMostMax(in Interrupt irq)
    {
        for (int i = 0; i <= int.MaxValue; i++) //! TH4004
        {
            _n++;
        }
    }

    [MsiVector(6)]
    private void StepsOverTheEnd(in Interrupt irq)
    {
        for (int i = 0; i != _count; i += 2) //? TH4004
        {
            _n += i;
        }
    }

    [MsiVector(7)]
    private void StepsToTheEnd(in Interrupt irq)
    {
        for (int i = 0; i != _count; i++)
        {
            _n += i;
        }
    }

    [MsiVector(8)]
    private void StepsToAnEvenEnd(in Interrupt irq)
    {
        for (int i = 0; i != 16; i += 2)
        {
            _n += i;
        }
    }

    [MsiVector(9)]
    private void StepsPastAnOddEnd(in Interrupt irq)
    {
        for (int i = 0; i != 15; i += 2) //? TH4004
        {
            _n += i;
        }
    }

    [MsiVector(10)]
    private void DoublesZero(in Interrupt irq)
    {
        for (int i = 0; i < _words.Length; i *= 2) //! TH4004
        {
            _n += i;
        }
    }

    [MsiVector(11)]
    private void DoublesOne(in Interrupt irq)
    {
        for (int i = 1; i < _words.Length; i *= 2)
        {
            _n += i;
        }
    }

    [MsiVector(12)]
    private void ShiftsUp(in Interrupt irq)
    {
        for (int i = 1; i < _words.Length; i <<= 1)
        {
            _n += i;
        }
    }

    [MsiVector(13)]
    private void ShiftsMaskOut(in Interrupt irq)
    {
        for (uint mask = 1; mask != 0; mask <<= 1)
        {
            _n += mask;
        }
    }

    [MsiVector(14)]
    private void ShiftsNegative(in Interrupt irq)
    {
        for (int rest = (int)irq.Status; rest != 0; rest >>= 1) //? TH4004
        {
            _n++;
        }
    }

    [MsiVector(15)]
    private void ShiftsNegativeUnsigned(in Interrupt irq)
    {
        for (int rest = (int)irq.Status; rest != 0; rest >>>= 1)
        {
            _n++;
        }
    }

    [MsiVector(16)]
    private void ShiftsPositive(in Interrupt irq)
    {
        for (int rest = (int)irq.Status; rest > 0; rest >>= 1)
        {
            _n++;
        }
    }

    [MsiVector(17)]
    private void ShiftsUnsigned(in Interrupt irq)
    {
        for (ulong rest = irq.Status; rest != 0; rest >>= 4)
        {
            _n += (long)(rest & 15);
        }
    }

    [MsiVector(18)]
    private void ShiftsUntilOdd(in Interrupt irq)
    {
        ulong rest = irq.Status;
        while ((rest & 1) == 0) //? TH4004
        {
            rest >>= 1;
        }
        _n += (long)rest;
    }

    [MsiVector(19)]
    private void DividesByTen(in Interrupt irq)
    {
        for (long rest = _n; rest != 0; rest /= 10)
        {
            _count++;
        }
    }

    [MsiVector(20)]
    private void DividesByWhatever(in Interrupt irq)
    {
        for (long rest = _n; rest != 0; rest /= _count) //? TH4004
        {
            _words[0]++;
        }
    }
}
