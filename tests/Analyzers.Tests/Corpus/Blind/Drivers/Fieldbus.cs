/// <summary>Fieldbus master: a process image of inputs and outputs, a cycle, a list of stations.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x15CF)]
[DeviceBar(0, 0x2000)]
public sealed partial class Fieldbus
{
    private readonly Bar _registers;
    private readonly Station[] _stations;
    private readonly ProcessImage _image = new();
    private readonly Watch _watch = new();
    private uint _cycle;

    public Fieldbus(PciDevice device, int stations)
    {
        _registers = device.GetBar(0);
        _stations = new Station[stations];
        for (int i = 0; i < stations; i++)
        {
            _stations[i] = new Station((ulong)i * 0x40, i % 2 == 0 ? Kind.Input : Kind.Output);
        }
    }

    public ProcessImage Image => _image;

    [MsiVector(0, Thread = "cycle")]
    private void OnCycle(in Interrupt irq)
    {
        _cycle++;
        foreach (Station station in _stations)
        {
            switch (station)
            {
                case { Kind: Kind.Input, Offset: var offset }:
                    _image.SetInput((int)(offset >> 6) & 63, _registers.Read64(0x400 + offset));
                    break;
                case { Kind: Kind.Output }:
                    _registers.Write64(0x400 + station.Offset, _image.Output((int)(station.Offset >> 6) & 63));
                    break;
            }

            if (!station.IsAlive(_registers.Read32(0x430 + station.Offset)))
            {
                _watch.Lost(station, irq.Timestamp); //p:SORT TH2001|TH2012 //p:TEXT TH2006 TH2006|TH2003 //p:SEM TH3002
            }
        }

        _registers.Write32(0x10, _cycle);
    }

    internal enum Kind
    {
        Input,
        Output,
    }

    internal sealed class Station(ulong offset, Kind kind)
    {
        private uint _beats;
        private int _missed;

        public ulong Offset => offset;

        public Kind Kind => kind;

        public bool IsAlive(uint beats)
        {
            bool isAlive = beats != _beats;
            (_beats, _missed) = (beats, isAlive ? 0 : _missed + 1);
            return _missed < 3;
        }
    }

    private sealed class Watch
    {
        private readonly long[] _lost = new long[64];
#if PLANTED_SORT
        private readonly SortedDictionary<long, ulong> _history = new();
#elif PLANTED_SEM
        private readonly SemaphoreSlim _free = new(1);
#elif PLANTED_TEXT
        private string _text = "";
#endif

        public void Lost(Station station, long time)
        {
            _lost[(int)(station.Offset >> 6) & 63] = time;
#if PLANTED_SORT
            _history[time] = station.Offset;
#elif PLANTED_SEM
            _free.Wait();
            _free.Release();
#elif PLANTED_TEXT
            _text = Describe(station.Kind);
#endif
        }

#if PLANTED_TEXT
        private static string Describe(Kind kind) => kind == Kind.Input ? "input " + kind : nameof(Kind.Output);
#endif
    }
}

/// <summary>Inputs are written by the bus, outputs by the program, word by word.</summary>
public sealed class ProcessImage
{
    private readonly ulong[] _inputs = new ulong[64];
    private readonly ulong[] _outputs = new ulong[64];

    public ulong Input(int index) => Volatile.Read(ref _inputs[index]);

    public void SetOutput(int index, ulong value) => Volatile.Write(ref _outputs[index], value);

    internal ulong Output(int index) => Volatile.Read(ref _outputs[index]);

    internal void SetInput(int index, ulong value) => Volatile.Write(ref _inputs[index], value);
}
