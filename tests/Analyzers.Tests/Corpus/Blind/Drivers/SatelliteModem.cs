using System.Buffers.Binary;

/// <summary>Satellite modem: transport packets are sorted by stream, continuity is checked, tables go to listeners.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x544D)]
[DeviceBar(0, 0x1000)]
internal sealed unsafe partial class SatelliteModem(PciDevice device, nint memory)
{
    private const int PacketSize = 188;
    private readonly Bar _registers = device.GetBar(0);
    private readonly byte* _buffer = (byte*)memory;
    private readonly Demultiplexer _demultiplexer = new();
    private uint _read;

    internal Demultiplexer Demultiplexer => _demultiplexer;

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0x1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0x1, Clear = IrqClear.Echo)]
    private void OnPackets(in Interrupt irq)
    {
        uint written = _registers.Read32(0x14) & 1023;
        while (_read != written) //p:TAIL TH4004|TH4005
        {
            var packet = new ReadOnlySpan<byte>(_buffer + (_read * PacketSize), PacketSize);
            _demultiplexer.Accept(packet); //p:LISTENER TH6001 //p:SUB TH2013|TH2002 //p:COUNT TH5010 //p:DICT TH2012
            _read = (_read + 1) & 1023;
#if PLANTED_TAIL
            written = _registers.Read32(0x14) & 1023;
#endif
        }
    }
}

internal sealed class Demultiplexer
{
    private readonly StreamState[] _streams = new StreamState[8192];
    private readonly uint[] _sections = new uint[32];
#if PLANTED_DICT
    private readonly Dictionary<int, int> _errors = new();
#endif
#if PLANTED_COUNT
    private long _lost;

    public long Lost => _lost;
#else
    private long _lost;

    public long Lost => Interlocked.Read(ref _lost);
#endif

#if PLANTED_LISTENER
    public Action<int>? Listener { get; set; }
#endif

    public void Accept(ReadOnlySpan<byte> packet)
    {
        if (packet is not [0x47, ..])
        {
            return;
        }

        int stream = BinaryPrimitives.ReadUInt16BigEndian(packet[1..]) & 0x1FFF;
        byte counter = (byte)(packet[3] & 0xF);
        ref StreamState state = ref _streams[stream];
        if (state.IsKnown && ((state.Counter + 1) & 0xF) != counter)
        {
            NoteLost(stream);
        }

        state = new StreamState(true, counter);
        if (stream == 0)
        {
            Section(packet);
        }
    }

    private void NoteLost(int stream)
    {
#if PLANTED_COUNT
        _lost++;
#else
        Interlocked.Increment(ref _lost);
#endif
#if PLANTED_DICT
        _errors[stream] = 1;
#endif
#if PLANTED_LISTENER
        Listener?.Invoke(stream);
#endif
    }

    private void Section(ReadOnlySpan<byte> packet)
    {
#if PLANTED_SUB
        byte[] copy = packet.ToArray();
        ReadOnlySpan<byte> body = copy[5..];
#else
        ReadOnlySpan<byte> body = packet[5..];
#endif
        for (int i = 0; i + 4 <= body.Length && i / 4 < _sections.Length; i += 4)
        {
            _sections[i / 4] = BinaryPrimitives.ReadUInt32BigEndian(body[i..]);
        }
    }

    private readonly record struct StreamState(bool IsKnown, byte Counter);
}
