// Loops whose two ends move, tables walked by what the card says, texts taken apart.
[InterruptDriver]
internal sealed unsafe partial class WalksOfMemory(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly byte[] _bytes = new byte[256];
    private readonly uint[] _words = new uint[64];
    private readonly Node _first = new();
    private byte* _memory;
    private uint* _register;
    private long _n;

    [MsiVector(0)]
    private void SpanByFour(in Interrupt irq)
    {
        ReadOnlySpan<byte> rest = _bytes;
        while (!rest.IsEmpty)
        {
            _n += rest[0];
            rest = rest[4..];
        }
    }

    [MsiVector(1)]
    private void SpanByLength(in Interrupt irq)
    {
        ReadOnlySpan<byte> rest = _bytes;
        while (rest.Length > 0) //! TH4004
        {
            rest = rest[rest[0]..];
        }
    }

    [MsiVector(2)]
    private void SpanByHeader(in Interrupt irq)
    {
        ReadOnlySpan<byte> rest = _bytes;
        while (rest.Length >= 4)
        {
            int length = Math.Min(rest[1], rest.Length - 4);
            rest = rest.Slice(4 + length);
        }
    }

    [MsiVector(3)]
    private void SpanBySearch(in Interrupt irq)
    {
        ReadOnlySpan<byte> rest = _bytes;
        int at;
        while ((at = rest.IndexOf((byte)0)) >= 0)
        {
            rest = rest[(at + 1)..];
            _n++;
        }
    }

    [MsiVector(4)]
    private void SpanBySearchStuck(in Interrupt irq)
    {
        ReadOnlySpan<byte> rest = _bytes;
        int at;
        while ((at = rest.IndexOf((byte)0)) >= 0) //! TH4004
        {
            rest = rest[at..];
            _n++;
        }
    }

    [MsiVector(5)]
    private void PointerToEnd(in Interrupt irq)
    {
        byte* end = _memory + 64;
        for (byte* p = _memory; p < end; p++)
        {
            _n += *p;
        }
    }

    [MsiVector(6)]
    private void PointerByWords(in Interrupt irq)
    {
        uint* p = (uint*)_memory;
        for (uint* end = p + 16; p != end; p++)
        {
            _n += *p;
        }
    }

    [MsiVector(7)]
    private void PointerToZero(in Interrupt irq)
    {
        byte* p = _memory;
        while (*p != 0) //? TH4004 TH4005
        {
            p++;
        }
        _n = p - _memory;
    }

    [MsiVector(8)]
    private void PointerPolls(in Interrupt irq)
    {
        while ((*_register & 1) == 0) //! TH4005|TH4004
        {
        }
    }

    [MsiVector(9)]
    private void PointerPollsVolatile(in Interrupt irq)
    {
        while (Volatile.Read(ref *_register) == 0) //! TH4005|TH4004
        {
        }
    }

    [MsiVector(10)]
    private void PointerPollsBounded(in Interrupt irq)
    {
        int left = 100;
        while ((*_register & 1) == 0 && --left > 0)
        {
        }
    }

    [MsiVector(11)]
    private void References(in Interrupt irq)
    {
        ref uint at = ref _words[0];
        ref uint end = ref Unsafe.Add(ref at, _words.Length);
        while (Unsafe.IsAddressLessThan(ref at, ref end))
        {
            _n += at;
            at = ref Unsafe.Add(ref at, 1);
        }
    }

    [MsiVector(12)]
    private void Nodes(in Interrupt irq)
    {
        for (Node? node = _first; node is not null; node = node.Next)
        {
            _n += node.Value;
        }
    }

    [MsiVector(13)]
    private void NodesStuck(in Interrupt irq)
    {
        Node? node = _first;
        while (node != null) //! TH4005
        {
            if (node.Value == 0)
            {
                continue;
            }
            node = node.Next;
        }
    }

    [MsiVector(14)]
    private void NodesWhileLinked(in Interrupt irq)
    {
        Node node = _first;
        while (node.Next is { } next)
        {
            node = next;
        }
        _n = node.Value;
    }

    [MsiVector(15)]
    private void GotoCounted(in Interrupt irq)
    {
        int i = 0;
        again:
        _n += i;
        if (++i < 4)
        {
            goto again;
        }
    }

    [MsiVector(16)]
    private void GotoUncounted(in Interrupt irq)
    {
        again:
        _n++;
        if (_bar.Read32(0) != 0)
        {
            goto again; //! TH4004|TH4005
        }
    }

    [MsiVector(17)]
    private void GotoCases(in Interrupt irq)
    {
        switch (irq.Index)
        {
            case 0:
                _n++; //! TH4004
                goto case 1;
            case 1:
                _n--;
                goto case 0;
        }
    }

    [MsiVector(18)]
    private void GotoCasesDown(in Interrupt irq)
    {
        switch (irq.Index)
        {
            case 0:
                _n++;
                goto case 1;
            case 1:
                _n--;
                goto default;
            default:
                break;
        }
    }

    [MsiVector(19)]
    private void CatchesAndRetries(in Interrupt irq)
    {
        while (true) //! TH4004|TH4005
        {
            try
            {
                Attempt();
                break;
            }
            catch (InvalidOperationException)
            {
                _n++;
            }
        }
    }

    [MsiVector(20)]
    private void CatchesAndCounts(in Interrupt irq)
    {
        for (int attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                Attempt();
                break;
            }
            catch (InvalidOperationException)
            {
                _n++;
            }
        }
    }

    [MsiVector(21)]
    private void FinallyCounts(in Interrupt irq)
    {
        int i = 0;
        while (i < 4)
        {
            try
            {
                if (_words[i] == 0)
                {
                    continue;
                }
                _n++;
            }
            finally
            {
                i++;
            }
        }
    }

    [MsiVector(22)]
    private void StateForward(in Interrupt irq)
    {
        int state = 0;
        while (state != 3)
        {
            switch (state)
            {
                case 0:
                    state = 1;
                    break;
                case 1:
                    state = irq.Status != 0 ? 2 : 3;
                    break;
                default:
                    state = 3;
                    break;
            }
        }
    }

    [MsiVector(23)]
    private void StateBack(in Interrupt irq)
    {
        int state = 0;
        while (state != 3) //! TH4004|TH4005
        {
            switch (state)
            {
                case 0:
                    state = 1;
                    break;
                case 1:
                    state = _bar.Read32(0) != 0 ? 0 : 3;
                    break;
                default:
                    state = 3;
                    break;
            }
        }
    }

    [MsiVector(24)]
    private void StateWaits(in Interrupt irq)
    {
        int state = 0;
        while (state != 3) //! TH4004|TH4005
        {
            state = state switch
            {
                0 when (_bar.Read32(4) & 1) != 0 => 1,
                1 => 3,
                _ => state,
            };
        }
    }

    private void Attempt() => _words[1] = _bar.Read32(4);
}

internal sealed class Node
{
    public Node? Next;
    public int Value;
}
