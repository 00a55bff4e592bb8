// information is not the point
using System.Buffers;
using System.Diagnostics.Metrics;
using System.IO;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

[InterruptDriver]
internal sealed unsafe partial class BlindFourthLibrary
{
    private static readonly Meter s_meter = new("card");
    private static readonly Regex s_pattern = new("^a+$");

    private readonly Counter<long> _packets = s_meter.CreateCounter<long>("packets");
    private readonly MemoryStream _stream = new(1024);
    private readonly Memory<byte> _memory = new byte[64];
    private readonly ArraySegment<int> _segment = new(new int[8], 2, 4);
    private readonly Lazy<int[]> _table = new(static () => new int[16]);
    private readonly byte[] _bytes = new byte[64];
    private readonly nint _shared = Marshal.AllocHGlobal(64);
    private readonly PeriodicTimer _timer = new(TimeSpan.FromSeconds(1));
    private BigInteger _big = 1;
    private Complex _complex;
    private Guid _id;
    private string? _text;
    private object? _kept;
    private long _sum;

    [MsiVector(0)]
    private void MemoryAndSegments(in Interrupt irq)
    {
        _memory.Span[0] = 1;
        foreach (int item in _segment)
        {
            _sum += item;
        }

        _sum += _memory[1..4].Length + _segment[0];
        fixed (byte* target = _bytes)
        {
            Buffer.MemoryCopy(target, target + 32, 32, 16);
        }

        _sum += Marshal.ReadInt32(_shared) + Marshal.SizeOf<Guid>();
    }

    [MsiVector(1)]
    private void Values(in Interrupt irq)
    {
        _sum += Comparer<int>.Default.Compare(irq.Index, 3) + Nullable.Compare<int>(1, null);
        _sum += StringComparer.Ordinal.Equals(_text, "a") ? 1 : 0;
        _sum += ValueTuple.Create(1, 2).Item1 + KeyValuePair.Create(1, 2).Key;
        _complex = (_complex * _complex) + Complex.ImaginaryOne;
        _kept = Tuple.Create(1, irq.Index); //! TH2001
    }

    [MsiVector(2)]
    private void Large(in Interrupt irq)
    {
        _big *= irq.Index; //! TH2002|TH2001
        _id = Guid.NewGuid(); //! TH3010|TH3009|TH3006
    }

    [MsiVector(3)]
    private void Patterns(in Interrupt irq)
    {
        if (s_pattern.IsMatch("aaa")) //? TH2001|TH2002|TH3001|TH4004
        {
            _sum++;
        }

        _text = s_pattern.Replace("aaa", "b"); //! TH2001|TH2006
    }

    [MsiVector(4)]
    private void Streams(in Interrupt irq)
    {
        _stream.Position = 0;
        _stream.WriteByte(1); //! TH2012|TH2002
        _kept = File.Exists("card") ? _kept : null; //! TH3006|TH3010
    }

    [MsiVector(5)]
    private void Json(in Interrupt irq) => _text = JsonSerializer.Serialize(irq.Index); //! TH2001|TH2006

    [MsiVector(6)]
    private void Meters(in Interrupt irq)
    {
        if (_packets.Enabled)
        {
            _packets.Add(irq.Signals); //? TH2001|TH2007|TH3001|TH6001|TH6005|TH6006|TH3006
        }

        _sum += _table.IsValueCreated ? _table.Value[0] : 0;
    }

    [MsiVector(7)]
    private void Unmanaged(in Interrupt irq)
    {
        void* block = NativeMemory.Alloc(16); //! TH3009|TH3010|TH3001|TH2001
        NativeMemory.Free(block); //? TH3009|TH3010|TH3001
        _kept = Marshal.PtrToStringUTF8(_shared); //! TH2006
    }

    [MsiVector(8)]
    private void Timed(in Interrupt irq)
    {
        ValueTask<bool> tick = _timer.WaitForNextTickAsync(); //? TH2001|TH2010|TH3001|TH3002|TH3008
        _sum += tick.IsCompletedSuccessfully && tick.Result ? 1 : 0;
        _ = Task.Delay(5); //! TH2001|TH2010|TH3008
    }
}
