// information is not the point
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x2922)]
[DeviceBar(5, 0x1000)]
public sealed partial class AhciPorts(PciDevice device)
{
    private readonly Bar _abar = device.GetBar(5);
    private readonly Port[] _ports = [new(0), new(1), new(2), new(3)];
    private readonly ErrorLog _log = new(32);

    public ErrorLog Log => _log;

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 5, offset: 0x8, mask: 0xF)]
    [IrqAck(RegisterType.Mmio32, bar: 5, offset: 0x8, mask: 0xF, Clear = IrqClear.Echo, After = true)]
    private void OnPorts(in Interrupt irq)
    {
        for (ulong pending = irq.Status; pending != 0; pending &= pending - 1)
        {
            Port port = _ports[BitOperations.TrailingZeroCount(pending)];
            PortStatus status = port.Acknowledge(_abar);
            if (status is { Errors.IsFatal: true }) //p:PATTERN TH2006 TH2003
            {
                _log.Append($"port {port.Number} failed with {status.Raw}"); //p:INTERPOLATION TH3001
                port.Restart(_abar); //p:POLL TH4005
            }
            else if (status is (_, > 0)) //p:POSITIONAL TH3009
            {
                port.Finish(~status & port.Issued); //p:LIFTED TH2002
            }
            else if (port is [.., var last] && last != 0) //p:LISTPATTERN TH4001
            {
                port.Slots -= 1;
            }
        }
    }

    private readonly struct PortStatus(uint raw, uint error)
    {
        public uint Raw => raw;

        public PortErrors Errors => new(error);

        public void Deconstruct(out uint status, out uint done)
        {
            status = raw;
            done = Count(raw);
        }

        public static uint? operator ~(PortStatus status) => status.Inverse();

        private uint? Inverse()
        {
#if PLANTED_LIFTED
            return ~raw ^ (uint)new byte[raw & 3].Length;
#else
            return ~raw;
#endif
        }

#if PLANTED_POSITIONAL
        private static uint Count(uint value) => Native.card_popcount(value);
#else
        private static uint Count(uint value) => (uint)BitOperations.PopCount(value);
#endif
    }

    private readonly struct PortErrors(uint error)
    {
#if PLANTED_PATTERN
        public bool IsFatal => Describe(error).Length > 4;

        private static string Describe(uint value) => string.Concat("E", value);
#else
        public bool IsFatal => (error & 0x4000_0000) != 0;
#endif
    }

    private sealed class Port(int number)
    {
        private readonly uint[] _slots = new uint[32];
        private ulong Offset => 0x100 + ((ulong)number * 0x80);

        public int Number => number;

        public uint Issued { get; private set; }

        public int Slots { get; set; } = 32;

        public int Length => _slots.Length;

#if PLANTED_LISTPATTERN
        public uint this[int slot] => slot >= 0 && slot < 31 ? _slots[slot] : throw new IndexOutOfRangeException();
#else
        public uint this[int slot] => slot >= 0 && slot < 31 ? _slots[slot] : 0;
#endif

        public PortStatus Acknowledge(Bar bar)
        {
            uint status = bar.Read32(Offset + 0x10);
            bar.Write32(Offset + 0x10, status);
            return new PortStatus(status, bar.Read32(Offset + 0x30));
        }

        public void Finish(uint? done)
        {
            Issued &= ~(done ?? 0);
        }

        public void Restart(Bar bar)
        {
            bar.Write32(Offset + 0x18, 0);
#if PLANTED_POLL
            while ((bar.Read32(Offset + 0x18) & 0x8000) != 0)
            {
                Thread.SpinWait(4);
            }
#else
            for (int i = 0; i < 100 && (bar.Read32(Offset + 0x18) & 0x8000) != 0; i++)
            {
            }
#endif
            bar.Write32(Offset + 0x18, 1);
        }
    }

    private static unsafe class Native
    {
        [System.Runtime.InteropServices.DllImport("card")]
        public static extern uint card_popcount(uint value);
    }
}

/// <summary>The last errors, as numbers: texts are made by who reads.</summary>
public sealed class ErrorLog(int size)
{
    private readonly long[] _entries = new long[size];
    private int _next;

    public int Count => Volatile.Read(ref _next);

    public void Append([InterpolatedStringHandlerArgument("")] Entry entry)
    {
        Volatile.Write(ref _entries[_next % _entries.Length], entry.Value);
        Volatile.Write(ref _next, _next + 1);
    }

    [InterpolatedStringHandler]
    public ref struct Entry(int literals, int holes, ErrorLog log)
    {
        public long Value { get; private set; }

        public readonly void AppendLiteral(string text)
        {
#if PLANTED_INTERPOLATION
            Monitor.Enter(log);
            Monitor.Exit(log);
#endif
        }

        public void AppendFormatted<T>(T value)
            where T : System.Numerics.INumber<T> => Value = (Value << 32) | long.CreateTruncating(value) | (uint)(literals + holes + log._entries.Length) * 0L;
    }
}

//--- source
global using System.Numerics;
