// Loops that look counted, each with one that is.
[InterruptDriver]
internal sealed partial class CountersThatStay(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly byte[] _bytes = new byte[256];
    private readonly int[] _words = new int[64];
    private readonly List<int> _list = new(16);
    private int _count = 8;
    private long _n;

    [MsiVector(0)]
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

    [MsiVector(1)]
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

    [MsiVector(2)]
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

    [MsiVector(3)]
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

    [MsiVector(4)]
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

    [MsiVector(5)]
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

    [MsiVector(6)]
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

    [MsiVector(7)]
    private void MovesItsEnd(in Interrupt irq)
    {
        for (int i = 0; i < _count; i++) //! TH4004
        {
            _count++;
        }
    }

    [MsiVector(8)]
    private void MovesItsEndCloser(in Interrupt irq)
    {
        for (int i = 0; i < _count; i++)
        {
            _count--;
        }
    }

    [MsiVector(9)]
    private void GrowsItsList(in Interrupt irq)
    {
        for (int i = 0; i < _list.Count; i++) //! TH4004
        {
            _list.Add(i); //! TH2012
        }
    }

    [MsiVector(10)]
    private void ReadsItsEnd(in Interrupt irq)
    {
        for (uint i = 0; i < _bar.Read32(0x10); i++) //! TH4004|TH4005
        {
            _n += i;
        }
    }

    [MsiVector(11)]
    private void ReadItsEndBefore(in Interrupt irq)
    {
        uint end = _bar.Read32(0x10);
        for (uint i = 0; i < end; i++)
        {
            _n += i;
        }
    }

    [MsiVector(12)]
    private void ReadsItsEndAgain(in Interrupt irq)
    {
        uint end = _bar.Read32(0x10);
        for (uint i = 0; i < end; i++) //! TH4004|TH4005
        {
            end = _bar.Read32(0x10);
        }
    }

    [MsiVector(13)]
    private void OrInsteadOfAnd(in Interrupt irq)
    {
        int budget = 8;
        while (budget-- > 0 || _bar.Read32(0) != 0) //! TH4004|TH4005
        {
            _n++;
        }
    }

    [MsiVector(14)]
    private void AndAsMeant(in Interrupt irq)
    {
        int budget = 8;
        while (_bar.Read32(0) != 0 && budget-- > 0)
        {
            _n++;
        }
    }

    [MsiVector(15)]
    private void FloatThatSticks(in Interrupt irq)
    {
        for (float f = 0; f < 1e9f; f += 1f) //? TH4004
        {
            _n++;
        }
    }

    [MsiVector(16)]
    private void DoubleThatMisses(in Interrupt irq)
    {
        for (double t = 0; t != 1; t += 0.1) //! TH4004
        {
            _n++;
        }
    }

    [MsiVector(17)]
    private void DoubleThatReaches(in Interrupt irq)
    {
        for (double t = 0; t < 1; t += 0.1)
        {
            _n++;
        }
    }

    [MsiVector(18)]
    private void ZeroStride(in Interrupt irq)
    {
        int stride = 0;
        for (int i = 0; i < _words.Length; i += stride) //? TH4004
        {
            _n++;
        }
    }

    [MsiVector(19)]
    private void ConstantStride(in Interrupt irq)
    {
        const int Stride = 16;
        for (int i = 0; i < _words.Length; i += Stride)
        {
            _n++;
        }
    }

    [MsiVector(20)]
    private void UnknownStride(in Interrupt irq)
    {
        for (int i = 0; i < _words.Length; i += _count) //? TH4004
        {
            _n++;
        }
    }

    [MsiVector(21)]
    private void WrongWay(in Interrupt irq)
    {
        for (int i = 0; i < _words.Length; i--) //! TH4004
        {
            _n++;
        }
    }

    [MsiVector(22)]
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

    [MsiVector(23)]
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

    [MsiVector(24)]
    private void LengthsWithoutZero(in Interrupt irq)
    {
        for (int at = 0; at < _bytes.Length;)
        {
            at += _bytes[at] + 1;
        }
    }

    [MsiVector(25)]
    private void LengthsWithZero(in Interrupt irq)
    {
        for (int at = 0; at < _bytes.Length;) //! TH4004
        {
            at += _bytes[at];
        }
    }

    [MsiVector(26)]
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

    [MsiVector(27)]
    private void LengthsAtLeastOne(in Interrupt irq)
    {
        for (int at = 0; at < _bytes.Length;)
        {
            at += Math.Max(1, (int)_bytes[at]);
        }
    }
}
