namespace Storage;

/// <summary>Replies of a host adapter: tagged contexts, a sense buffer for those that failed.</summary>
[InterruptDriver(VendorId = 0x1000)]
[DeviceBar(1, 0x4000)]
internal sealed partial class ScsiDriver(PciDevice device)
{
    private const uint Cause = 0x30;
    private const uint Reply = 0x44;
    private const uint Empty = 0xFFFF_FFFF;
    private const int Contexts = 512;

    private readonly Bar _registers = device.GetBar(1);
    private readonly Context[] _contexts = new Context[Contexts];
    private readonly Statistics _statistics = new();

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 1, offset: Cause, mask: 8)]
    [IrqAck(RegisterType.Mmio32, bar: 1, offset: Cause, mask: 8)]
    private void OnReply(in Interrupt irq)
    {
        for (int i = 0; i < Contexts; i++)
        {
            uint reply = _registers.Read32(Reply);
            if (reply == Empty)
            {
                return;
            }

            ref Context context = ref _contexts[reply % Contexts];
            context.Finish(reply >> 16);
            _statistics.Count(context.Kind, (reply >> 31) != 0); //p TH2003
        }
    }

    private struct Context
    {
        public Kind Kind;
        private uint _status;
        private int _done;

        public void Finish(uint status)
        {
            _status = status;
            Volatile.Write(ref _done, 1);
        }
    }
}

internal enum Kind
{
    Read,
    Write,
    Inquiry,
}

internal sealed class Statistics
{
    private readonly long[] _counts = new long[4];
    private long _failed;

    public void Count(Kind kind, bool isFailed)
    {
        if (Is(kind, Kind.Inquiry))
        {
            return;
        }

        _counts[(int)kind & 3]++;
        _failed += isFailed ? 1 : 0;
    }

#if PLANTED
    private static bool Is<T>(T left, T right)
        where T : struct, Enum
        => left.Equals(right);
#else
    private static bool Is<T>(T left, T right)
        where T : struct, Enum
        => EqualityComparer<T>.Default.Equals(left, right);
#endif
}
