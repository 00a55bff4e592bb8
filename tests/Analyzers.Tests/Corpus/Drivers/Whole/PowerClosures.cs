// information is not the point
[InterruptDriver(VendorId = 0x1CC7, DeviceId = 0x0200)]
public sealed partial class PowerClosures(PciDevice device, int scale)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly Phase[] _phases = [new(), new(), new()];
    private readonly int[] _window = new int[128];
    private readonly Func<int, bool> _isHigh = value => value > scale;
    private Predicate<int>? _alarm = static value => value > 4096;
    private int _peak;

    [MsiVector(0)]
    private void OnWindow(in Interrupt irq)
    {
        int limit = (int)_bar.Read32(0x10) * scale;
        int count = 0;
        foreach (Phase phase in _phases)
        {
            phase.Sample(_bar, limit); //p:LOCALDELEGATE TH2004 //p:UNREACHED TH2004 //p:LOOPCLOSURE TH2004
            Tally(phase);
        }

        _peak = Peak(static value => value > 0) + count; //p:THIS TH2005
        Each(_window, _isHigh); //p:NEWDELEGATE TH2005 //p:REASSIGNED TH2001

        void Tally(Phase phase) => count += phase.Level > limit ? 1 : 0;
    }

    private int Peak(Func<int, bool> counts)
    {
        int peak = 0;
        foreach (int value in _window)
        {
            if (counts(value) && value > peak)
            {
                peak = value;
            }
        }

#if PLANTED_THIS
        _alarm = value => value > _peak;
#endif
        return _alarm?.Invoke(peak) == true ? 0 : peak;
    }

    private void Each(int[] values, Func<int, bool> test)
    {
#if PLANTED_NEWDELEGATE
        var copy = new Func<int, bool>(test);
        _peak += copy(values[0]) ? 1 : 0;
#elif PLANTED_REASSIGNED
        test = static value => new object().GetHashCode() == value;
        _peak += test(values[0]) ? 1 : 0;
#else
        _peak += test(values[0]) ? 1 : 0;
#endif
    }

    private sealed class Phase
    {
        private readonly Action<int>[] _taps = new Action<int>[4];

        public int Level { get; private set; }

        public void Sample(Bar bar, int limit)
        {
            int raw = (int)bar.Read32(0x20);
#if PLANTED_LOCALDELEGATE
            Run(Clamp);

            int Clamp(int value) => Math.Min(value, limit);
#elif PLANTED_UNREACHED
            if (raw == int.MinValue)
            {
                Run(value => value + limit);
            }
#elif PLANTED_LOOPCLOSURE
            for (int i = 0; i < _taps.Length; i++)
            {
                int tap = i;
                _taps[i] = value => Level = value + tap;
            }
#else
            Run(static value => value);
#endif
            Level = Math.Min(raw, limit) + (_taps[0] is null ? 0 : 1);
        }

        private void Run(Func<int, int> map) => Level = map(Level);
    }
}
