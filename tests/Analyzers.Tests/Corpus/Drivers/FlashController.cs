namespace Storage;

/// <summary>Pages of raw flash: error correction is chosen for the chip that is there.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x4000)]
public sealed partial class FlashDriver(PciDevice device, ErrorCorrection correction)
{
    private const uint Cause = 0x08;
    private const uint Page = 0x1000;

    private readonly Bar _registers = device.GetBar(0);
    private readonly ErrorCorrection _correction = correction;
    private readonly byte[] _page = new byte[2048];
    private int _corrected;
    private int _lost;

    public int Corrected => Volatile.Read(ref _corrected);

    public int Lost => Volatile.Read(ref _lost);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    private void OnPage(in Interrupt irq)
    {
        Span<byte> page = _page;
        for (int i = 0; i + 8 <= page.Length; i += 8)
        {
            ulong word = _registers.Read64(Page + (uint)i);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(page[i..], word);
        }

        int bits = _correction.Correct(page); //p TH6002
        if (bits < 0)
        {
            Volatile.Write(ref _lost, _lost + 1);
        }
        else
        {
            Volatile.Write(ref _corrected, _corrected + bits);
        }
    }
}

/// <summary>Corrects a page in place; other assemblies may have their own.</summary>
public abstract class ErrorCorrection
{
    /// <summary>How many bits were wrong, or -1 for too many.</summary>
#if !PLANTED
    [InterruptSafe]
#endif
    public abstract int Correct(Span<byte> page);
}

internal sealed class Parity : ErrorCorrection
{
    public override int Correct(Span<byte> page)
    {
        byte sum = 0;
        foreach (byte value in page)
        {
            sum ^= value;
        }

        return sum == 0 ? 0 : -1;
    }
}
