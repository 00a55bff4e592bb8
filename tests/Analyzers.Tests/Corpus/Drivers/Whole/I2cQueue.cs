// information is not the point
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x9D61)]
public sealed partial class I2cQueue
{
    private readonly Bar _bar;
    private readonly Master _master;
    private readonly Op[] _ops;
    private readonly Bus _bus;
    private int _failed;

    public I2cQueue(PciDevice device)
    {
        _bar = device.GetBar(0);
        _ops = [new Op { Run = Start, Cost = 1 }, new Op { Run = Stop, Cost = 2 }];
        _master = new Master { Policy = new Patient(), Name = "i2c-0" };
        _master.Attach(OnTransferred, this);
        _bus = new Bus(_master);
        _bus.Nack += OnNack;
    }

    public int Failed => Volatile.Read(ref _failed);

    [MsiVector(0)]
    private void OnBus(in Interrupt irq)
    {
        uint status = _bar.Read32(0x2C);
        _ops[status & 1].Run(this, status); //p:STRUCTFIELD TH2006
        _bus.Advance(status); //p:ATTACHED TH3001 //p:NACK TH2003 //p:POLICY TH3003 //p:NAME TH2006
    }

    private static void Start(I2cQueue queue, uint status) => queue._bar.Write32(0, status);

#if PLANTED_STRUCTFIELD
    private static void Stop(I2cQueue queue, uint status) => queue._bar.Write32(4, (uint)status.ToString().Length);
#else
    private static void Stop(I2cQueue queue, uint status) => queue._bar.Write32(4, status);
#endif

    private static void OnTransferred(object state, int bytes)
    {
#if PLANTED_ATTACHED
        lock (state)
        {
            ((I2cQueue)state)._bar.Write32(8, (uint)bytes);
        }
#else
        ((I2cQueue)state)._bar.Write32(8, (uint)bytes);
#endif
    }

    private void OnNack(int address)
    {
        Interlocked.Increment(ref _failed);
#if PLANTED_NACK
        _lastNack = address;
#endif
    }

#if PLANTED_NACK
    private object? _lastNack;
#endif

    private struct Op
    {
        public Action<I2cQueue, uint> Run;
        public int Cost;
    }

    private interface IPolicy
    {
        bool Retries(int attempt);
    }

    private sealed class Patient : IPolicy
    {
        public bool Retries(int attempt)
        {
#if PLANTED_POLICY
            Thread.Sleep(attempt);
#endif
            return attempt < 3;
        }
    }

    private sealed class Master
    {
        private Action<object, int>? _done;
        private object _state = new();
        private int _attempt;

        public required IPolicy Policy { get; init; }

        public required string Name { get; init; }

        internal void Attach(Action<object, int> done, object state)
        {
            _done = done;
            _state = state;
        }

        public bool Finish(int bytes)
        {
            _done?.Invoke(_state, bytes);
            return Policy.Retries(_attempt++);
        }

#if PLANTED_NAME
        public bool IsNamed => Name.Substring(1).Length > 2;
#else
        public bool IsNamed => Name.AsSpan(1).Length > 2;
#endif
    }

    private sealed class Bus(Master master)
    {
        internal event Action<int>? Nack;

        public void Advance(uint status)
        {
            if (master.IsNamed && master.Finish((int)(status & 0xFF)) && (status & 0x100) != 0)
            {
                Nack?.Invoke((int)(status >> 9) & 0x7F);
            }
        }
    }
}
