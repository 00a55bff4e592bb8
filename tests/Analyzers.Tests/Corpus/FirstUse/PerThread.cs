using System.Buffers;
using System.Globalization;
using System.Text;

// What each thread has for itself, and what the library makes at its first use.
[InterruptDriver]
internal sealed partial class PerThread
{
    [ThreadStatic]
    private static int s_depth;

    [ThreadStatic]
    private static byte[]? s_buffer;

    private readonly ThreadLocal<int> _local = new(static () => 3);
    private readonly AsyncLocal<int> _flow = new();
    private readonly LocalDataStoreSlot _slot = Thread.AllocateDataSlot();
    private readonly Random _random = new(5);
    private readonly byte[] _bytes = new byte[64];
    private readonly char[] _chars = new char[64];
    private object? _made;
    private int _n;
    private long _time;

    [MsiVector(0)]
    private void Field(in Interrupt irq) => s_depth++; //! TH5004

    [MsiVector(1)]
    private void Buffer(in Interrupt irq)
    {
        s_buffer ??= new byte[8]; //! TH5004 TH2002
    }

    [MsiVector(2)]
    private void OtherClass(in Interrupt irq) => Scratch.Depth = irq.Vector; //! TH5004

    [MsiVector(3)]
    private void BehindProperty(in Interrupt irq) => _n = Scratch.Current; //! TH5004

    [MsiVector(4)]
    private void Local(in Interrupt irq) => _n = _local.Value; //! TH5004

    [MsiVector(5)]
    private void Flow(in Interrupt irq) => _flow.Value = irq.Vector; //! TH2003 //? TH5005

    [MsiVector(6)]
    private void Slot(in Interrupt irq) => _made = Thread.GetData(_slot); //! TH5004

    [MsiVector(7)]
    private void ThreadNumbers(in Interrupt irq) => _n = Environment.CurrentManagedThreadId + Thread.CurrentThread.ManagedThreadId;

    [MsiVector(8)]
    private void SharedRandom(in Interrupt irq) => _n = Random.Shared.Next(); //i TH5005

    [MsiVector(9)]
    private void OwnRandom(in Interrupt irq) => _n = _random.Next(1, irq.Vector + 2);

    [MsiVector(10)]
    private void LocalTime(in Interrupt irq) => _time = DateTime.Now.Ticks; //i TH5005

    [MsiVector(11)]
    private void UniversalTime(in Interrupt irq) => _time = DateTime.UtcNow.Ticks + Stopwatch.GetTimestamp() + Environment.TickCount64;

    [MsiVector(12)]
    private void Culture(in Interrupt irq) => _n = "text".IndexOf("x"); //i TH5005

    [MsiVector(13)]
    private void Ordinal(in Interrupt irq) => _n = "text".IndexOf("x", StringComparison.Ordinal) + "text".IndexOf('x');

    [MsiVector(14)]
    private void Pool(in Interrupt irq)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(16); //! TH2012 //? TH5005
        ArrayPool<byte>.Shared.Return(rented); //i TH5005
    }

    [MsiVector(15)]
    private void Ensures(in Interrupt irq) => _made = LazyInitializer.EnsureInitialized(ref _made, static () => new object()); //i TH5002|TH5005 //? TH5003 TH2001

    [MsiVector(16)]
    private void Utf8Bytes(in Interrupt irq) => _n = Encoding.UTF8.GetBytes(_chars.AsSpan(0, 4), _bytes);

    [MsiVector(17)]
    private void Invariant(in Interrupt irq)
    {
        _n = irq.Vector.TryFormat(_chars, out int written, provider: CultureInfo.InvariantCulture) ? written : 0;
    }

    private static class Scratch
    {
        [ThreadStatic]
        private static int s_current;

        [ThreadStatic]
        public static int Depth;

        public static int Current => s_current;
    }
}
