namespace Graphics;

/// <summary>Fences of a graphics card: the newest that has passed frees those who wait for it.</summary>
[InterruptDriver(VendorId = 0x1002)]
internal sealed unsafe partial class GpuDriver(PciDevice device, nint fences)
{
    private const uint Interrupts = 0x80;
    private const int Engines = 4;

    private readonly Bar _registers = device.GetBar(0);
    private readonly ulong* _fences = (ulong*)fences;
    private readonly ulong[] _passed = new ulong[Engines];
    private readonly SemaphoreSlim _turn = new(1);
    private int _hangs;

    public ulong Passed(int engine) => Volatile.Read(ref _passed[engine]);

    public int Hangs => Volatile.Read(ref _hangs);

    [MsiVector(0, Count = Engines)]
    private void OnFence(in Interrupt irq)
    {
        ulong fence = Volatile.Read(ref _fences[irq.Index]);
        if (fence == _passed[irq.Index])
        {
            Suspect(irq.Index); //p TH3002
            return;
        }

        Volatile.Write(ref _passed[irq.Index], fence);
    }

    private void Suspect(int engine)
    {
        if ((_registers.Read32(Interrupts) & (1u << engine)) == 0)
        {
            return;
        }

#if PLANTED
        _turn.Wait();
        Count();
#else
        if (_turn.Wait(0))
        {
            Count();
        }
#endif
    }

    private void Count() => Volatile.Write(ref _hangs, _hangs + 1);
}
