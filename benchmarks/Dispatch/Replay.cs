using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>The generated dispatch of given events, with the receiver's counting, and without what a binding does once.</summary>
internal sealed class Replay
{
    private readonly PciDevice _device;
    private readonly InterruptDispatcher _dispatcher;
    private readonly EndingReceiver _prepared;

    public Replay(PciDevice device, InterruptDispatcher dispatcher, InterruptEvent[] events)
    {
        _device = device;
        _dispatcher = dispatcher;
        _prepared = new EndingReceiver(device, dispatcher.Manifest.DeclaredVectors(), events);
        long handled = dispatcher.Replay(device, events).Handled;
        if (handled != events.Length)
        {
            throw new InvalidOperationException($"Of {events.Length} events {handled} were handled: not what is to be measured.");
        }
    }

    public void Run()
    {
        // A receiver ends once; the events, with the places where they are counted, are those of the first.
        using var receiver = new EndingReceiver(_device, _prepared);
        _dispatcher.Run(receiver);
    }

    private sealed class EndingReceiver : InterruptReceiver
    {
        private int _position;

        public EndingReceiver(PciDevice device, int[] vectors, InterruptEvent[] events)
            : base(device, vectors)
            => Batch = Array.ConvertAll(events, e => Event(Array.BinarySearch(vectors, e.Vector), e.Signals, e.Timestamp));

        public EndingReceiver(PciDevice device, EndingReceiver prepared)
            : base(device, prepared.Vectors[..1].ToArray())
            => Batch = prepared.Batch;

        public override void Dispose()
        {
        }

        internal override VectorLine Line(int slot) => throw new NotSupportedException("A replay is not connected to its device.");

        private protected override int WaitForEvents()
        {
            BatchStart = _position;
            int count = Math.Min(BatchSize, Batch.Length - _position);
            _position += count;
            if (count == 0)
            {
                Stop();
            }

            return count;
        }

        private protected override void Wake()
        {
        }
    }
}
