// Six handlers over a vendor's library, of which only metadata is there.
// information is not the point
using Vendor.Bus;

[InterruptDriver]
internal sealed partial class BlindAssemblies : BusClient
{
    private readonly ISource _source;
    private readonly Visit<int> _visit = static (ref int total) => total += Weigh(total);
    private readonly Visit<long> _log = static (ref long total) => Console.Write(total); //! TH3006
    private readonly Table<int> _table = new();
    private Lane _lane;
    private Packet _packet;
    private int _total;
    private long _sum;

    public BlindAssemblies(ISource source) => _source = source;

    [MsiVector(0)]
    private void Contract(in Interrupt irq)
    {
        _total += _source.Read(irq.Index);
        _lane = _lane.Next() + new Lane(irq.Index);
        _total += _lane.Number + (int)Speed.Fast + Limits.Lanes + Limits.Name.Length;
    }

    [MsiVector(1)]
    private void NestedAndUnmarked(in Interrupt irq)
    {
        Lane.Cursor cursor = default;
        cursor.Move(irq.Index); //! TH6005
        _total += cursor.At;
    }

    [MsiVector(2)]
    private void DelegateContract(in Interrupt irq)
    {
        Walker.Each(ref _total, _visit);
        Walker.Each(ref _sum, _log);
        Walker.Plain(ref _total); //! TH6005
    }

    [MsiVector(3)]
    private void OverrideCallsBase(in Interrupt irq) => Told(irq.Index); //! TH6005

    [MsiVector(4)]
    private void LineOfEffects(in Interrupt irq)
    {
        if (_table.TryTake(0))
        {
            _total++;
        }

        _total += _table[irq.Index];
        _table.TryTake(irq.Index); //! TH3002
        _table.Grow(); //! TH2012
    }

    [MsiVector(5)]
    private void RecordOfLibrary(in Interrupt irq)
    {
        _packet = new Packet(irq.Index, 3);
        _total += _packet.Length + (_packet == default ? 1 : 0) + Helper();
        foreach (int lane in _packet.Lanes())
        {
            _total += lane;
        }

        static int Helper() => 2;
    }

    protected override void Told(int lane)
    {
        if (lane > 3)
        {
            base.Told(lane);
        }
    }

    private static int Weigh(int value) => value & 3;
}

internal sealed class Simulated : ISource
{
    private readonly List<int> _seen = [];

    public int Read(int index)
    {
        _seen.Insert(0, index); //! TH2012
        return _seen.Count;
    }
}

internal sealed class Constant : ISource
{
    private int _reads;

    public int Read(int index) => ++_reads;
}
//--- InterruptEffects.txt
M:Vendor.Bus.Table`1.TryTake(System.Int32); wait unless timeout=0; waits for a slot
M:Vendor.Bus.Table`1.Grow; growth; doubles its array
P:Vendor.Bus.Table`1.Item(System.Int32); none; reads its array
M:Vendor.Bus.Packet.#ctor; none; sets two fields
P:Vendor.Bus.Packet.Length; none; reads a field
M:Vendor.Bus.Packet.op_Equality(Vendor.Bus.Packet,Vendor.Bus.Packet); none; compares two numbers
M:Vendor.Bus.Packet.Lanes; none; makes a struct
T:Vendor.Bus.LaneSequence; none; counts
//--- library
namespace Vendor.Bus
{
    public enum Speed
    {
        Slow,
        Fast,
    }

    public static class Limits
    {
        public const int Lanes = 16;
        public const string Name = "lanes";
    }

    public interface ISource
    {
        [InterruptSafe]
        int Read(int index);
    }

    [InterruptSafe]
    public readonly struct Lane(int number)
    {
        public int Number { get; } = number;

        public static Lane operator +(Lane a, Lane b) => new(a.Number + b.Number);

        public Lane Next() => new(Number + 1);

        public struct Cursor
        {
            public int At;

            public void Move(int by) => At += by;
        }
    }

    [InterruptSafe]
    public delegate void Visit<T>(ref T total);

    public static class Walker
    {
        [InterruptSafe]
        public static void Each<T>(ref T total, Visit<T> visit) => visit(ref total);

        public static void Plain(ref int total) => total++;
    }

    public abstract class BusClient
    {
        protected virtual void Told(int lane)
        {
        }
    }

    public sealed class Table<T>
    {
        private readonly T[] _items = new T[16];

        public T this[int index] => _items[index & 15];

        public bool TryTake(int timeout) => timeout == 0;

        public void Grow()
        {
        }
    }

    public readonly record struct Packet(int Length, int Kind)
    {
        public LaneSequence Lanes() => new(Length);
    }

    public struct LaneSequence(int end)
    {
        private readonly int _end = end;

        public int Current { get; private set; }

        public readonly LaneSequence GetEnumerator() => this;

        public bool MoveNext() => ++Current < _end;
    }
}
