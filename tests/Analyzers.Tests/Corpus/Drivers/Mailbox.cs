namespace Accelerator;

using System.Collections.Concurrent;

/// <summary>Messages of an accelerator's firmware: requests are matched to replies, events go to a queue.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x1000)]
internal sealed partial class MailboxDriver(PciDevice device)
{
    private const uint Cause = 0x00;
    private const uint Header = 0x10;
    private const uint Payload = 0x14;

    private readonly Bar _registers = device.GetBar(0);
    private readonly EventQueue _events = new();
    private readonly uint[] _replies = new uint[32];
    private readonly int[] _arrived = new int[32];

    public bool TryTake(int tag, out uint reply)
    {
        bool hasArrived = Interlocked.Exchange(ref _arrived[tag], 0) != 0;
        reply = hasArrived ? _replies[tag] : 0;
        return hasArrived;
    }

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1, After = true)]
    private void OnMessage(in Interrupt irq)
    {
        uint header = _registers.Read32(Header);
        uint payload = _registers.Read32(Payload);
        if ((header & 0x8000_0000) != 0)
        {
            int tag = (int)header & 31;
            Volatile.Write(ref _replies[tag], payload);
            Volatile.Write(ref _arrived[tag], 1);
        }
        else
        {
            _events.Add(header, payload); //p TH2012
        }
    }
}

internal sealed class EventQueue
{
#if PLANTED
    private readonly ConcurrentQueue<ulong> _events = new();

    public void Add(uint header, uint payload) => _events.Enqueue(((ulong)header << 32) | payload);

    public bool TryTake(out ulong message) => _events.TryDequeue(out message);
#else
    private readonly ulong[] _events = new ulong[64];
    private uint _written;
    private uint _read;

    public void Add(uint header, uint payload)
    {
        uint written = _written;
        if (written - Volatile.Read(ref _read) < (uint)_events.Length)
        {
            Volatile.Write(ref _events[written & 63], ((ulong)header << 32) | payload);
            Volatile.Write(ref _written, written + 1);
        }
    }

    public bool TryTake(out ulong message)
    {
        uint read = Volatile.Read(ref _read);
        if (read == Volatile.Read(ref _written))
        {
            message = 0;
            return false;
        }

        message = Volatile.Read(ref _events[read & 63]);
        Volatile.Write(ref _read, read + 1);
        return true;
    }
#endif
}
