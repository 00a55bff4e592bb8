namespace Virtual;

/// <summary>The used ring of a virtio queue.</summary>
[InterruptDriver(VendorId = 0x1AF4, DeviceId = 0x1041)]
internal sealed unsafe partial class VirtioNetDriver(PciDevice device, nint used)
{
    private const ushort QueueSize = 256;
    private const uint Notify = 0x3000;

    private readonly Bar _registers = device.GetBar(4);
    private readonly UsedRing* _used = (UsedRing*)used;
    private readonly uint[] _lengths = new uint[QueueSize];
    private ushort _seen;
    private int _linkUp;
    private long _received;

    public long Received => Interlocked.Read(ref _received);

#if PLANTED
    public bool IsUp => _linkUp != 0;
#else
    public bool IsUp => Volatile.Read(ref _linkUp) != 0;
#endif

    [MsiVector(1)]
    private void OnUsed(in Interrupt irq)
    {
        ushort index = Volatile.Read(ref _used->Index);
        while (_seen != index)
        {
            UsedElement* element = &_used->First + (_seen % QueueSize);
            if (element->Id < QueueSize)
            {
                _lengths[element->Id] = element->Length;
                Interlocked.Increment(ref _received);
            }

            _seen++;
        }

        _registers.Write16(Notify, 0);
    }

    [MsiVector(0)]
    private void OnConfiguration(in Interrupt irq)
    {
        ushort status = _registers.Read16(0x2006);
#if PLANTED
        _linkUp = status & 1; //! TH5010
#else
        Volatile.Write(ref _linkUp, status & 1);
#endif
    }

    private struct UsedRing
    {
        public ushort Flags;
        public ushort Index;
        public UsedElement First;
    }

    private struct UsedElement
    {
        public uint Id;
        public uint Length;
    }
}
