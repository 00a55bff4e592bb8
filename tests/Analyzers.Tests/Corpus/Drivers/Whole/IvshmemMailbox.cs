// information is not the point
using System.Runtime.InteropServices;

[InterruptDriver(VendorId = 0x1AF4, DeviceId = 0x1110)]
public sealed partial class IvshmemMailbox
{
    private readonly Bar _doorbell;
    private readonly Bar _memory;
    private readonly Dictionary<int, Peer> _peers = new(16);
    private readonly MessageRing _inbox;
    private readonly AutoResetEvent _wake = new(false);
    private long _lost;

    public IvshmemMailbox(PciDevice device)
    {
        _doorbell = device.GetBar(0);
        _memory = device.GetBar(2);
        _inbox = new MessageRing(256);
        for (int id = 0; id < 16; id++)
        {
            _peers[id] = new Peer(id);
        }
    }

    public void Serve(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _wake.WaitOne();
            while (_inbox.TryTake(out Message message))
            {
                Console.WriteLine(message);
            }
        }
    }

    [MsiVector(0)]
    private void OnDoorbell(in Interrupt irq)
    {
        uint head = _memory.Read32(0) % 256;
        uint tail = _memory.Read32(4) % 256;
        for (; tail != head; tail = (tail + 1) % 256)
        {
            var message = Message.Read(_memory, 64 + (tail * 16)); //p:FACTORY TH2001
            if (!_peers.TryGetValue(message.Sender, out Peer? peer) || !peer.Admit(in message)) //p:KEY TH2017 //p:CLOSURE TH2004
            {
                _lost++;
                continue;
            }

            if (!_inbox.TryAdd(message)) //p:INIT TH2002
            {
                _lost++;
            }
        }

        _memory.Write32(4, tail);
        _wake.Set();
        Acknowledge(); //p:PARTIAL TH3010
    }

    partial void Acknowledge();

    private readonly record struct Message(int Sender, int Kind, ulong Payload)
    {
#if PLANTED_FACTORY
        public static Message Read(Bar bar, ulong at) => Parse(new Cursor { Bar = bar, At = at });
#else
        public static Message Read(Bar bar, ulong at)
        {
            Cursor cursor = new() { Bar = bar, At = at };
            return Parse(cursor);
        }
#endif

        private static Message Parse(Cursor cursor) => new((int)cursor.Next(), (int)cursor.Next(), cursor.Next() | (ulong)cursor.Next() << 32);
    }

#if PLANTED_FACTORY
    private sealed class Cursor
#else
    private struct Cursor
#endif
    {
        public Bar Bar;
        public ulong At;

        public uint Next()
        {
            uint value = Bar.Read32(At);
            At += 4;
            return value;
        }
    }

    private struct Kind
    {
        public int Value;
    }

    private sealed class Peer(int id)
    {
        private readonly Kind[] _allowed = new Kind[4];
        private readonly HashSet<Kind> _kinds = [new Kind { Value = id }];

        public bool Admit(in Message message)
        {
#if PLANTED_KEY
            return _kinds.Contains(new Kind { Value = message.Kind });
#elif PLANTED_CLOSURE
            int kind = message.Kind;
            return Array.Exists(_allowed, allowed => allowed.Value == kind);
#else
            foreach (Kind kind in _allowed)
            {
                if (kind.Value == message.Kind)
                {
                    return true;
                }
            }

            return false;
#endif
        }
    }

    private sealed class MessageRing(int size)
    {
        private readonly Message[] _items = new Message[size];
        private uint _head;
        private uint _tail;

        public bool TryAdd(Message message)
        {
            uint tail = _tail;
            if (tail - Volatile.Read(ref _head) == (uint)_items.Length)
            {
                return false;
            }

            _items[tail % (uint)_items.Length] = Stamp(message);
            Volatile.Write(ref _tail, tail + 1);
            return true;
        }

        public bool TryTake(out Message message)
        {
            uint head = _head;
            message = default;
            if (head == Volatile.Read(ref _tail))
            {
                return false;
            }

            message = _items[head % (uint)_items.Length];
            Volatile.Write(ref _head, head + 1);
            return true;
        }

        private static Message Stamp(Message message) => new Stamped { Message = message }.Message;
    }

    private struct Stamped
    {
#if PLANTED_INIT
        private readonly byte[] _room = new byte[8];
#endif

        public Stamped()
        {
        }

        public Message Message { get; init; }
    }
}

//--- source
public sealed partial class IvshmemMailbox
{
    partial void Acknowledge()
    {
#if PLANTED_PARTIAL
        _device.WriteConfig16(4, 6);
#endif
        _doorbell.Write32(4, 1);
    }

#if PLANTED_PARTIAL
    private readonly PciDevice _device = VfioDevice.Open("0000:00:04.0");
#endif
}
