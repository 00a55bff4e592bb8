namespace Motion;

/// <summary>Positions of quadrature encoders; a move is looked up by axis and direction.</summary>
[InterruptDriver(VendorId = 0x1331)]
[DeviceBar(0, 0x100)]
internal sealed partial class EncoderDriver(PciDevice device)
{
    private const uint Latched = 0x10;
    private const uint Counter = 0x20;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Dictionary<Move, int> _limits = new();
    private readonly int[] _positions = new int[4];
    private int _atLimit;

    public int AtLimit => Volatile.Read(ref _atLimit);

    public int Position(int axis) => Volatile.Read(ref _positions[axis]);

    [MsiVector(0, Count = 4)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Latched, mask: 0xF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Latched, mask: 0xF, Clear = IrqClear.Echo)]
    private void OnIndex(in Interrupt irq)
    {
        int axis = irq.Index;
        int position = (int)_registers.Read32(Counter + ((uint)axis * 4));
        int moved = position - _positions[axis];
        Volatile.Write(ref _positions[axis], position);
        if (moved != 0 && IsBeyond(new Move(axis, moved > 0), position)) //p TH2017
        {
            Volatile.Write(ref _atLimit, _atLimit | (1 << axis));
        }
    }

    private bool IsBeyond(Move move, int position)
        => _limits.TryGetValue(move, out int limit) && (move.IsForward ? position > limit : position < limit);
}

#if PLANTED
internal readonly struct Move(int axis, bool isForward)
{
    public int Axis { get; } = axis;

    public bool IsForward { get; } = isForward;
}
#else
internal readonly record struct Move(int Axis, bool IsForward);
#endif
