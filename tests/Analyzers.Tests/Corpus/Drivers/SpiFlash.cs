namespace Bus;

/// <summary>A flash behind an SPI controller: pages are written one after another.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x1000)]
internal sealed partial class SpiFlashDriver(PciDevice device)
{
    private const uint Interrupts = 0x20;
    private const uint Control = 0x00;
    private const uint Fifo = 0x100;
    private const int PageSize = 256;

    private readonly Bar _registers = device.GetBar(0);
    private readonly byte[] _image = new byte[64 * 1024];
    private readonly Progress _progress = new();
    private int _page;
    private int _pages;

    public int Percent => _progress.Percent;

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Interrupts, mask: 3)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Interrupts, mask: 3, Clear = IrqClear.Echo)]
    private void OnPage(in Interrupt irq)
    {
        if ((irq.Status & 2) != 0)
        {
            _progress.Fail(_page); //p TH3006
            return;
        }

        _progress.Advance(++_page, _pages);
        if (_page < _pages)
        {
            WritePage(_image.AsSpan(_page * PageSize, PageSize));
            _registers.Write32(Control, 1);
        }
    }

    private void WritePage(ReadOnlySpan<byte> page)
    {
        ReadOnlySpan<uint> words = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(page);
        foreach (uint word in words)
        {
            _registers.Write32(Fifo, word);
        }
    }
}

internal sealed class Progress
{
    private int _percent;
    private int _failed = -1;

    public int Percent => Volatile.Read(ref _percent);

    public void Advance(int done, int of)
    {
        if (of > 0)
        {
            Volatile.Write(ref _percent, done * 100 / of);
        }
    }

    public void Fail(int page)
    {
        Volatile.Write(ref _failed, page);
        Note(page);
    }

    private static void Note(int page)
    {
#if PLANTED
        Console.Error.WriteLine(page);
#endif
    }
}
