// A driver over a vendor's base class, of a fifth batch.
// information is not the point
using Vendor.Core;

[InterruptDriver]
public sealed partial class DriverOverLibrary : CoreDriver<Frame>, ILinkObserver
{
    private readonly Decoder _decoder = new Fast();
    private readonly Statistics _statistics = new();
    private readonly Cell<int> _cell = new();
    private readonly Hook _hook;
    private int _frames;
    private int _links;
    private int _resets;
    private int _hooked;

    public DriverOverLibrary()
        : base(64)
    {
        _hook = Count;
        Statistics.Shared = _statistics;
    }

    public int Frames => Volatile.Read(ref _frames);

    public int Resets => _resets;

    [MsiVector(0)]
    private void OnFrames(in Interrupt irq)
    {
        int budget = 16;
        while (budget-- > 0 && TryNext(out Frame frame))
        {
            Process(in frame);
        }
    }

    [MsiVector(1)]
    private void OnError(in Interrupt irq)
    {
        Fail(irq.Index); //! TH6005
        _statistics.Errors.Add(1);
        _cell.Value = irq.Index; //! TH6005
        _cell.Raw = irq.Index;
    }

    [MsiVector(2)]
    private void OnReset(in Interrupt irq)
    {
        _resets++; //! TH5010
        Restart();
    }

    [MsiVector(3)]
    private void OnHook(in Interrupt irq) => Run(_hook, irq.Index);

    [MsiVector(4)]
    private void OnDecode(in Interrupt irq)
    {
        int more = _decoder.Decode(irq.Status) ? 1 : 0;
        Volatile.Write(ref _frames, _frames + more);
        _ = _decoder.Name.Length; //! TH6002|TH6005
    }

    public void LinkChanged(bool isUp) => _links = isUp ? _links + 1 : throw new InvalidOperationException(); //! TH4001

    protected override void OnFrame(in Frame frame)
    {
        Volatile.Write(ref _frames, _frames + 1);
        if (frame.Length > 1514)
        {
            Oversize(frame.Length); //! TH2003|TH2006
        }
    }

    protected override int Weigh(in Frame frame) => frame.Length;

    private void Count(int value) => _hooked += value;

    private static string Oversize(int length) => string.Format("{0} bytes", length);

    private sealed class Fast : Decoder
    {
        public override bool Decode(ulong status) => (status & 1) != 0;
    }
}
//--- library
namespace Vendor.Core
{
    [InterruptSafe]
    public readonly record struct Frame(int Length, int Kind);

    [InterruptSafe]
    public delegate void Hook(int value);

    public interface ILinkObserver
    {
        [InterruptSafe]
        void LinkChanged(bool isUp);
    }

    public abstract class Decoder
    {
        [InterruptSafe]
        public abstract bool Decode(ulong status);

        public virtual string Name => GetType().Name;
    }

    public sealed class Statistics
    {
        public static Statistics? Shared;

        public Counter Errors;
    }

    [InterruptSafe]
    public struct Counter
    {
        private long _value;

        public void Add(long by) => _value += by;
    }

    public sealed class Cell<T>
    {
        public T? Raw;

        public T? Value { get; set; }
    }

    public abstract class CoreDriver<T>(int capacity)
        where T : struct
    {
        private readonly T[] _items = new T[capacity];
        private int _next;

        [InterruptSafe]
        protected bool TryNext(out T item)
        {
            item = _items[_next];
            _next = (_next + 1) % _items.Length;
            return _next != 0;
        }

        [InterruptSafe]
        protected void Process(in T item)
        {
            if (Weigh(in item) > 0)
            {
                OnFrame(in item);
            }
        }

        [InterruptSafe]
        protected static void Run(Hook hook, int value) => hook(value);

        [InterruptUnsafe("writes one register, and is rare")]
        protected void Restart() => Console.Write('r');

        protected void Fail(int code)
        {
        }

        [InterruptSafe]
        protected abstract void OnFrame(in T item);

        [InterruptSafe]
        protected virtual int Weigh(in T item) => 1;
    }
}
