// information is not the point
using System.Runtime.InteropServices;

[InterruptDriver(VendorId = 0x10B5, DeviceId = 0x8606)]
public sealed partial class BridgeRaces : BridgeBase
{
    private readonly Bar _bar;
    private readonly PortState[] _ports = new PortState[4];
    private readonly Window _window = new();
    private Totals _totals;
    private int _level;
    private int _low;
    private int _high;
    private uint _flags;
    private int _toggled;
    private long _wide;

    public BridgeRaces(PciDevice device)
    {
        _bar = device.GetBar(0);
        for (int i = 0; i < 4; i++)
        {
            _ports[i] = new PortState();
        }
    }

#if PLANTED_OUT
    public int Level => _level;
#endif

#if PLANTED_TUPLE
    public int High => _high;
#endif

#if PLANTED_OR
    public bool HasFailed => (_flags & 1) != 0;
#else
    public bool HasFailed => (Volatile.Read(ref _flags) & 1) != 0;
#endif

#if PLANTED_STRUCT
    public long Frames => _totals.Frames;
#else
    public long Frames => Volatile.Read(ref _totals.Frames);
#endif

#if PLANTED_BASEFIELD
    public int Errors => ErrorCount;
#else
    public int Errors => Volatile.Read(ref ErrorCount);
#endif

#if PLANTED_REFLOCAL
    public int Toggled => _toggled;
#endif

#if PLANTED_TORN
    public void Clear() => _wide = 0;
#else
    public void Clear() => Interlocked.Exchange(ref _wide, 0);
#endif

#if PLANTED_ELEMENTFIELD
    public int StateOf(int port) => _ports[port].State;
#else
    public int StateOf(int port) => Volatile.Read(ref _ports[port].State);
#endif

#if PLANTED_STATICAUTO
    public static int Instances { get; private set; }
#endif

    [MsiVector(0)]
    private void OnBridge(in Interrupt irq)
    {
        Read(out _level); //p:OUT TH5010
        (_low, _high) = (_level, _level + 1); //p:TUPLE TH5010
        Volatile.Write(ref _flags, _flags | 1); //p:OR TH5010
        _totals.Frames++; //p:STRUCT TH5010
        ErrorCount++; //p:BASEFIELD TH5010
        ref int toggled = ref _toggled;
        toggled ^= 1; //p:REFLOCAL TH5010
        Interlocked.Add(ref _wide, irq.Signals); //p:TORN TH5010
        PortState state = _ports[irq.Vector & 3];
        Volatile.Write(ref state.State, _low); //p:ELEMENTFIELD TH5010
        _window.Open(_high); //p:LOCALFUNCTION TH5010
#if PLANTED_STATICAUTO
        Instances++; //! TH5010
#endif
    }

    private void Read(out int level) => level = (int)_bar.Read32(0x60);

    public void Watch()
    {
#if PLANTED_LOCALFUNCTION
        new Thread(Print).Start();

        void Print() => Console.WriteLine(_window.Base);
#else
        new Thread(Print).Start();

        void Print() => Console.WriteLine(Volatile.Read(ref _window.Base));
#endif
    }

    private struct Totals
    {
        public long Frames;
    }

    private sealed class PortState
    {
        public int State;
    }

    private sealed class Window
    {
        public int Base;

        public void Open(int at) => Base = at;
    }
}

public abstract class BridgeBase
{
    private protected int ErrorCount;
}
