// information is not the point
using Daq;

/// <summary>A data acquisition card: samples through a ring of a library, filters of the library's classes, its contracts.</summary>
[InterruptDriver(VendorId = 0x10B5, DeviceId = 0x9056)]
internal sealed partial class DaqCard : ISink
{
    private readonly Bar _bar;
    private readonly SampleRing<int> _ring = new(256);
    private readonly Filter _filter;
    private readonly Gain _gain = new();
    private readonly Sequencer _sequencer;
    private readonly int[] _levels = new int[8];
    private long _overruns;

    public DaqCard(PciDevice device)
    {
        _bar = device.GetBar(0);
        _filter = new Average(5);
        _sequencer = new Sequencer(this);
    }

    public long Overruns => Volatile.Read(ref _overruns);

    [MsiVector(0, Thread = "samples")]
    private void OnSamples(in Interrupt irq)
    {
        uint level = _bar.Read32(0x20) & 0xFF;
#if PLANTED_DRAIN
        while ((_bar.Read32(0x24) & 1) == 0) //p:DRAIN TH4005|TH4004
        {
            Take(_bar.Read32(0x28));
        }
#else
        for (uint i = 0; i < level; i++)
        {
            Take(_bar.Read32(0x28)); //p:RING TH6005 //p:LEVEL TH2006 //p:GAIN TH6005
        }
#endif
    }

    [MsiVector(1, Thread = "control")]
    private void OnStep(in Interrupt irq)
    {
        _sequencer.Step(irq.Vector); //p:CONTRACT TH6005
    }

    void ISink.Put(int value)
    {
#if PLANTED_SINK
        lock (_levels) //p:SINK TH3001
        {
            _levels[value & 7]++;
        }
#else
        Interlocked.Increment(ref _levels[value & 7]);
#endif
    }

    private void Take(uint raw)
    {
        int value = _gain.Apply((int)raw);
        int smooth = _filter.Next(value);
        if (!_ring.TryPut(smooth))
        {
            Volatile.Write(ref _overruns, _overruns + 1);
        }

        Count(smooth);
    }

    private void Count(int value)
    {
        ((ISink)this).Put(value);
#if PLANTED_LEVEL
        if (value > 4000)
        {
            _label = $"over {value}";
        }
#endif
    }

#if PLANTED_LEVEL
    private string? _label;
#endif
}

internal sealed class Average(int size) : Filter
{
    private readonly int[] _last = new int[size];
    private int _at;

    [InterruptSafe]
    public override int Next(int value)
    {
        _last[_at] = value;
        _at = _at + 1 == _last.Length ? 0 : _at + 1;
        int sum = 0;
        foreach (int sample in _last)
        {
            sum += sample;
        }

        return sum / _last.Length;
    }
}

internal sealed class Median(int size) : Filter
{
    private readonly int[] _last = new int[size];
    private int _at;

    public override int Next(int value)
    {
        _last[_at++ % _last.Length] = value;
        int[] sorted = (int[])_last.Clone(); //! TH2002
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}

//--- library
namespace Daq;

public interface ISink
{
    [InterruptSafe]
    void Put(int value);
}

public abstract class Filter
{
    [InterruptSafe]
    public abstract int Next(int value);
}

public sealed class SampleRing<T>(int size)
{
    private readonly T[] _items = new T[size];
    private int _head;
    private int _tail;

#if PLANTED_RING
#else
    [InterruptSafe]
#endif
    public bool TryPut(T item)
    {
        int next = (_head + 1) % _items.Length;
        if (next == Volatile.Read(ref _tail))
        {
            return false;
        }

        _items[_head] = item;
        Volatile.Write(ref _head, next);
        return true;
    }

    public T Take()
    {
        T item = _items[_tail];
        Volatile.Write(ref _tail, (_tail + 1) % _items.Length);
        return item;
    }
}

public sealed class Gain
{
    private int _factor = 4;

    public int Factor
    {
        get => Volatile.Read(ref _factor);
        set => Volatile.Write(ref _factor, value);
    }

#if PLANTED_GAIN
#else
    [InterruptSafe]
#endif
    public int Apply(int raw) => raw * Factor;
}

public sealed class Sequencer(ISink sink)
{
    private int _step;

#if PLANTED_CONTRACT
#else
    [InterruptSafe]
#endif
    public void Step(int vector) => sink.Put(_step++ + vector);
}
