using System.Buffers.Binary;

/// <summary>Mailboxes of a management controller: commands are decoded and answered.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x1A03, DeviceId = 0x1150)]
[DeviceBar(1, 0x1000)]
public sealed partial class Mailboxes(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(1);
    private readonly byte[] _message = new byte[64];
    private readonly Commands _commands = new();
    private uint _answered;

    public uint Answered => Volatile.Read(ref _answered);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 1, offset: 0x300, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 1, offset: 0x300, mask: 1)]
    private void OnMailbox(in Interrupt irq)
    {
        for (int i = 0; i < _message.Length; i += 4)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(_message.AsSpan(i), _registers.Read32(0x200 + (uint)i));
        }

        Span<byte> answer = stackalloc byte[16];
        int length = _commands.Execute(_message, answer); //p:LINQ TH2001|TH2009|TH2011|TH2004|TH2005 //p:ASYNC TH2010 //p:PARSE TH4002|TH2006 //p:STATIC TH5004
        for (int i = 0; i < length; i++)
        {
            _registers.Write8(0x280 + (uint)i, answer[i]);
        }

        Volatile.Write(ref _answered, _answered + 1);
    }
}

internal sealed class Commands
{
    private readonly uint[] _values = new uint[32];
#if PLANTED_STATIC
    [ThreadStatic]
    private static uint t_last;
#endif

    public int Execute(ReadOnlySpan<byte> message, Span<byte> answer)
    {
        if (message is not [var code, var length, .. var rest] || length > rest.Length)
        {
            return 0;
        }

        ReadOnlySpan<byte> payload = rest[..length];
        return code switch
        {
            0x01 => Read(payload, answer),
            0x02 when payload.Length >= 5 => Write(payload, answer),
            0x03 => Total(answer),
            _ => Refuse(code, answer),
        };
    }

    private int Read(ReadOnlySpan<byte> payload, Span<byte> answer)
    {
        BinaryPrimitives.WriteUInt32BigEndian(answer, _values[payload[0] & 31]);
        return 4;
    }

    private int Write(ReadOnlySpan<byte> payload, Span<byte> answer)
    {
        uint value = BinaryPrimitives.ReadUInt32BigEndian(payload[1..]);
#if PLANTED_STATIC
        t_last = value;
#endif
        _values[payload[0] & 31] = value;
        answer[0] = 0;
        return 1;
    }

    private int Total(Span<byte> answer)
    {
#if PLANTED_LINQ
        uint total = (uint)_values.Where(static v => v != 0).Select(static v => (long)v).Sum();
#else
        uint total = 0;
        foreach (uint value in _values)
        {
            total += value;
        }
#endif
        BinaryPrimitives.WriteUInt32BigEndian(answer, total);
        return 4;
    }

#if PLANTED_ASYNC
    private int Refuse(byte code, Span<byte> answer)
    {
        Task<int> noted = NoteAsync(code);
        answer[0] = 0xFF;
        return noted.IsCompletedSuccessfully ? noted.Result : 1;
    }

    private static async Task<int> NoteAsync(byte code) => code;
#elif PLANTED_PARSE
    private static int Refuse(byte code, Span<byte> answer)
    {
        answer[0] = byte.Parse(code > 9 ? "9" : "0");
        return 1;
    }
#else
    private static int Refuse(byte code, Span<byte> answer)
    {
        answer[0] = (byte)~code;
        return 1;
    }
#endif
}
