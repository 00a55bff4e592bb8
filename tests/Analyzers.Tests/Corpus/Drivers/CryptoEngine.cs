namespace Crypto;

/// <summary>Results of a cipher engine; a checksum over what it says guards against a card that is going bad.</summary>
[InterruptDriver(VendorId = 0x8086)]
[DeviceBar(0, 0x1000)]
internal sealed partial class CryptoDriver(PciDevice device)
{
    private const uint Cause = 0x04;
    private const uint Result = 0x10;
    private const uint Tag = 0x14;
    private const uint Check = 0x18;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Job[] _jobs = new Job[64];
    private int _bad;
    private int _newest;

    public int Bad => Volatile.Read(ref _bad);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    private void OnResult(in Interrupt irq)
    {
        uint result = _registers.Read32(Result);
        uint tag = _registers.Read32(Tag);
        if (Sum(result, tag, (uint)_newest) != _registers.Read32(Check)) //p TH2007
        {
            Volatile.Write(ref _bad, _bad + 1);
            return;
        }

        ref Job job = ref _jobs[tag & 63];
        job.Result = result;
        job.IsDone = true;
        _newest = (int)(tag & 63);
    }

#if PLANTED
    private static uint Sum(params uint[] words)
#else
    private static uint Sum(params ReadOnlySpan<uint> words)
#endif
    {
        uint sum = 0;
        foreach (uint word in words)
        {
            sum = uint.RotateLeft(sum, 5) ^ word;
        }

        return sum;
    }

    private struct Job
    {
        public uint Result;
        public bool IsDone;
    }
}
