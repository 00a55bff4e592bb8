/// <summary>Fences of a graphics card: waiters are completed in order. Nothing is wrong here.</summary>
[InterruptDriver(VendorId = 0x1002)]
[DeviceBar(5, 0x1000)]
internal sealed partial class FenceClean(PciDevice device)
{
    private const uint Mask = 63;
    private readonly Bar _registers = device.GetBar(5);
    private readonly Waiter?[] _waiters = new Waiter?[Mask + 1];
    private uint _first;
    private uint _end;

    public bool TryWait(Waiter waiter)
    {
        uint end = _end;
        if (end - Volatile.Read(ref _first) > Mask)
        {
            return false;
        }

        _waiters[end & Mask] = waiter;
        Volatile.Write(ref _end, end + 1);
        return true;
    }

    [MsiVector(0)]
    private void OnFence(in Interrupt irq)
    {
        uint reached = _registers.Read32(0x40);
        uint end = Volatile.Read(ref _end);
        uint first = _first;
        for (; first != end; first++)
        {
            Waiter? waiter = Volatile.Read(ref _waiters[first & Mask]);
            if (waiter is null || !waiter.TryReach(reached))
            {
                break;
            }

            Volatile.Write(ref _waiters[first & Mask], null);
        }

        Volatile.Write(ref _first, first);
        if (first != end && _waiters[first & Mask] is { Value: var next })
        {
            _registers.Write32(0x44, next);
        }
    }
}

internal sealed class Waiter(uint value)
{
    private int _reached;

    public uint Value => value;

    public bool IsReached => Volatile.Read(ref _reached) != 0;

    public bool TryReach(uint reached)
    {
        if (unchecked((int)(reached - value)) < 0)
        {
            return false;
        }

        Volatile.Write(ref _reached, 1);
        return true;
    }
}
