// information is not the point
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

[InterruptDriver]
internal sealed partial class BlindMoreLibrary
{
    private readonly FrozenDictionary<int, string> _names = new Dictionary<int, string> { [1] = "a" }.ToFrozenDictionary();
    private readonly ConcurrentDictionary<int, int> _seen = new();
    private readonly LinkedList<int> _free = new();
    private readonly LinkedListNode<int> _node = new(3);
    private readonly ManualResetEventSlim _idle = new();
    private readonly ReaderWriterLockSlim _table = new();
    private readonly WeakReference<object> _weak = new(new object());
    private readonly int[] _order = new int[32];
    private readonly List<int> _list = [1, 2, 3];
    private readonly byte[] _bytes = new byte[64];
    private ImmutableArray<int> _fixed = [1, 2];
    private SpinLock _spin = new(enableThreadOwnerTracking: false);
    private string? _text;
    private long _sum;

    [MsiVector(0)]
    private void Lookups(in Interrupt irq)
    {
        _sum += _names.TryGetValue(irq.Index, out string? name) ? name.Length : 0;
        _sum += _seen.TryGetValue(irq.Index, out int seen) ? seen : 0;
        _sum += _fixed[0] + _fixed.Length + (_weak.TryGetTarget(out object? target) && target is not null ? 1 : 0);
        _seen[irq.Index] = 3; //! TH2001|TH2012|TH3001
    }

    [MsiVector(1)]
    private void Lists(in Interrupt irq)
    {
        if (_list.Count > 2 && _list.Contains(irq.Index))
        {
            _list.RemoveAt(_list.Count - 1);
            _list[0] = irq.Index;
        }

        CollectionsMarshal.AsSpan(_list).Reverse();
        _list.Clear();
        _free.Remove(_node);
        _free.AddLast(_node);
        _free.AddFirst(irq.Index); //! TH2001|TH2012
    }

    [MsiVector(2)]
    private void Sorting(in Interrupt irq)
    {
        Array.Sort(_order);
        _order.AsSpan(4).Sort();
        _sum += _order.AsSpan().BinarySearch(irq.Index) + HashCode.Combine(irq.Index, irq.Vector);
        _sum += _order.Max(); //? TH2011
        _sum += _order.Where(static x => x > 3).Count(); //! TH2001|TH2009|TH2011
    }

    [MsiVector(3)]
    private void Gates(in Interrupt irq)
    {
        if (_idle.IsSet)
        {
            _idle.Reset();
        }

        bool taken = false;
        _spin.TryEnter(ref taken);
        if (taken)
        {
            _sum++;
            _spin.Exit();
        }

        _table.EnterReadLock(); //! TH3001
        _table.ExitReadLock(); //? TH3001 TH3008
    }

    [MsiVector(4)]
    private void Randomness(in Interrupt irq)
    {
        _sum += Random.Shared.Next(3);
        RandomNumberGenerator.Fill(_bytes); //! TH3010|TH3009|TH3006
    }

    [MsiVector(5)]
    private void Conversions(in Interrupt irq)
    {
        _sum += BitConverter.TryWriteBytes(_bytes, irq.Status) ? 1 : 0;
        _sum += Convert.ToInt32(irq.Status & 0xFF);
        _sum += string.Equals(_text, "a", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        byte[] bytes = BitConverter.GetBytes(irq.Status); //! TH2002
        _sum += bytes.Length;
        _text = Convert.ToHexString(_bytes); //! TH2006
    }

    [MsiVector(6)]
    private void Environments(in Interrupt irq)
    {
        _text = Environment.GetEnvironmentVariable("CARD"); //! TH2006|TH3001
        _sum += Thread.CurrentThread.ManagedThreadId + Thread.GetCurrentProcessorId(); //? TH3010
        _sum += TimeProvider.System.GetTimestamp();
        _sum += new TimeSpan(irq.Timestamp).Milliseconds;
    }

    [MsiVector(7)]
    private void Sums(in Interrupt irq)
    {
        int[] copy = (int[])_order.Clone(); //! TH2001|TH2002
        _sum += copy.Length;
        _sum += int.Parse("12"); //! TH4002
        _sum += _list.First(); //! TH4002|TH4007
        _sum += (long)Math.Sqrt(irq.Index) + Math.DivRem(7, 3, out int rest) + rest + int.CreateTruncating(irq.Status);
    }
}
