/// <summary>Laser scanner: points of a figure are interpolated between interrupts.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x13FE)]
[DeviceBar(0, 0x100)]
internal sealed partial class GalvoScanner : IDisposable
{
    private readonly Bar _registers;
    private readonly Figure _figure;
    private Vector2 _at;

    public GalvoScanner(PciDevice device, ReadOnlySpan<Vector2> points)
    {
        _registers = device.GetBar(0);
        _figure = new Figure(points.ToArray());
    }

    public void Dispose() => _registers.Write32(0x8, 0);

    [MsiVector(0)]
    private void OnTick(in Interrupt irq)
    {
        Vector2 target = _figure.Target;
        Vector2 step = target - _at;
        if (step.Length() < 4)
        {
            _figure.Next(); //p TH2011
        }

        _at += step.Length() > 64 ? step * (64 / step.Length()) : step;
        (float x, float y) = _at;
        _registers.Write32(0x0, ((uint)(ushort)(short)x << 16) | (ushort)(short)y);
    }
}

internal readonly record struct Vector2(float X, float Y)
{
    public float Length() => MathF.Sqrt((X * X) + (Y * Y));

    public static Vector2 operator +(Vector2 a, Vector2 b) => new(a.X + b.X, a.Y + b.Y);

    public static Vector2 operator -(Vector2 a, Vector2 b) => new(a.X - b.X, a.Y - b.Y);

    public static Vector2 operator *(Vector2 a, float by) => new(a.X * by, a.Y * by);
}

internal sealed class Figure(Vector2[] points)
{
    private int _index;
    private float _length;

    public Vector2 Target => points.Length > 0 ? points[_index] : default;

    public void Next()
    {
        _index = _index + 1 < points.Length ? _index + 1 : 0;
        if (_index == 0)
        {
            _length = Total(points);
        }
    }

#if PLANTED
    private static float Total(IEnumerable<Vector2> points)
#else
    private static float Total(ReadOnlySpan<Vector2> points)
#endif
    {
        float total = 0;
        foreach (Vector2 point in points)
        {
            total += point.Length();
        }

        return total;
    }
}
