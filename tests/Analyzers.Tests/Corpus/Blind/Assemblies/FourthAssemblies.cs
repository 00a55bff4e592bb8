// information is not the point
using Vendor.Link;

[InterruptDriver]
internal sealed partial class BlindFourthAssemblies : LinkHandler
{
    private readonly Session _session = new();
    private readonly Pool<Item> _pool = new(8);
    private Counters _counters;
    private int _level;

    public BlindFourthAssemblies() => _session.Arrived += static (in int value) => Console.Beep(); //! TH3006

    [MsiVector(0)]
    private void RaisesForeignEvent(in Interrupt irq) => _session.Raise(irq.Index);

    [MsiVector(1)]
    private void PooledItems(in Interrupt irq)
    {
        if (_pool.TryTake(out Item? item))
        {
            item.Value = irq.Index;
            _pool.Give(item);
        }

        _pool.Trim(); //! TH6005
    }

    [MsiVector(2)]
    private void RecordOfContract(in Interrupt irq)
    {
        _counters = _counters with { Received = _counters.Received + 1 };
        _level = _counters.Received + (_counters == new Counters(1, 2) ? 1 : 0);
    }

    [MsiVector(3)]
    private void ThroughBase(in Interrupt irq) => Dispatch(irq.Index);

    [MsiVector(4)]
    private void HelperOfBase(in Interrupt irq) => _level = Scale(irq.Index); //! TH6005

    protected override void OnLink(bool isUp) => _level = isUp ? 1 : 0;

    protected override void OnError(int code) => _level = Convert.ToString(code, 16).Length; //! TH2006
}

internal sealed class Item
{
    public int Value { get; set; }
}
//--- library
namespace Vendor.Link
{
    [InterruptSafe]
    public delegate void Arrival(in int value);

    public sealed class Session
    {
        public event Arrival? Arrived;

        [InterruptSafe]
        public void Raise(int value) => Arrived?.Invoke(in value);
    }

    public sealed class Pool<T>(int capacity)
        where T : class, new()
    {
        private readonly T?[] _items = new T?[capacity];

        [InterruptSafe]
        public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? item) => (item = _items[0]) is not null;

        [InterruptSafe]
        public void Give(T item) => _items[0] = item;

        public void Trim()
        {
        }
    }

    [InterruptSafe]
    public readonly record struct Counters(int Received, int Sent);

    public abstract class LinkHandler
    {
        [InterruptSafe]
        protected void Dispatch(int code)
        {
            if (code < 2)
            {
                OnLink(code == 1);
            }
            else
            {
                OnError(code);
            }
        }

        [InterruptSafe]
        protected abstract void OnLink(bool isUp);

        [InterruptSafe]
        protected virtual void OnError(int code)
        {
        }

        protected static int Scale(int value) => value * 2;
    }
}
