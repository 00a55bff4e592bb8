// information is not the point
using System.Collections.Concurrent;
using System.Collections.Immutable;

[InterruptDriver(VendorId = 0x1E49, DeviceId = 0x0071)]
public sealed partial class RingLedger(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly Ledger _ledger = new();

    [MsiVector(0)]
    private void OnEntry(in Interrupt irq)
    {
        var entry = new Entry((int)_bar.Read32(0), irq.Timestamp);
        _ledger.Note(entry); //p:LINKED TH2001 //p:CONCURRENT TH2001 TH3001 //p:QUEUE TH2012 //p:IMMUTABLE TH2001|TH2002 //p:BLOCKING TH3001|TH3002 //p:HASHADD TH2012
        _ledger.Trim(32); //! TH3001 //p:SORTED TH2011|TH2001 //p:STACKCOPY TH2002 //p:LINQ TH2004 TH2001|TH2011|TH2009
    }

    private readonly record struct Entry(int Id, long At);

    private sealed class Ledger
    {
        private readonly LinkedList<Entry> _linked = new();
        private readonly LinkedListNode<Entry> _spare = new(default);
        private readonly ConcurrentDictionary<int, Entry> _byId = new();
        private readonly ConcurrentQueue<Entry> _published = new();
        private readonly Queue<Entry> _queue = new(64);
        private readonly HashSet<int> _ids = new(256);
        private readonly SortedDictionary<int, Entry> _sorted = [];
        private readonly BlockingCollection<Entry> _blocking = new(64);
        private readonly Entry[] _ring = new Entry[64];
        private ImmutableArray<Entry> _history = [default];
        private Stack<Entry> _stack = new(8);
        private int _at;

        public void Note(Entry entry)
        {
            _ring[_at++ & 63] = entry;
#if PLANTED_LINKED
            _linked.AddLast(entry);
#elif PLANTED_CONCURRENT
            _byId[entry.Id] = entry;
#elif PLANTED_QUEUE
            _queue.Enqueue(entry);
#elif PLANTED_IMMUTABLE
            _history = _history.Add(entry);
#elif PLANTED_BLOCKING
            _blocking.TryAdd(entry, 5);
#elif PLANTED_HASHADD
            _ids.Add(entry.Id);
#else
            if (_byId.TryGetValue(entry.Id, out Entry known) && _ids.Contains(known.Id) && _linked.First is { } first)
            {
                first.Value = entry;
                _linked.RemoveFirst();
                _linked.AddLast(first);
            }
#endif
        }

        public int Trim(int limit)
        {
            int kept = _history.Length;
            foreach (Entry entry in _history)
            {
                kept += entry.Id;
            }

            while (_queue.Count > limit && _queue.TryDequeue(out Entry old))
            {
                kept += old.Id;
            }

            for (int i = 0; i < limit && _published.TryDequeue(out Entry taken); i++)
            {
                kept += taken.Id;
            }

            if (_stack.TryPeek(out Entry top) && _sorted.Count > 0)
            {
                kept += top.Id;
            }

#if PLANTED_SORTED
            foreach (KeyValuePair<int, Entry> pair in _sorted)
            {
                kept += pair.Key;
            }
#elif PLANTED_STACKCOPY
            kept += _stack.ToArray().Length;
#elif PLANTED_LINQ
            kept += _ring.Count(e => e.Id > limit);
#endif
            return kept;
        }
    }
}
