// Loops whose two ends move, tables walked by what the card says, texts taken apart.
[InterruptDriver]
internal sealed unsafe partial class Searches(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly byte[] _bytes = new byte[256];
    private readonly uint[] _words = new uint[64];
    private readonly Node _first = new();
    private byte* _memory;
    private uint* _register;
    private long _n;

    [MsiVector(0)]
    private void BinarySearch(in Interrupt irq)
    {
        int low = 0;
        int high = _words.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_words[middle] < irq.Status)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        _n = low;
    }

    [MsiVector(1)]
    private void BinarySearchStuck(in Interrupt irq)
    {
        int low = 0;
        int high = _words.Length;
        while (low < high) //? TH4004
        {
            int middle = (low + high) / 2;
            if (_words[middle] < irq.Status)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
        _n = low;
    }

    [MsiVector(2)]
    private void BinarySearchInclusive(in Interrupt irq)
    {
        int low = 0;
        int high = _words.Length - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) >> 1);
            if (_words[middle] == irq.Status)
            {
                break;
            }
            if (_words[middle] < irq.Status)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
    }

    [MsiVector(3)]
    private void FromBothEnds(in Interrupt irq)
    {
        for (int i = 0, j = _words.Length - 1; i < j; i++, j--)
        {
            (_words[i], _words[j]) = (_words[j], _words[i]);
        }
    }

    [MsiVector(4)]
    private void FromBothEndsByChoice(in Interrupt irq)
    {
        int i = 0;
        int j = _words.Length - 1;
        while (i < j)
        {
            if (_words[i] < _words[j])
            {
                i++;
            }
            else
            {
                j--;
            }
        }
    }

    [MsiVector(5)]
    private void GreatestDivisor(in Interrupt irq)
    {
        uint a = (uint)irq.Status;
        uint b = 48;
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }
        _n = a;
    }

    [MsiVector(6)]
    private void GreatestDivisorByHand(in Interrupt irq)
    {
        uint a = (uint)irq.Status;
        uint b = 48;
        while (b != 0)
        {
            uint rest = a % b;
            a = b;
            b = rest;
        }
        _n = a;
    }

    [MsiVector(7)]
    private void SquareRoot(in Interrupt irq)
    {
        uint guess = 1u << 15;
        uint root = 0;
        while (guess != 0)
        {
            if ((root | guess) * (root | guess) <= irq.Status)
            {
                root |= guess;
            }
            guess >>= 1;
        }
        _n = root;
    }

    [MsiVector(8)]
    private void Collatz(in Interrupt irq)
    {
        for (ulong x = irq.Status; x != 1; x = (x & 1) == 0 ? x / 2 : (3 * x) + 1) //? TH4004
        {
            _n++;
        }
    }

    [MsiVector(9)]
    private void Lfsr(in Interrupt irq)
    {
        ushort state = 0xACE1;
        do
        {
            state = (ushort)((state >> 1) ^ (-(state & 1) & 0xB400));
        }
        while (state != 0xACE1); //? TH4004
    }

    [MsiVector(10)]
    private void Capabilities(in Interrupt irq)
    {
        for (byte at = _bytes[0x34]; at != 0; at = _bytes[at + 1]) //? TH4004
        {
            _n++;
        }
    }

    [MsiVector(11)]
    private void CapabilitiesWithBudget(in Interrupt irq)
    {
        byte at = _bytes[0x34];
        for (int left = 48; left > 0 && at != 0; left--)
        {
            at = _bytes[at + 1];
            _n++;
        }
    }

    [MsiVector(12)]
    private void CapabilitiesForward(in Interrupt irq)
    {
        byte at = _bytes[0x34];
        while (at != 0)
        {
            byte next = _bytes[at + 1];
            if (next <= at)
            {
                break;
            }
            at = next;
        }
    }

    private void Attempt() => _words[1] = _bar.Read32(4);
}

internal sealed class Node
{
    public Node? Next;
    public int Value;
}
