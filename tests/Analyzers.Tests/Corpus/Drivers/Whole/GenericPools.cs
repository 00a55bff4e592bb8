// information is not the point
[InterruptDriver(VendorId = 0x1CF7, DeviceId = 0x0001)]
public sealed partial class GenericPools(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly Pool<Token> _tokens = new(16);
    private readonly Pool<Packet> _packets = new(16);
    private readonly Index<Key, int> _index = new(64);
    private readonly Registry<int> _registry = new(8);
    private int _used;

    [MsiVector(0)]
    private void OnToken(in Interrupt irq)
    {
        Token token = _tokens.Take(); //p:SAMEPOOL TH2012
        _used += token.Value;
        if (_index.TryFind(new Key(1, 2), out int at)) //p:EQUALITY TH2017|TH2003 //p:NULLTEST TH2003
        {
            _registry.Set(at, Max<Token>(token, default).Value); //p:COMPARER TH2003
        }
    }

    [MsiVector(1)]
    private void OnPacket(in Interrupt irq)
    {
        Packet packet = _packets.Take(); //p:CLASSPOOL TH2001 //p:SAMEPOOL TH2012
        packet.Length = (int)_bar.Read32(0);
        _packets.Give(packet);
        _used += Describe(packet.Length); //p:TYPETEST TH2003
    }

#if PLANTED_COMPARER
    private static T Max<T>(T left, T right)
        where T : IComparable => left.CompareTo(right) >= 0 ? left : right;
#else
    private static T Max<T>(T left, T right)
        where T : IComparable<T> => left.CompareTo(right) >= 0 ? left : right;
#endif

    private static int Describe<T>(T value)
    {
        if (typeof(T) == typeof(int))
        {
            return Unsafe.As<T, int>(ref value);
        }

#if PLANTED_TYPETEST
        return 0;
    }

    private static int Describe(int value) => Hold(value) is int held ? held : 0;

    private static object Hold<T>(T value)
        where T : notnull => value;
#else
        return 0;
    }
#endif

    private readonly struct Token(int value) : IComparable<Token>, IComparable
    {
        public int Value => value;

        public int CompareTo(Token other) => value - other.Value;

        public int CompareTo(object? other) => other is Token token ? CompareTo(token) : 1;
    }

    private sealed class Packet
    {
        public int Length;
    }

#if PLANTED_EQUALITY
    private readonly struct Key(int bus, int slot)
    {
        public readonly int Bus = bus;
        public readonly int Slot = slot;
    }
#else
    private readonly record struct Key(int Bus, int Slot);
#endif

    private sealed class Pool<T>(int size)
        where T : new()
    {
        private readonly Stack<T> _free = new(size);

        public T Take()
        {
            if (_free.TryPop(out T? free))
            {
                return free;
            }

#if PLANTED_CLASSPOOL
            return new T();
#elif PLANTED_SAMEPOOL
            _free.Push(default!);
            return _free.Peek();
#else
            return Make();
#endif
        }

        public void Give(T item)
        {
            if (_free.Count < 0)
            {
                _free.Clear();
            }
        }

        private static T Make() => typeof(T).IsValueType ? default! : s_spare;

        private static readonly T s_spare = new();
    }

    private sealed class Index<TKey, TValue>(int size)
        where TKey : notnull
    {
        private readonly TKey[] _keys = new TKey[size];
        private readonly TValue[] _values = new TValue[size];

        public bool TryFind(TKey key, out TValue value)
        {
            for (int i = 0; i < _keys.Length; i++)
            {
#if PLANTED_NULLTEST
                if (_keys[i].Equals((object)key))
#else
                if (EqualityComparer<TKey>.Default.Equals(_keys[i], key))
#endif
                {
                    value = _values[i];
                    return true;
                }
            }

            value = default!;
            return false;
        }
    }

    private sealed class Registry<T>(int size)
    {
        private readonly (int Key, T Value)[] _slots = new (int, T)[size];

        public void Set(int slot, T value) => _slots[slot % _slots.Length] = (slot, value);
    }
}
