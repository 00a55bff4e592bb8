namespace Vision;

/// <summary>Points of a laser scanner: a line of distances, of which those in the watched sector count.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x2000)]
internal sealed partial class LaserDriver(PciDevice device)
{
    private const uint LineDone = 0x04;
    private const uint Distances = 0x1000;
    private const int Points = 360;

    private readonly Bar _registers = device.GetBar(0);
    private readonly ushort[] _line = new ushort[Points];
    private readonly Sector _sector = new(80, 100);
    private int _nearest;

    public int Nearest => Volatile.Read(ref _nearest);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: LineDone, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: LineDone, mask: 1)]
    private void OnLine(in Interrupt irq)
    {
        for (uint i = 0; i < Points; i++)
        {
            _line[i] = _registers.Read16(Distances + (i * 2));
        }

        int nearest = int.MaxValue;
        foreach (int angle in _sector.Angles()) //p TH2009 //? TH2011 TH6003
        {
            nearest = Math.Min(nearest, _line[angle]);
        }

        Volatile.Write(ref _nearest, nearest);
    }
}

internal sealed class Sector(int from, int to)
{
#if PLANTED
    public IEnumerable<int> Angles()
    {
        for (int angle = from; angle < to; angle++)
        {
            yield return angle;
        }
    }
#else
    public AngleRange Angles() => new(from, to);
#endif

    public readonly struct AngleRange(int from, int to)
    {
        public Enumerator GetEnumerator() => new(from, to);
    }

    public struct Enumerator(int from, int to)
    {
        private int _angle = from - 1;

        public readonly int Current => _angle;

        public bool MoveNext() => ++_angle < to;
    }
}
