/// <summary>Storage controller: completions by slot, errors as short records for the log.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x1000)]
[DeviceBar(1, 0x4000)]
internal sealed partial class StorageLog(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(1);
    private readonly Request[] _requests = new Request[64];
    private readonly ErrorLog _log = new();

    public ErrorRecord? LastError => _log.Last;

    public bool TryTake(int slot, out uint moved)
    {
        moved = 0;
        if (Volatile.Read(ref _requests[slot].State) != 2)
        {
            return false;
        }

        moved = _requests[slot].Moved;
        Volatile.Write(ref _requests[slot].State, 0);
        return true;
    }

    [MsiVector(0)]
    private void OnCompletion(in Interrupt irq)
    {
        uint fetched = _registers.Read32(0x30);
        for (int budget = _requests.Length; fetched != uint.MaxValue && budget > 0; budget--)
        {
            ref Request request = ref _requests[fetched & 63];
            request.Moved = _registers.Read32(0x34);
            Volatile.Write(ref request.State, 2);
            if ((fetched & 0x8000_0000) != 0)
            {
                _log.Add((byte)fetched, irq.Timestamp); //p TH2001
            }

            fetched = _registers.Read32(0x30);
        }
    }

    private struct Request
    {
        public uint Moved;
        public int State;
    }
}

#if PLANTED
internal record ErrorRecord(byte Slot, long Time, int Repeats);

internal sealed class ErrorLog
{
    private ErrorRecord _last = new(0, 0, 0);

    public ErrorRecord? Last => Volatile.Read(ref _last);

    public void Add(byte slot, long time) => Volatile.Write(ref _last, _last with { Slot = slot, Time = time });
}
#else
internal readonly record struct ErrorRecord(byte Slot, int Repeats);

internal sealed class ErrorLog
{
    private ulong _last;

    public ErrorRecord? Last => Volatile.Read(ref _last) is > 0 and var bits ? new ErrorRecord((byte)bits, (int)(bits >> 8)) : null;

    public void Add(byte slot, long time) => Volatile.Write(ref _last, slot | (((_last >> 8) + 1) << 8));
}
#endif
