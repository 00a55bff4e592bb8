using System.Runtime.CompilerServices;
using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>
/// Waits for vectors that are signalled within the process, with the coalescing of eventfds: the way of simulated devices on
/// systems that have no eventfd.
/// </summary>
internal sealed class MailboxReceiver : InterruptReceiver
{
    private readonly object _gate = new();
    private readonly MailboxLine[] _lines;

    // Slots with pending signals, oldest first: a ring that holds each slot at most once.
    private readonly int[] _ready;
    private readonly SpinTime _spin;
    private int _head;
    private int _readyCount;
    private bool _woken;

    public MailboxReceiver(PciDevice device, BindingPlan plan)
        : base(device, plan.Vectors)
    {
        int[] vectors = plan.Vectors;
        _spin = SpinTime.Of(plan.Options);
        _ready = new int[vectors.Length];
        _lines = new MailboxLine[vectors.Length];
        for (int slot = 0; slot < vectors.Length; slot++)
        {
            _lines[slot] = new MailboxLine(this, slot);
        }
    }

    internal override VectorLine Line(int slot) => _lines[slot];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // it may loop for as long as it likes: it is not compiled again meanwhile
    private protected override int WaitForEvents()
    {
        for (long end = _spin.End(); !_spin.IsZero && !HasNews && !_spin.IsOver(end);)
        {
            Thread.SpinWait(1);
        }

        lock (_gate)
        {
            while (_readyCount == 0 && !_woken)
            {
                Monitor.Wait(_gate);
            }

            _woken = false;
            long now = MonotonicClock.Now();
            int events = 0;
            for (; events < BatchSize && _readyCount > 0; _readyCount--)
            {
                int slot = _ready[_head];
                _head = (_head + 1) % _ready.Length;
                Batch[events++] = Event(slot, _lines[slot].Take(), now);
            }

            return events;
        }
    }

    private bool HasNews => Volatile.Read(ref _readyCount) > 0 || Volatile.Read(ref _woken);

    private protected override void Wake()
    {
        lock (_gate)
        {
            _woken = true;
            Monitor.Pulse(_gate);
        }
    }

    public override void Dispose()
    {
    }

    private sealed class MailboxLine(MailboxReceiver owner, int slot) : VectorLine
    {
        private long _signals;

        public override void Signal()
        {
            lock (owner._gate)
            {
                if (_signals++ == 0)
                {
                    owner._ready[(owner._head + owner._readyCount++) % owner._ready.Length] = slot;
                    Monitor.Pulse(owner._gate);
                }
            }
        }

        /// <summary>Under the owner's lock.</summary>
        public long Take()
        {
            long signals = _signals;
            _signals = 0;
            return signals;
        }

        public override void Dispose()
        {
        }
    }
}
