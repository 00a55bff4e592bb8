// information is not the point
using Vendor.Codec;

[InterruptDriver]
internal sealed partial class BlindMoreAssemblies
{
    private readonly Pump<Gauge> _pump = new();
    private readonly Encoder _encoder = new Own();
    private readonly Gauge _gauge;
    private Point _point;
    private int _total;

    [MsiVector(0)]
    private void ConstrainedOnOwnStruct(in Interrupt irq) => _total += Run(_gauge, irq.Index);

    [MsiVector(1)]
    private void OwnOverrideOfOpenClass(in Interrupt irq)
    {
        _total += _encoder.Encode(irq.Index);
        _total += _encoder.Reset(); //! TH6002|TH6005
    }

    [MsiVector(2)]
    private void GenericOfLibrary(in Interrupt irq) => _total += _pump.Next(); //! TH6005

    [MsiVector(3)]
    private void ExtensionsAndFields(in Interrupt irq)
    {
        _point.X = irq.Index;
        _point.Y += _point.X.Half();
        _total += _point.Y.Third(); //! TH6005
    }

    [MsiVector(4)]
    private void TypeWithContract(in Interrupt irq)
    {
        var window = new Window(irq.Index, 3);
        window[0] = window.Length + Window.Widest;
        _total += window[0] + window.Hidden();
    }

    private static int Run<T>(T meter, int value)
        where T : IMeter
        => meter.Measure(value);

    private sealed class Own : Encoder
    {
        private int _last;

        public override int Encode(int value) => _last = value ^ _last;
    }
}

internal readonly struct Gauge : IMeter
{
    public int Measure(int value) => value / 2;
}
//--- library
namespace Vendor.Codec
{
    public interface IMeter
    {
        int Measure(int value);
    }

    public abstract class Encoder
    {
        public abstract int Encode(int value);

        public virtual int Reset() => 0;
    }

    public sealed class Pump<T>
    {
        private int _next;

        public int Next() => _next++;
    }

    public struct Point
    {
        public int X;
        public int Y;
    }

    public static class Numbers
    {
        [InterruptSafe]
        public static int Half(this int value) => value / 2;

        public static int Third(this int value) => value / 3;
    }

    [InterruptSafe]
    public ref struct Window(int length, int step)
    {
        private int _first = step;

        public const int Widest = 16;

        public readonly int Length => length;

        public int this[int index]
        {
            readonly get => _first + index;
            set => _first = value - index;
        }

        [InterruptUnsafe("one write to a mapped register of the vendor")]
        public readonly int Hidden()
        {
            Console.WriteLine();
            return 3;
        }
    }
}
