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
        for (int i = 0; i < _words.Length; i *= 2) //? TH4004
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

    [MsiVector(21)]
    private void ContinuesBeforeCounting(in Interrupt irq)
    {
        int i = 0;
        while (i < _words.Length) //! TH4005
        {
            if (_words[i] == 0)
            {
                continue;
            }
            i++;
        }
    }

    [MsiVector(22)]
    private void ContinuesAfterCounting(in Interrupt irq)
    {
        int i = 0;
        while (i < _words.Length)
        {
            if (_words[i++] == 0)
            {
                continue;
            }
            _n++;
        }
    }

    [MsiVector(23)]
    private void CountsSometimes(in Interrupt irq)
    {
        for (int i = 0; i < _words.Length;) //! TH4005
        {
            if (_words[i] != 0)
            {
                i++;
            }
        }
    }

    [MsiVector(24)]
    private void CountsAlways(in Interrupt irq)
    {
        for (int i = 0; i < _words.Length;)
        {
            if (_words[i] != 0)
            {
                i++;
            }
            else
            {
                i += 2;
            }
        }
    }

    [MsiVector(25)]
    private void StartsAgain(in Interrupt irq)
    {
        for (int i = 0; i < _words.Length; i++) //! TH4004
        {
            if (_words[i] < 0)
            {
                i = 0;
            }
        }
    }

    [MsiVector(26)]
    private void TakesBack(in Interrupt irq)
    {
        for (int i = 0; i < _words.Length; i++) //! TH4004
        {
            if (_bar.Read32((ulong)i) == uint.MaxValue)
            {
                i--;
            }
        }
    }

    [MsiVector(27)]
    private void TakesBackWithBudget(in Interrupt irq)
    {
        int budget = 8;
        for (int i = 0; i < _words.Length; i++)
        {
            if (_bar.Read32((ulong)i) == uint.MaxValue && budget-- > 0)
            {
                i--;
            }
        }
    }

    [MsiVector(28)]
    private void MovesItsEnd(in Interrupt irq)
    {
        for (int i = 0; i < _count; i++) //! TH4004
        {
            _count++;
        }
    }

    [MsiVector(29)]
    private void MovesItsEndCloser(in Interrupt irq)
    {
        for (int i = 0; i < _count; i++)
        {
            _count--;
        }
    }

    [MsiVector(30)]
    private void GrowsItsList(in Interrupt irq)
    {
        for (int i = 0; i < _list.Count; i++) //! TH4004
        {
            _list.Add(i); //! TH2012
        }
    }

    [MsiVector(31)]
    private void ReadsItsEnd(in Interrupt irq)
    {
        for (uint i = 0; i < _bar.Read32(0x10); i++) //! TH4004|TH4005
        {
            _n += i;
        }
    }

    [MsiVector(32)]
    private void ReadItsEndBefore(in Interrupt irq)
    {
        uint end = _bar.Read32(0x10);
        for (uint i = 0; i < end; i++)
        {
            _n += i;
        }
    }

    [MsiVector(33)]
    private void ReadsItsEndAgain(in Interrupt irq)
    {
        uint end = _bar.Read32(0x10);
        for (uint i = 0; i < end; i++) //! TH4004|TH4005
        {
            end = _bar.Read32(0x10);
        }
    }

    [MsiVector(34)]
    private void OrInsteadOfAnd(in Interrupt irq)
    {
        int budget = 8;
        while (budget-- > 0 || _bar.Read32(0) != 0) //! TH4004|TH4005
        {
            _n++;
        }
    }

    [MsiVector(35)]
    private void AndAsMeant(in Interrupt irq)
    {
        int budget = 8;
        while (_bar.Read32(0) != 0 && budget-- > 0)
        {
            _n++;
        }
    }

    [MsiVector(36)]
    private void FloatThatSticks(in Interrupt irq)
    {
        for (float f = 0; f < 1e9f; f += 1f) //? TH4004
        {
            _n++;
        }
    }

    [MsiVector(37)]
    private void DoubleThatMisses(in Interrupt irq)
    {
        for (double t = 0; t != 1; t += 0.1) //! TH4004
        {
            _n++;
        }
    }

    [MsiVector(38)]
    private void DoubleThatReaches(in Interrupt irq)
    {
        for (double t = 0; t < 1; t += 0.1)
        {
            _n++;
        }
    }

    [MsiVector(39)]
    private void ZeroStride(in Interrupt irq)
    {
        int stride = 0;
        for (int i = 0; i < _words.Length; i += stride) //? TH4004
        {
            _n++;
        }
    }

    [MsiVector(40)]
    private void ConstantStride(in Interrupt irq)
    {
        const int Stride = 16;
        for (int i = 0; i < _words.Length; i += Stride)
        {
            _n++;
        }
    }

    [MsiVector(41)]
    private void UnknownStride(in Interrupt irq)
    {
        for (int i = 0; i < _words.Length; i += _count) //? TH4004
        {
            _n++;
        }
    }

    [MsiVector(42)]
    private void WrongWay(in Interrupt irq)
    {
        for (int i = 0; i < _words.Length; i--) //! TH4004
        {
            _n++;
        }
    }

    [MsiVector(43)]
    private void InnerResetsOuter(in Interrupt irq)
    {
        for (int i = 0; i < 4; i++) //! TH4004
        {
            for (i = 0; i < 3; i++)
            {
                _n++;
            }
        }
    }

    [MsiVector(44)]
    private void InnerOwn(in Interrupt irq)
    {
        for (int i = 0; i < 4; i++)
        {
            for (int j = i; j < 3; j++)
            {
                _n++;
            }
        }
    }

    [MsiVector(45)]
    private void LengthsWithoutZero(in Interrupt irq)
    {
        for (int at = 0; at < _bytes.Length;)
        {
            at += _bytes[at] + 1;
        }
    }

    [MsiVector(46)]
    private void LengthsWithZero(in Interrupt irq)
    {
        for (int at = 0; at < _bytes.Length;) //! TH4004
        {
            at += _bytes[at];
        }
    }

    [MsiVector(47)]
    private void LengthsZeroEnds(in Interrupt irq)
    {
        for (int at = 0; at < _bytes.Length;)
        {
            int length = _bytes[at];
            if (length == 0)
            {
                break;
            }
            at += length;
        }
    }

    [MsiVector(48)]
    private void LengthsAtLeastOne(in Interrupt irq)
    {
        for (int at = 0; at < _bytes.Length;)
        {
            at += Math.Max(1, (int)_bytes[at]);
        }
    }
}
