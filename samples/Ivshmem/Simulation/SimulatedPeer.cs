namespace TopHalf.Samples.Ivshmem;

/// <summary>The other end of a simulated card: a <see cref="Peer"/> on a thread of its own.</summary>
public sealed class SimulatedPeer : IPeerSide, IDisposable
{
    private readonly SimulatedIvshmem _card;
    private readonly Peer _peer;
    private readonly long[] _rings = new long[SharedLayout.Vectors];
    private readonly SemaphoreSlim _rung = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;

    /// <summary>Lays out the memory and begins to listen.</summary>
    /// <param name="card">The card.</param>
    /// <param name="position">The peer's number.</param>
    /// <param name="seed">Of the order and the pauses of its rings.</param>
    public SimulatedPeer(SimulatedIvshmem card, uint position = 0, int seed = 1)
    {
        _card = card;
        Position = position;
        _peer = new Peer(this, seed);
        _peer.LayOut();
        card.DoorbellRung = Hear;
        _thread = new Thread(Listen) { IsBackground = true, Name = "ivshmem peer" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public uint Position { get; }

    /// <inheritdoc/>
    public uint Read(uint word) => (uint)_card.Peek(2, word, 4);

    /// <inheritdoc/>
    public void Write(uint word, uint value) => _card.Poke(2, word, 4, value);

    /// <inheritdoc/>
    public void Ring(uint position, int vector) => _card.Ring(position, vector);

    /// <inheritdoc/>
    public long TakeRings(int vector) => Interlocked.Exchange(ref _rings[vector], 0);

    /// <summary>Hangs up: what is being rung is given up.</summary>
    public void Dispose()
    {
        _card.DoorbellRung = null;
        _stop.Cancel();
        _thread.Join();
        _stop.Dispose();
        _rung.Dispose();
    }

    private void Hear(uint position, int vector)
    {
        if (position == Position && vector < SharedLayout.Vectors)
        {
            Interlocked.Increment(ref _rings[vector]);
            _rung.Release();
        }
    }

    private void Listen()
    {
        try
        {
            while (true)
            {
                _rung.Wait(_stop.Token);
                _peer.Work(_stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Hung up.
        }
    }
}
