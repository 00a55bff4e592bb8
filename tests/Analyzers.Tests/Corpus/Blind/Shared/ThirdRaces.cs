// What handlers share, of a third batch.
[InterruptDriver]
public sealed partial class BlindThirdRaces : IDisposable
{
    private readonly int[] _log = new int[16];
    private readonly Thread _reader;
    private (int Sent, int Lost) _snapshot;
    private int _errors;
    private int _pending;
    private int _own;
    private int _written;
    private long _total;
    private bool _isClosed;

    public BlindThirdRaces()
    {
        _own = 3;
        _reader = new Thread(Watch);
        _reader.Start();
    }

    public int Level { get; private set; }

    public (int Sent, int Lost) Snapshot => _snapshot;

    public long Total => Interlocked.Read(ref _total);

    public void Reset() => _errors = 0;

    public int Newest()
    {
        int written = Volatile.Read(ref _written);
        return written > 0 ? _log[(written - 1) & 15] : 0;
    }

    public void Dispose() => Volatile.Write(ref _isClosed, true);

    [MsiVector(0)]
    private void AutoProperty(in Interrupt irq) => Level = irq.Index; //! TH5010

    [MsiVector(1)]
    private void TupleAtOnce(in Interrupt irq) => _snapshot = (irq.Index, irq.Vector); //! TH5010

    [MsiVector(2)]
    private void ResetFromOutside(in Interrupt irq) => _errors++; //! TH5010

    [MsiVector(3)]
    private void ReadByThread(in Interrupt irq) => _pending = irq.Index; //! TH5010

    [MsiVector(4)]
    private void OnlyMine(in Interrupt irq) => _own += irq.Index;

    [MsiVector(5)]
    private void Published(in Interrupt irq)
    {
        int at = _written;
        _log[at & 15] = irq.Index;
        Volatile.Write(ref _written, at + 1);
        Interlocked.Add(ref _total, irq.Signals);
    }

    private void Watch()
    {
        while (!Volatile.Read(ref _isClosed))
        {
            if (_pending > 3)
            {
                Console.WriteLine(_pending);
            }

            Thread.Sleep(10);
        }
    }
}
