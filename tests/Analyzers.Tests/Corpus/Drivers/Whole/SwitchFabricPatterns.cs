// information is not the point
[InterruptDriver(VendorId = 0x111D, DeviceId = 0x8061)]
public sealed partial class SwitchFabricPatterns(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly Message?[] _inbox = [new Data(), new Credit(), null];
    private readonly string[] _names = ["up", "down", "test"];
    private Level _level = new(1);
    private int _credits;

    [MsiVector(0)]
    private void OnMessage(in Interrupt irq)
    {
        Message? message = _inbox[irq.Index % 3];
        _credits += message switch
        {
            Data { Length: > 64 and < 128 or 4096 } data when data.Check() => 1, //p:WHEN TH3004 //p:PROPERTY TH2006
            Data { Length: var length } => length, //p:PROPERTY TH2006
            Credit(int amount, _) => amount, //p:POSITIONAL TH2001|TH2012
            { IsPoisoned: true } => 0, //p:BASEPROPERTY TH4001
            null => -1,
            _ => 2,
        };
        switch (_names[irq.Index & 1])
        {
            case "up":
                _level = Raise(_level); //p:RETURN TH2003 //p:CONVERSIONS TH2002
                goto case "test";
            case "down":
                _level = _credits > 3 ? _level : 0; //p:CONVERSIONS TH2002
                break;
            case "test":
                _credits = Weigh([_level, 2, 3]); //p:CONVERSIONS TH2002
                break;
        }

        (Level a, int b) = (_credits, _credits); //p:CONVERSIONS TH2002
        _level = a >= b ? a : _level; //p:COMPARISON TH2017
        _bar.Write32(0, (uint)_credits);
    }

#if PLANTED_RETURN
    private static Level Raise(Level level) => level.Value + 1m;
#else
    private static Level Raise(Level level) => level.Value + 1;
#endif

    private static int Weigh(ReadOnlySpan<Level> levels)
    {
        int sum = 0;
        foreach (Level level in levels)
        {
            sum += level.Value;
        }

        return sum;
    }

    private readonly struct Pair
    {
        public readonly int First;
    }

    private readonly struct Level(int value)
    {
        private readonly Pair _pair = default;

        public int Value => value;

#if PLANTED_CONVERSIONS
        public static implicit operator Level(int value) => new(new int[value & 7].Length);
#else
        public static implicit operator Level(int value) => new(value);
#endif

        public static implicit operator Level(decimal value) => new(((IConvertible)value).GetTypeCode() == TypeCode.Decimal ? 1 : 0);

#if PLANTED_COMPARISON
        public static bool operator >=(Level left, int right) => EqualityComparer<Pair>.Default.Equals(left._pair, default) || left.Value >= right;
#else
        public static bool operator >=(Level left, int right) => left.Value >= right;
#endif

        public static bool operator <=(Level left, int right) => left.Value <= right;
    }

    private abstract class Message
    {
#if PLANTED_BASEPROPERTY
        public bool IsPoisoned => this is Data ? throw new NotSupportedException() : false;
#else
        public bool IsPoisoned => this is Data;
#endif
    }

    private sealed class Data : Message
    {
        private readonly Task<int> _crc = Task.FromResult(3);

#if PLANTED_PROPERTY
        public int Length => _crc.Id.ToString().Length;
#else
        public int Length => 64;
#endif

#if PLANTED_WHEN
        public bool Check() => _crc.Result == 3;
#else
        public bool Check() => _crc.IsCompletedSuccessfully && _crc.Result == 3;
#endif
    }

    private sealed class Credit : Message
    {
        private readonly SortedSet<int> _seen = [];

        public void Deconstruct(out int amount, out bool isFinal)
        {
#if PLANTED_POSITIONAL
            isFinal = _seen.Add(3);
#else
            isFinal = _seen.Count > 3;
#endif
            amount = 1;
        }
    }
}
