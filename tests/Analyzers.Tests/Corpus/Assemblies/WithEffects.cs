// A library that says nothing, and a file that says it.
// information is not the point
using Library;

[InterruptDriver]
internal sealed partial class WithEffects
{
    private readonly Ring _ring = new();
    private readonly Log _log = new();
    private readonly Codec _codec = new();
    private int _n;

    [MsiVector(0)]
    private void None(in Interrupt irq)
    {
        _ring.Push(irq.Vector);
    }

    [MsiVector(1)]
    private void Growth(in Interrupt irq)
    {
        _ring.Grow(3); //! TH2012
    }

    [MsiVector(2)]
    private void ByType(in Interrupt irq)
    {
        _log.Write("x"); //! TH3006
        _log.Flush(); //! TH3006
    }

    [MsiVector(3)] // the overload decides
    private void ByOverload(in Interrupt irq)
    {
        _n = _codec.Encode(irq.Vector);
        _n = _codec.Encode("text"); //! TH2006
    }

    [MsiVector(4)]
    private void Unlisted(in Interrupt irq)
    {
        _codec.Reset(); //! TH6005
    }

    [MsiVector(5)]
    private void Accessors(in Interrupt irq)
    {
        _n = _ring.Count;
        _ring.Count = 3; //! TH3001
    }

    [MsiVector(6)]
    private void Argument(in Interrupt irq)
    {
        _ring.Wait(0);
        _ring.Wait(5); //! TH3002
    }

    [MsiVector(7)]
    private void First(in Interrupt irq)
    {
        _ring.Prepare();
    }

    [MsiVector(8)]
    private void SeveralEffects(in Interrupt irq)
    {
        _ring.Publish(); //! TH3001 TH2001
    }

    [MsiVector(9)]
    private void ByNamespace(in Interrupt irq)
    {
        Library.Deep.Tool.Run();
    }

    [MsiVector(10)]
    private void Generic(in Interrupt irq)
    {
        Pool<int> pool = default;
        _n = pool.Take();
    }

    [MsiVector(11)]
    private void Constructor(in Interrupt irq)
    {
        Cursor cursor = new(3); //! TH2002
        _n = cursor.At;
    }

    [MsiVector(12)]
    private void Below(in Interrupt irq)
    {
        Two(); //! TH3001 TH2001
    }

    private void Two() => One();

    private void One() => _ring.Publish();
}
//--- library
namespace Library
{
    public sealed class Ring
    {
        public int Count { get; set; }
        public void Push(int value) { }
        public void Grow(int n) { }
        public void Wait(int milliseconds) { }
        public void Prepare() { }
        public void Publish() { }
    }

    public sealed class Log
    {
        public void Write(string text) { }
        public void Flush() { }
    }

    public sealed class Codec
    {
        public int Encode(int n) => n;
        public int Encode(string text) => 3;
        public void Reset() { }
    }

    public struct Pool<T>
    {
        public T Take() => default!;
    }

    public readonly struct Cursor(int n)
    {
        public int At => n;
    }
}

namespace Library.Deep
{
    public static class Tool
    {
        public static void Run() { }
    }
}
//--- InterruptEffects.txt
# What the library does, as its author told us.
M:Library.Ring.Push(System.Int32); none; writes into a ring
M:Library.Ring.Grow; growth; makes its array larger
T:Library.Log; io; writes to a file
M:Library.Codec.Encode(System.Int32); none; shifts
M:Library.Codec.Encode(System.String); string; makes the code
M:Library.Ring.get_Count; none; reads a field
M:Library.Ring.set_Count; lock; takes the ring's lock
M:Library.Ring.Wait; wait unless milliseconds=0; waits for the reader
M:Library.Ring.Prepare; object first; makes its table
M:Library.Ring.Publish; lock; takes the ring's lock
M:Library.Ring.Publish; object; makes a message
N:Library.Deep; none; is a table
T:Library.Pool`1; none; takes from an array
M:Library.Cursor.#ctor; array; copies its items
P:Library.Cursor.At; none; reads a field
