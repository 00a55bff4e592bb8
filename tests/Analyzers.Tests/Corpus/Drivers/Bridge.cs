namespace Industrial;

/// <summary>Telegrams of a field bus bridge: a parser that is fed byte by byte and keeps its state.</summary>
[InterruptDriver(VendorId = 0x15EC)]
[DeviceBar(0, 0x200)]
internal sealed partial class BridgeDriver(PciDevice device)
{
    private const uint Level = 0x04;
    private const uint Data = 0x08;

    private readonly Bar _registers = device.GetBar(0);
    private readonly TelegramParser _parser = new();
    private long _telegrams;
    private long _bad;

    public long Telegrams => Interlocked.Read(ref _telegrams);

    public long Bad => Interlocked.Read(ref _bad);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Level, mask: 0xFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Level, mask: 0xFF, Clear = IrqClear.AtSource)]
    private void OnBytes(in Interrupt irq)
    {
        for (int left = (int)irq.Status & 0xFF; left > 0; left--)
        {
            switch (_parser.Feed(_registers.Read8(Data))) //p TH4001
            {
                case ParserResult.Telegram:
                    Interlocked.Increment(ref _telegrams);
                    break;
                case ParserResult.Bad:
                    Interlocked.Increment(ref _bad);
                    break;
                case ParserResult.More:
                default:
                    break;
            }
        }
    }
}

internal enum ParserResult
{
    More,
    Telegram,
    Bad,
}

internal sealed class TelegramParser
{
    private readonly byte[] _bytes = new byte[256];
    private State _state;
    private int _length;
    private int _at;
    private byte _sum;

    private enum State
    {
        Start,
        Length,
        Body,
        Sum,
    }

    public ParserResult Feed(byte value)
    {
        switch (_state)
        {
            case State.Start:
                _state = value == 0x68 ? State.Length : State.Start;
                return ParserResult.More;
            case State.Length:
                (_length, _at, _sum, _state) = (value, 0, 0, State.Body);
                return ParserResult.More;
            case State.Body:
                _bytes[_at++] = value;
                _sum += value;
                _state = _at < _length ? State.Body : State.Sum;
                return ParserResult.More;
            case State.Sum:
                _state = State.Start;
                return value == _sum ? ParserResult.Telegram : ParserResult.Bad;
            default:
#if PLANTED
                throw new InvalidOperationException("no such state");
#else
                _state = State.Start;
                return ParserResult.Bad;
#endif
        }
    }
}
