/// <summary>DMA engine of an FPGA: transfers are queued by the program and completed by the interrupt.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x10EE, DeviceId = 0x7038)]
[DeviceBar(1, 0x1000)]
public sealed partial class FpgaTransfers(PciDevice device)
{
    private const uint Status = 0x40;
    private const uint Halted = 1u << 31;

    private readonly Bar _registers = device.GetBar(1);
    private readonly Slot[] _slots = new Slot[8];
    private int _faults;

    public int Faults => Volatile.Read(ref _faults);

    public Task<uint> Start(int slot, ulong address, uint length)
    {
        var source = new TaskCompletionSource<uint>(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _slots[slot].Source, source);
        _registers.Write64(0x80 + ((ulong)slot * 16), address);
        _registers.Write32(0x88 + ((ulong)slot * 16), length);
        return source.Task;
    }

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 1, offset: Status, mask: 0xFF)]
    [IrqAck(RegisterType.Mmio32, bar: 1, offset: Status, mask: 0xFF, Clear = IrqClear.Echo)]
    private void OnTransfers(in Interrupt irq)
    {
        uint pending = (uint)irq.Status & 0xFF;
        while (pending != 0)
        {
            int slot = System.Numerics.BitOperations.TrailingZeroCount(pending);
            pending &= pending - 1;
            Complete(slot, _registers.Read32(0x8C + ((ulong)slot * 16))); //p TH3004
        }

        if ((irq.Status & Halted) != 0)
        {
            Volatile.Write(ref _faults, _faults + 1);
            Restart();
        }
    }

    private void Complete(int slot, uint moved)
    {
        TaskCompletionSource<uint>? source = Interlocked.Exchange(ref _slots[slot].Source, null);
        if (source is null)
        {
            return;
        }

        if (!source.TrySetResult(moved))
        {
            Revoked(source);
        }
    }

    private void Revoked(TaskCompletionSource<uint> source)
    {
#if PLANTED
        _registers.Write32(0x90, source.Task.Result);
#else
        if (source.Task.IsCompletedSuccessfully)
        {
            _registers.Write32(0x90, source.Task.Result);
        }
#endif
    }

    private void Restart()
    {
        for (int attempt = 0; attempt < 8; attempt++)
        {
            _registers.Write32(0x44, 1);
            if ((_registers.Read32(Status) & Halted) == 0)
            {
                return;
            }
        }
    }

    private struct Slot
    {
        public TaskCompletionSource<uint>? Source;
    }
}
