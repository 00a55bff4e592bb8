// A library that says what its members do.
// information is not the point
using Library;

[InterruptDriver]
internal sealed partial class WithContract(IChannel channel)
{
    private readonly Ring _ring = new();
    private readonly Meter _meter = new();
    private Packet _packet;
    private int _n;

    [MsiVector(0)]
    private void SafeMethod(in Interrupt irq)
    {
        _ring.Push(irq.Vector);
    }

    [MsiVector(1)]
    private void UnmarkedMethod(in Interrupt irq)
    {
        _ring.Flush(); //! TH6005
    }

    [MsiVector(2)]
    private void SafeProperty(in Interrupt irq)
    {
        _n = _ring.Count;
    }

    [MsiVector(3)]
    private void SafeType(in Interrupt irq)
    {
        _meter.Add(irq.Vector);
        _n = _meter.Total;
    }

    [MsiVector(4)]
    private void SafeInterface(in Interrupt irq)
    {
        channel.Send(irq.Vector);
    }

    [MsiVector(5)]
    private void OpenInterface(in Interrupt irq)
    {
        channel.Reset(); //! TH6003|TH6005 //? TH3006
    }

    [MsiVector(6)]
    private void Fields(in Interrupt irq)
    {
        _packet.Length = irq.Vector;
        _n = _packet.Length + Constants.Size;
    }

    [MsiVector(7)]
    private void EnumsAndConstants(in Interrupt irq)
    {
        _n = (int)Kind.Data;
    }

    [MsiVector(8)]
    private void UnsafeWithReason(in Interrupt irq)
    {
        _ring.Panic();
    }

    [MsiVector(9)]
    private void UnmarkedConstructor(in Interrupt irq)
    {
        _ = new Meter(); //! TH2001
    }

    [MsiVector(10)]
    private void Below(in Interrupt irq)
    {
        Forward(); //! TH6005
    }

    [MsiVector(11)]
    private void SafeDelegate(in Interrupt irq)
    {
        _ring.Callback?.Invoke(irq.Vector);
    }

    [MsiVector(12)] // an implementation here of an interface there
    private void OwnImplementation(in Interrupt irq)
    {
        OwnChannel own = new(); //! TH2001
        own.Send(irq.Vector); //? TH2003
    }

    private void Forward() => _ring.Flush();
}

internal sealed class OwnChannel : IChannel
{
    private object? _last;

    public void Send(int n) => _last = n; //! TH2003

    public void Reset() => Console.WriteLine();
}
//--- library
namespace Library;

public sealed class Ring
{
    private readonly int[] _items = new int[16];
    private int _count;

    [InterruptSafe] public void Push(int value) => _items[_count++ & 15] = value;

    public void Flush() => Console.WriteLine(_count);

    [InterruptSafe] public int Count => _count;

    [InterruptSafe] public SafeCallback? Callback { get; set; }

    [InterruptUnsafe("ends the process")] public void Panic() => Console.WriteLine("panic");
}

[InterruptSafe]
public delegate void SafeCallback(int n);

[InterruptSafe]
public sealed class Meter
{
    public int Total { get; private set; }

    public void Add(int n) => Total += n;
}

public interface IChannel
{
    [InterruptSafe] void Send(int n);

    void Reset();
}

public struct Packet
{
    public int Length;
}

public static class Constants
{
    public const int Size = 64;
}

public enum Kind
{
    Control,
    Data,
}
