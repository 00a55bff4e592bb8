// information is not the point
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x293E)]
public sealed partial class AudioThreads : IDisposable
{
    private readonly Bar _bar;
    private readonly Timer _meter;
    private readonly Thread _mixer;
    private readonly AutoResetEvent _period = new(false);
    private readonly StreamState _playback = new();
    private readonly StreamState _capture = new();
    private readonly object _gate = new();
    private volatile bool _running = true;
    private Format? _format;
    private long _frames;
    private int _underruns;
    private int _position;
    private bool _isMuted;

    public AudioThreads(PciDevice device)
    {
        _bar = device.GetBar(0);
        _mixer = new Thread(Mix);
        _mixer.Start();
        _meter = new Timer(Measure, null, 1000, 1000);
    }

    public long Frames => Volatile.Read(ref _frames);

    public void Mute(bool on) => Volatile.Write(ref _isMuted, on);

    public void Configure(int rate) => Volatile.Write(ref _format, new Format(rate, 2));

    [MsiVector(0)]
    private void OnPlayback(in Interrupt irq)
    {
        if (Volatile.Read(ref _format) is not { } format)
        {
            return;
        }

        _position = (int)_bar.Read32(0x84); //p:FLAG TH5010 //?:TWOHANDLERS TH5010
        _playback.Advance(format.Channels); //p:NESTED TH5010
        Volatile.Write(ref _frames, _frames + format.Channels);
        if (Volatile.Read(ref _isMuted))
        {
            _underruns++; //p:TIMER TH5010
        }

        _playback.Publish();
        _period.Set();
    }

    [MsiVector(1, Thread = "capture")]
    private void OnCapture(in Interrupt irq)
    {
        _capture.Advance(1);
        _capture.Publish();
#if PLANTED_TWOHANDLERS
        _position = 0; //! TH5010
#endif
    }

#if PLANTED_TWOHANDLERS
    [MsiVector(2)]
    private void OnReset(in Interrupt irq) => _playback.Restart(_position);
#endif

    private void Mix()
    {
        while (_running)
        {
#if PLANTED_FLAG
            Fill(_position, 0);
            _period.WaitOne();
#else
            _period.WaitOne();
            if (_playback.TryTake(out int frames))
            {
                Fill(_position, frames);
            }
#endif
        }
    }

    private void Measure(object? state)
    {
#if PLANTED_TIMER
        Console.WriteLine(_underruns);
#else
        Console.WriteLine(Volatile.Read(ref _frames));
#endif
        lock (_gate)
        {
            Monitor.Pulse(_gate);
        }
    }

#if PLANTED_NESTED
    public int Level => _playback.Level;
#else
    public int Level => _capture.Taken;
#endif

    private static void Fill(int position, int frames) => Debug.Assert(position >= 0 && frames >= 0);

    public void Dispose()
    {
        _running = false;
        _period.Set();
        _mixer.Join();
        _meter.Dispose();
        Console.WriteLine(_underruns + _position);
    }

    private sealed record Format(int Rate, int Channels);

    private sealed class StreamState
    {
        private int _level;
        private int _ready;
        private int _taken;

        public int Level => _level;

        public int Taken => Volatile.Read(ref _taken);

        public void Advance(int frames) => _level += frames;

        public void Publish() => Volatile.Write(ref _ready, 1);

        public void Restart(int at) => Volatile.Write(ref _ready, at > 0 ? 1 : 0);

        public bool TryTake(out int frames)
        {
            if (Interlocked.Exchange(ref _ready, 0) == 0)
            {
                frames = 0;
                return false;
            }

            frames = 1;
            Interlocked.Add(ref _taken, 1);
            return true;
        }
    }
}
