namespace Fieldbus;

/// <summary>The cycle of a fieldbus: inputs come in, outputs go out, slaves that do not answer are counted.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x4000)]
internal sealed unsafe partial class EtherCatDriver(PciDevice device, nint image)
{
    private const uint Cause = 0x08;
    private const uint Working = 0x10;
    private const uint SendReady = 0x14;
    private const uint Send = 0x18;
    private const int ImageBytes = 512;

    private readonly Bar _registers = device.GetBar(0);
    private readonly byte* _image = (byte*)image;
    private readonly byte[] _inputs = new byte[ImageBytes];
    private readonly byte[] _outputs = new byte[ImageBytes];
    private readonly ushort _expected = 12;
    private int _cycle;
    private int _missing;

    public int Cycle => Volatile.Read(ref _cycle);

    public int Missing => Volatile.Read(ref _missing);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    private void OnCycle(in Interrupt irq)
    {
        var image = new Span<byte>(_image, ImageBytes);
        image.CopyTo(_inputs);
        ushort working = (ushort)_registers.Read32(Working);
        if (working != _expected)
        {
            Volatile.Write(ref _missing, _missing + 1);
        }

        _outputs.AsSpan().CopyTo(image);
        if (IsReadyToSend()) //p TH4004|TH4005
        {
            _registers.Write32(Send, 1);
        }

        Volatile.Write(ref _cycle, _cycle + 1);
    }

    private bool IsReadyToSend()
    {
#if PLANTED
        while (true)
        {
            if ((_registers.Read32(SendReady) & 1) != 0)
            {
                return true;
            }
        }
#else
        for (int i = 0; i < 16; i++)
        {
            if ((_registers.Read32(SendReady) & 1) != 0)
            {
                return true;
            }
        }

        return false;
#endif
    }
}
