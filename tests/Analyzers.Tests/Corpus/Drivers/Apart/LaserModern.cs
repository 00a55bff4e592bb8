// needs C# 14
// information is not the point
using Optics;

[InterruptDriver(VendorId = 0x1AB8, DeviceId = 0x4005)]
public sealed partial class LaserModern
{
    private readonly Bar _bar;
    private readonly Power _power = new();
    private readonly Mirror _mirror = new(16);
    private Shot? _shot;
    private int _faults;

    public LaserModern(PciDevice device)
    {
        _bar = device.GetBar(0);
        Fault += static code => Ledger.Add(code);
    }

    public int Level
    {
        get => Volatile.Read(ref field);
#if PLANTED_FIELD
        private set => Volatile.Write(ref field, value.ToString().Length);
#else
        private set => Volatile.Write(ref field, value);
#endif
    }

    private partial event Action<int> Fault;

    [MsiVector(0)]
    private void OnShot(in Interrupt irq)
    {
        Power power = _power;
        power += _bar.Read32(0x10); //p:COMPOUND TH2012
        Level = power.Percent; //p:EXTENSION TH3003 //p:FIELD TH2006
        _shot?.Energy = irq.Status; //p:CONDITIONAL TH3001
        _mirror[0] = _mirror.Turned(2); //p:PARTIALINDEXER TH4001 //p:LIBRARYEXTENSION TH6005
        if (power > 90u) //p:EXTENSIONOPERATOR TH2003
        {
            Report(irq.Vector); //p:PARTIALEVENT TH3006
        }

        Span<byte> raw = stackalloc byte[8];
        raw.Write(irq.Status); //p:SPANEXTENSION TH2002
    }

    private void Report(int code)
    {
        _faults++;
        _handlers?.Invoke(code);
    }

    private Action<int>? _handlers;

    private partial event Action<int> Fault
    {
        add => _handlers += value;
        remove => _handlers -= value;
    }

    private sealed partial class Shot
    {
        private readonly object _gate = new();

        public ulong Energy
        {
            get;
            set
            {
#if PLANTED_CONDITIONAL
                lock (_gate)
                {
                    field = value;
                }
#else
                field = value;
#endif
            }
        }
    }
}

internal static class Ledger
{
    private static readonly int[] s_codes = new int[16];

    public static void Add(int code)
    {
        s_codes[code & 15]++;
#if PLANTED_PARTIALEVENT
        Console.Beep();
#endif
    }
}

internal sealed class Power
{
    private readonly List<uint> _history = new(64);
    public uint Sum;

    public void operator +=(uint more)
    {
        Sum += more;
#if PLANTED_COMPOUND
        _history.Add(more);
#else
        Sum += (uint)_history.Count;
#endif
    }
}

internal static class PowerExtensions
{
    extension(Power power)
    {
        public int Percent => power.Scale();

#if PLANTED_EXTENSIONOPERATOR
        public static bool operator >(Power left, uint right) => Comparer<object>.Default.Compare(left.Sum, right) > 0;
#else
        public static bool operator >(Power left, uint right) => left.Sum > right;
#endif

        public static bool operator <(Power left, uint right) => left.Sum < right;

        private int Scale()
        {
#if PLANTED_EXTENSION
            Thread.Sleep(0);
#endif
            return (int)(power.Sum % 101);
        }
    }

    extension(Span<byte> bytes)
    {
#if PLANTED_SPANEXTENSION
        public void Write(ulong value) => BitConverter.GetBytes(value).CopyTo(bytes);
#else
        public void Write(ulong value) => BitConverter.TryWriteBytes(bytes, value);
#endif
    }
}

internal sealed partial class Mirror
{
    private readonly int[] _angles;

    public partial Mirror(int count);

    public partial int this[int index] { get; set; }
}

//--- source
using Optics;

internal sealed partial class Mirror
{
    public partial Mirror(int count) => _angles = new int[count];

    public partial int this[int index]
    {
        get => _angles[index];
#if PLANTED_PARTIALINDEXER
        set => _angles[index] = value < 360 ? value : throw new ArgumentException("angle");
#else
        set => _angles[index] = value < 360 ? value : 0;
#endif
    }
}

internal static class MirrorExtensions
{
    extension(Mirror mirror)
    {
#if PLANTED_LIBRARYEXTENSION
        public int Turned(int by) => mirror[0].Degrees + by;
#else
        public int Turned(int by) => mirror[0].Radians + by;
#endif
    }
}

//--- library
namespace Optics;

public static class Angles
{
    extension(int angle)
    {
        public int Degrees => angle;

        [InterruptSafe]
        public int Radians => angle / 57;
    }
}
