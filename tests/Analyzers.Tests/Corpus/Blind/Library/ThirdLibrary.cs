// information is not the point
using System.Buffers;
using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

[InterruptDriver]
internal sealed partial class BlindThirdLibrary
{
    private static readonly SearchValues<byte> s_marks = SearchValues.Create([0x7E, 0x7D]);

    private readonly byte[] _bytes = new byte[256];
    private readonly char[] _chars = new char[256];
    private readonly float[] _samples = new float[64];
    private readonly ConcurrentBag<int> _bag = new();
    private readonly BlockingCollection<int> _blocking = new(16);
    private readonly CountdownEvent _countdown = new(3);
    private readonly Barrier _barrier = new(2);
    private readonly ThreadLocal<int> _local = new();
    private readonly TaskCompletionSource _done = new();
    private readonly Stopwatch _watch = new();
    private readonly ArrayBufferWriter<byte> _writer = new(256);
    private readonly Stack<int> _stack = new(16);
    private string? _text;
    private double _sum;

    [MsiVector(0)]
    private void Searches(in Interrupt irq)
    {
        _sum += _bytes.AsSpan().IndexOfAny(s_marks) + _bytes.AsSpan().IndexOfAnyExcept((byte)0);
        _sum += _bytes.AsSpan(1, 4).StartsWith(_bytes.AsSpan(8, 4)) ? 1 : 0;
        _bytes.AsSpan(0, 16).Replace((byte)1, (byte)2);
        _sum += _bytes.AsSpan().LastIndexOf((byte)3) + _bytes.AsSpan().CommonPrefixLength(_bytes);
    }

    [MsiVector(1)]
    private void Vectors(in Interrupt irq)
    {
        Vector128<float> sum = Vector128<float>.Zero;
        for (int i = 0; i + 4 <= _samples.Length; i += 4)
        {
            sum += Vector128.LoadUnsafe(ref _samples[i]);
        }

        _sum += Vector128.Sum(sum) + new Vector<float>(_samples)[0] + MathF.FusedMultiplyAdd(1, 2, 3);
        _sum += Math.ScaleB(1.5, 3) + BitOperations.Crc32C(3u, (uint)irq.Status) + Half.MaxValue.CompareTo((Half)1);
    }

    [MsiVector(2)]
    private void Blocking(in Interrupt irq)
    {
        if (_blocking.TryTake(out int item) || _blocking.TryAdd(irq.Index)) //? TH3001 TH3008 TH2012
        {
            _sum += item;
        }

        _barrier.SignalAndWait(); //! TH3002
    }

    [MsiVector(3)]
    private void Events(in Interrupt irq)
    {
        _sum += _countdown.CurrentCount + (_countdown.IsSet ? 1 : 0) + _watch.ElapsedTicks;
        _done.TrySetResult();
        _countdown.Wait(); //! TH3002
    }

    [MsiVector(4)]
    private void PerThread(in Interrupt irq)
    {
        _sum += _local.Value; //! TH5004
        _bag.Add(irq.Index); //! TH2001|TH2012|TH3001
    }

    [MsiVector(5)]
    private void Formats(in Interrupt irq)
    {
        if (irq.Index.TryFormat(_chars, out int written) && Encoding.UTF8.TryGetBytes(_chars.AsSpan(0, written), _bytes, out int count))
        {
            _sum += count + Convert.ToHexString(_bytes.AsSpan(0, 2)).Length; //! TH2006
        }

        _text = string.Create(3, 'x', static (span, letter) => span.Fill(letter)); //! TH2006
        _text = new string('a', 3); //! TH2006|TH2001
    }

    [MsiVector(6)]
    private void Writers(in Interrupt irq)
    {
        if (_stack.TryPop(out int top) && _stack.TryPeek(out int next))
        {
            _sum += top + next;
        }

        _writer.Clear();
        Span<byte> space = _writer.GetSpan(16); //! TH2002|TH2012
        space[0] = 1;
        _writer.Advance(1);
    }

    [MsiVector(7)]
    private void Handles(in Interrupt irq)
    {
        Unsafe.As<byte, ulong>(ref _bytes[0]) = irq.Status;
        ref byte first = ref MemoryMarshal.GetReference(_bytes.AsSpan());
        Unsafe.InitBlockUnaligned(ref first, 0, 16);
        var handle = GCHandle.Alloc(_bytes); //! TH2001|TH3001|TH3009|TH3010
        handle.Free(); //! TH3009
    }
}
