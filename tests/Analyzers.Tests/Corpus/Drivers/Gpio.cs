namespace Gpio;

using System.Numerics;

/// <summary>32 pins: edges are counted, and handed to a listener that promised to be quick.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x100)]
internal sealed partial class GpioDriver(PciDevice device, IEdgeListener listener)
{
    private const uint Level = 0x00;
    private const uint Edges = 0x18;

    private readonly Bar _registers = device.GetBar(0);
    private readonly IEdgeListener _listener = listener;
    private readonly long[] _counts = new long[32];
    private readonly long[] _stamps = new long[32];
    private uint _debounced;

    public event Action<int>? Changed;

    public long Count(int pin) => Interlocked.Read(ref _counts[pin]);

    public void Raise(int pin) => Changed?.Invoke(pin);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Edges, mask: 0xFFFF_FFFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Edges, mask: 0xFFFF_FFFF, Clear = IrqClear.Echo)]
    private void OnEdge(in Interrupt irq)
    {
        uint level = _registers.Read32(Level);
        uint edges = (uint)irq.Status & ~_debounced;
        while (edges != 0)
        {
            int pin = BitOperations.TrailingZeroCount(edges);
            edges &= edges - 1;
            Handle(pin, (level & (1u << pin)) != 0, irq.Timestamp); //p TH6001
        }
    }

    private void Handle(int pin, bool rising, long timestamp)
    {
        if (timestamp - _stamps[pin] < 1_000_000)
        {
            _debounced |= 1u << pin;
            return;
        }

        _stamps[pin] = timestamp;
        Interlocked.Increment(ref _counts[pin]);
        _listener.OnEdge(pin, rising);
#if PLANTED
        Changed?.Invoke(pin);
#endif
    }
}

internal interface IEdgeListener
{
    [InterruptSafe]
    void OnEdge(int pin, bool rising);
}

internal sealed class EdgeRecorder : IEdgeListener
{
    private readonly uint[] _ring = new uint[64];
    private uint _at;

    public void OnEdge(int pin, bool rising)
    {
        _ring[_at & 63] = ((uint)pin << 1) | (rising ? 1u : 0u);
        _at++;
    }
}
