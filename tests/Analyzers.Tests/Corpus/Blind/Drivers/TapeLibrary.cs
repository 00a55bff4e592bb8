/// <summary>Tape library: commands of a robot, a queue of moves, an inventory that others look at.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x1590)]
[DeviceBar(0, 0x200)]
public sealed partial class TapeLibrary(PciDevice device)
{
    private readonly Robot _robot = new(device.GetBar(0));
    private readonly Inventory _inventory = new(128);
    private readonly Moves _moves = new();

    public int SlotOf(int tape) => _inventory.SlotOf(tape);

    public bool TryMove(int tape, int slot) => _moves.TryAdd(new Move(tape, slot));

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x8, mask: 0x3)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x8, mask: 0x3, Clear = IrqClear.Echo)]
    private void OnRobot(in Interrupt irq)
    {
        if ((irq.Status & 2) != 0)
        {
            _robot.Recover(); //p:SLEEP TH3003 //p:POLL TH4005 //p:THROW TH4001 TH4001|TH4002
            return;
        }

        if (_robot.Finished is { } move)
        {
            _inventory.Put(move.Tape, move.Slot); //p:RACE TH5010 //p:BOX TH2003
        }

        if (_moves.TryTake(out Move next))
        {
            _robot.Start(next); //p:CLOSURE TH2004
        }
    }
}

internal readonly record struct Move(int Tape, int Slot);

internal sealed class Robot(Bar registers)
{
    private Move? _current;
#if PLANTED_CLOSURE
    private Func<int, bool>? _isReached;
#endif

    public Move? Finished => (registers.Read32(0x10) & 1) != 0 ? _current : null;

    public void Start(Move move)
    {
        _current = move;
        registers.Write32(0x14, ((uint)move.Tape << 16) | (ushort)move.Slot);
#if PLANTED_CLOSURE
        _isReached = slot => slot == move.Slot;
#endif
    }

    public void Recover()
    {
        registers.Write32(0x18, 1);
#if PLANTED_SLEEP
        Settle(TimeSpan.FromMilliseconds(1));
#elif PLANTED_POLL
        uint status;
        do
        {
            status = registers.Read32(0x1C);
        }
        while ((status & 0x80) != 0);
#elif PLANTED_THROW
        uint code = registers.Read32(0x1C);
        Check(code is not 0xFFFF_FFFF, code);
#endif
        _current = null;
    }

#if PLANTED_SLEEP
    private static void Settle(TimeSpan time) => Thread.Sleep(time);
#elif PLANTED_THROW
    private static void Check(bool isGood, uint code)
    {
        if (!isGood)
        {
            throw new InvalidOperationException($"The robot says {code:X}.");
        }
    }
#endif
}

internal sealed class Inventory(int capacity)
{
    private readonly int[] _slots = new int[capacity];
#if PLANTED_RACE
    private int _moved;

    public int SlotOf(int tape) => _moved > 0 ? Volatile.Read(ref _slots[tape]) : -1;

    public void Put(int tape, int slot)
    {
        Volatile.Write(ref _slots[tape % _slots.Length], slot);
        _moved++;
    }
#elif PLANTED_BOX
    private object? _last;

    public object? Last => Volatile.Read(ref _last);

    public int SlotOf(int tape) => Volatile.Read(ref _slots[tape]);

    public void Put(int tape, int slot)
    {
        Volatile.Write(ref _slots[tape % _slots.Length], slot);
        Volatile.Write(ref _last, (tape, slot));
    }
#else
    public int SlotOf(int tape) => Volatile.Read(ref _slots[tape]);

    public void Put(int tape, int slot) => Volatile.Write(ref _slots[tape % _slots.Length], slot);
#endif
}

internal sealed class Moves
{
    private readonly Move[] _moves = new Move[16];
    private int _head;
    private int _tail;

    public bool TryAdd(Move move)
    {
        int tail = _tail;
        int next = (tail + 1) & 15;
        if (next == Volatile.Read(ref _head))
        {
            return false;
        }

        _moves[tail] = move;
        Volatile.Write(ref _tail, next);
        return true;
    }

    public bool TryTake(out Move move)
    {
        int head = _head;
        if (head == Volatile.Read(ref _tail))
        {
            move = default;
            return false;
        }

        move = _moves[head];
        Volatile.Write(ref _head, (head + 1) & 15);
        return true;
    }
}
