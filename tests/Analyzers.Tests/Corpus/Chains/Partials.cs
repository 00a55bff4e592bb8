// Partial methods, extensions, function pointers.
// information is not the point
[InterruptDriver]
internal sealed unsafe partial class Partials
{
    private static readonly delegate*<int, int> Table = &Native;
    private readonly Device _device = new();
    private int _n;

    [MsiVector(0)]
    private void PartialWithBody(in Interrupt irq)
    {
        Trace(irq.Vector); //! TH3006
    }

    [MsiVector(1)] // no body: no call
    private void PartialWithoutBody(in Interrupt irq)
    {
        Missing(irq.Vector, new object());
        _n++;
    }

    [MsiVector(2)]
    private partial void PartialHandler(in Interrupt irq);

    [MsiVector(3)]
    private void Extension(in Interrupt irq)
    {
        _n = _device.Checksum(); //! TH2002
        _n = _device.Id();
    }

    [MsiVector(4)]
    private void ExtensionOnReadonlyRef(in Interrupt irq)
    {
        _n = irq.Vector.Next();
    }

    [MsiVector(5)]
    private void PointerFromTable(in Interrupt irq)
    {
        _n = Table(irq.Vector); //! TH2002|TH6001
    }

    [MsiVector(6)]
    private void PointerLocal(in Interrupt irq)
    {
        delegate*<int, int> pointer = &Native;
        _n = pointer(irq.Vector); //! TH2002
    }

    [MsiVector(7)]
    private void PointerArgument(in Interrupt irq)
    {
        _n = Apply(&Good, irq.Vector);
    }

    [MsiVector(8)]
    private void PartialProperty(in Interrupt irq)
    {
        _n = Depth; //! TH3001
    }

    private static int Apply(delegate*<int, int> f, int n) => f(n); 

    private static int Native(int n) => new int[n].Length;

    private static int Good(int n) => n + 1;

    partial void Trace(int n);

    partial void Missing(int n, object what);

    private partial int Depth { get; }
}

internal sealed class Device
{
    public int Value = 3;
}

internal static class DeviceExtensions
{
    public static int Id(this Device device) => device.Value;

    public static int Checksum(this Device device) => device.Bytes().Length;

    public static int Next(in this int value) => value + 1;

    private static byte[] Bytes(this Device device) => new byte[device.Value];
}
//--- source
internal sealed unsafe partial class Partials
{
    partial void Trace(int n) => Print(n);

    private static void Print(int n) => Console.WriteLine(n);

    private partial int Depth
    {
        get
        {
            lock (_device)
            {
                return 3;
            }
        }
    }

    private partial void PartialHandler(in Interrupt irq)
    {
        _n = irq.Vector;
        Trace(_n); //! TH3006
    }
}
