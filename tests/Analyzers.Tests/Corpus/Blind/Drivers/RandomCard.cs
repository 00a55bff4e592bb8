using System.Runtime.InteropServices;

/// <summary>Random numbers from a card, checked for health and kept in a pool.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x1D6B)]
[DeviceBar(0, 0x100)]
internal sealed partial class RandomCard(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly Pool _pool = new();
    private readonly int[] _ones = new int[2];
    private int _failures;

    public int Failures => Volatile.Read(ref _failures);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x0, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x0, mask: 1, Clear = IrqClear.AtSource)]
    private void OnWords(in Interrupt irq)
    {
        Span<ulong> words = stackalloc ulong[8];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = _registers.Read64(0x10);
        }

        if (!IsHealthy(words))
        {
            Interlocked.Increment(ref _failures);
            return;
        }

        _pool.Stir(words); //p TH3009
    }

    private bool IsHealthy(ReadOnlySpan<ulong> words)
    {
        int ones = 0;
        int repeats = 0;
        ulong last = ~words[0];
        foreach (ulong word in words)
        {
            ones += System.Numerics.BitOperations.PopCount(word);
            repeats += word == last ? 1 : 0;
            last = word;
        }

        (_ones[0], _ones[1]) = (_ones[1], ones);
        return repeats == 0 && Math.Abs(_ones[0] + _ones[1] - 512) < 96;
    }

    private sealed class Pool
    {
        private readonly ulong[] _state = new ulong[8];

        public void Stir(ReadOnlySpan<ulong> words)
        {
            for (int i = 0; i < words.Length; i++)
            {
                _state[i & 7] = System.Numerics.BitOperations.RotateLeft(_state[i & 7] ^ words[i], 7);
            }

            Native.Mix(ref MemoryMarshal.GetArrayDataReference(_state), _state.Length);
        }
    }

    private static class Native
    {
#if PLANTED
        [DllImport("pool")]
#else
        [DllImport("pool"), SuppressGCTransition]
#endif
        internal static extern void Mix(ref ulong state, int length);
    }
}
