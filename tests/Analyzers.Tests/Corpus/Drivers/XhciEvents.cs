namespace Usb;

/// <summary>The event ring of a USB host controller: each event goes to the endpoint that it is of.</summary>
[InterruptDriver(VendorId = 0x8086)]
internal sealed unsafe partial class XhciDriver(PciDevice device, nint events, uint runtime)
{
    private const int RingSize = 256;
    private const uint TransferEvent = 32;
    private const uint CommandEvent = 33;
    private const uint PortEvent = 34;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Trb* _events = (Trb*)events;
    private readonly ulong _physical = (ulong)events;
    private readonly uint _runtime = runtime;
    private readonly Endpoint[] _endpoints = [new BulkEndpoint(), new IsochronousEndpoint(), new BulkEndpoint(), new BulkEndpoint()];
    private int _dequeue;
    private uint _cycle = 1;
    private uint _ports;
    private uint _lastCommand;

    [MsiVector(0)]
    private void OnEvents(in Interrupt irq)
    {
        for (int i = 0; i < RingSize; i++)
        {
            ref Trb trb = ref _events[_dequeue];
            if ((Volatile.Read(ref trb.Control) & 1) != _cycle)
            {
                break;
            }

            Dispatch(in trb); //p TH2001
            if (++_dequeue == RingSize)
            {
                _dequeue = 0;
                _cycle ^= 1;
            }
        }

        _registers.Write64(_runtime + 0x38, (_physical + ((ulong)_dequeue * 16)) | 8);
    }

    private void Dispatch(in Trb trb)
    {
        switch ((trb.Control >> 10) & 0x3F)
        {
            case TransferEvent:
                _endpoints[(int)((trb.Control >> 16) & 3)].Complete(trb.Status & 0xFF_FFFF, trb.Status >> 24);
                break;
            case CommandEvent:
                _lastCommand = trb.Status >> 24;
                break;
            case PortEvent:
                _ports |= 1u << (int)((trb.Low >> 24) & 31);
                break;
        }
    }

    private struct Trb
    {
        public uint Low;
        public uint High;
        public uint Status;
        public uint Control;
    }
}

internal abstract class Endpoint
{
    protected long Bytes { get; set; }

    public abstract void Complete(uint residue, uint code);
}

internal sealed class BulkEndpoint : Endpoint
{
    private int _errors;

    public override void Complete(uint residue, uint code)
    {
        if (code is 1 or 13)
        {
            Bytes += residue;
        }
        else
        {
            _errors++;
        }
    }
}

internal sealed class IsochronousEndpoint : Endpoint
{
#if PLANTED
    private Missed? _missed;
#else
    private Missed _missed;
#endif

    public override void Complete(uint residue, uint code)
    {
        if (code == 23)
        {
            _missed = new Missed(residue, code);
        }

        Bytes += residue;
    }
}

#if PLANTED
internal sealed record Missed(uint Residue, uint Code);
#else
internal readonly record struct Missed(uint Residue, uint Code);
#endif
