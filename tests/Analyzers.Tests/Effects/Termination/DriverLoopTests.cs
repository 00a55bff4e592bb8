using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Loops of whole drivers: network, storage, serial, and the helpers that they are made of.</summary>
public sealed class DriverLoopTests
{
    private const string Types = """
        internal struct RxDescriptor { public ulong Address; public ushort Length; public byte Status; public byte Errors; }
        internal struct Completion { public uint Result; public ushort Id; public ushort Status; }
        internal sealed class SpscRing<T>
        {
            private readonly T[] _items = new T[64];
            private int _head;
            private int _tail;
            public bool TryWrite(in T item)
            {
                int tail = _tail;
                int next = (tail + 1) & 63;
                if (next == Volatile.Read(ref _head)) { return false; }
                _items[tail] = item;
                Volatile.Write(ref _tail, next);
                return true;
            }
            public bool TryRead(out T item)
            {
                int head = _head;
                if (head == Volatile.Read(ref _tail)) { item = default!; return false; }
                item = _items[head];
                Volatile.Write(ref _head, (head + 1) & 63);
                return true;
            }
        }
        internal readonly struct Deadline
        {
            private readonly long _end;
            public Deadline(long ticks) => _end = System.Diagnostics.Stopwatch.GetTimestamp() + ticks;
            public bool HasPassed => System.Diagnostics.Stopwatch.GetTimestamp() >= _end;
        }
        internal sealed class Buffers
        {
            private readonly int[] _free = new int[16];
            private int _count;
            public int Take() => _count == 0 ? -1 : _free[--_count];
            public bool TryTake(out int id) { if (_count == 0) { id = -1; return false; } _count--; id = _free[_count]; return true; }
        }
        """;

    private const string Members = """
        private const int RingSize = 256;
        private readonly Bar _bar;
        private readonly System.Diagnostics.Stopwatch _watch = new();
        private readonly RxDescriptor[] _rx = new RxDescriptor[RingSize];
        private readonly Completion[] _done = new Completion[RingSize];
        private readonly SpscRing<int> _ring = new();
        private readonly Buffers _buffers = new();
        private readonly byte[] _fifo = new byte[64];
        private int _next, _clean, _use, _doorbell, _frames, _phase = 1;
        private long _bytes;
        private uint _cause;
        private int Receive(int budget)
        {
            int done = 0;
            while (done < budget)
            {
                ref RxDescriptor d = ref _rx[_next];
                if ((Volatile.Read(ref d.Status) & 1) == 0) { break; }
                if (d.Errors == 0) { _bytes += d.Length; _frames++; }
                d.Status = 0;
                _next = _next + 1 == RingSize ? 0 : _next + 1;
                done++;
            }
            if (done > 0) { _bar.Write32(0x2818, (uint)_next); }
            return done;
        }
        private void Reap()
        {
            ushort tag;
            while (((tag = _done[_next].Status) & 1) == _phase)
            {
                Use(tag, _done[_next].Id);
                if (++_next == RingSize) { _next = 0; _phase = 1 - _phase; }
            }
            _bar.Write32(0x1004, (uint)_next);
        }
        private bool CleanTx()
        {
            int clean = _clean;
            int budget = 64;
            do
            {
                if (clean == _use) { break; }
                if ((_rx[clean].Status & 1) == 0) { break; }
                _rx[clean].Address = 0;
                clean++;
                if (clean >= RingSize) { clean -= RingSize; }
                budget--;
            }
            while (budget > 0);
            _clean = clean;
            return budget > 0;
        }
        private bool WaitReady(int tries)
        {
            for (int i = 0; i < tries; i++)
            {
                if ((_bar.Read32(0x08) & 0x2) != 0) { return true; }
                Thread.SpinWait(4);
            }
            return false;
        }
        private void WaitReadyForEver() { while ((_bar.Read32(0x08) & 0x2) == 0) { Thread.SpinWait(4); } }
        private void DrainUart(int limit)
        {
            int n = 0;
            while ((_bar.Read8(5) & 1) != 0 && n < limit) { _fifo[n++ & 63] = _bar.Read8(0); }
        }
        private void DrainUartForEver() { int n = 0; while ((_bar.Read8(5) & 1) != 0) { _fifo[n++ & 63] = _bar.Read8(0); } }
        private void Use(int a, int b) => _bytes += a + b;
        private static uint Checksum(ReadOnlySpan<byte> data)
        {
            uint crc = ~0u;
            foreach (byte b in data)
            {
                crc ^= b;
                for (int k = 0; k < 8; k++) { crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1; }
            }
            return ~crc;
        }
        private static int Parse(ReadOnlySpan<byte> data)
        {
            int offset = 0;
            int found = 0;
            while (offset + 2 <= data.Length)
            {
                byte type = data[offset];
                byte size = data[offset + 1];
                if (type == 0xFF || size == 0) { break; }
                found++;
                offset += 2 + size;
            }
            return found;
        }
        private static int FindCapability(ReadOnlySpan<byte> config, byte id)
        {
            int at = config[0x34];
            int left = 48;
            while (at != 0 && left-- > 0)
            {
                if (config[at] == id) { return at; }
                at = config[at + 1];
            }
            return 0;
        }
        """;

    private static readonly ProjectOptions CSharp13 = new() { Language = LanguageVersion.CSharp13 };

    [Theory]
    [InlineData("Receive(64);")]
    [InlineData("Reap();")]
    [InlineData("CleanTx();")]
    [InlineData("WaitReady(100);")]
    [InlineData("DrainUart(16);")]
    [InlineData("_ = Checksum(_fifo); _ = Parse(_fifo); _ = FindCapability(_fifo, 5);")]
    [InlineData("int work = 0; while (work < 64 && _ring.TryRead(out int item)) { Use(item, 1); work++; }")]
    [InlineData("for (int i = 0; i < 64; i++) { if (!_ring.TryRead(out int item)) { break; } Use(item, i); }")]
    [InlineData("int total = 0; int got; do { got = Receive(16); total += got; } while (got == 16 && total < 64);")]
    [InlineData("uint cause = _bar.Read32(0xC0); while (cause != 0) { uint bit = cause & (uint)-(int)cause; cause &= ~bit; switch (bit) { case 1: Receive(8); break; case 2: CleanTx(); break; default: break; } }")]
    [InlineData("var deadline = new Deadline(1000); while ((_bar.Read32(8) & 1) != 0) { if (deadline.HasPassed) { return; } }")]
    [InlineData("var deadline = new Deadline(1000); while ((_bar.Read32(8) & 1) != 0 && !deadline.HasPassed) { }")]
    [InlineData("while (_watch.ElapsedMilliseconds < 2 && (_bar.Read32(8) & 1) != 0) { }")]
    [InlineData("while (_buffers.TryTake(out int id)) { Use(id, 0); }")]
    [InlineData("int id; while ((id = _buffers.Take()) >= 0) { Use(id, 0); }")]
    [InlineData("int shift = 0; uint v = _cause; while ((v & 1) == 0 && shift < 32) { v >>= 1; shift++; }")]
    [InlineData("for (uint mask = 0x8000_0000; mask != 0; mask >>= 1) { if ((_cause & mask) != 0) { Use(1, 1); } }")]
    [InlineData("int retries = 3; do { _bar.Write32(4, 1); } while ((_bar.Read32(4) & 1) == 0 && --retries > 0);")]
    [InlineData("int retries = 0; while (true) { _bar.Write32(4, 1); if ((_bar.Read32(4) & 1) != 0) { break; } if (++retries == 5) { _frames = 0; return; } }")]
    [InlineData("Span<byte> copy = stackalloc byte[64]; int left = copy.Length, at = 0; while (left > 0) { int n = Math.Min(left, 16); _fifo.AsSpan(at, n).CopyTo(copy.Slice(at)); at += n; left -= n; }")]
    [InlineData("uint head = _bar.Read32(0x10); uint tail = (uint)_next; while (tail != head) { Use((int)tail, 0); tail = tail == 255 ? 0 : tail + 1; } _next = (int)tail;")]
    [InlineData("int available = (_use - _clean) & 255; while (available-- > 0) { _clean = (_clean + 1) & 255; }")]
    [InlineData("for (int q = 0; q < 4; q++) { int left = 16; while (left > 0 && (_bar.Read32((ulong)(q * 64)) & 1) != 0) { left--; Use(q, left); } }")]
    [InlineData("bool any; int rounds = 0; do { any = false; if (Receive(8) > 0) { any = true; } if (CleanTx()) { any = true; } } while (any && ++rounds < 4);")]
    public Task Bounded(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types), CSharp13);

    [Theory]
    [InlineData("{|TH4005:WaitReadyForEver|}();")]
    [InlineData("{|TH4005:DrainUartForEver|}();")]
    [InlineData("{|TH4004:while (_ring.TryRead(out int item))|} { Use(item, 1); }")]
    [InlineData("int got; do { got = Receive(16); } {|TH4004:while (got == 16)|};")]
    [InlineData("{|TH4005:while ((_cause = _bar.Read32(0xC0)) != 0)|} { Receive(8); CleanTx(); }")]
    [InlineData("{|TH4004:while (true)|} { Receive(8); CleanTx(); }")]
    [InlineData("{|TH4005:while ((_bar.Read32(8) & 1) != 0)|} { _bytes = _watch.ElapsedTicks; }")]
    [InlineData("int tries = 0; {|TH4005:while ((_bar.Read32(8) & 1) != 0)|} { tries++; }")]
    [InlineData("int tries = 0; {|TH4005:while ((_bar.Read32(8) & 1) != 0)|} { if (++tries > 100) { tries = 0; } }")]
    [InlineData("int tries = 0; {|TH4005:while ((_bar.Read32(8) & 1) != 0 || tries++ < 100)|} { }")]
    [InlineData("int got; int total = 0; do { got = Receive(16); total += got; } {|TH4004:while (total < 64)|};")]
    [InlineData("{|TH4005:while ((_bar.Read32(8) & 1) != 0)|} { for (int i = 0; i < 100; i++) { Use(i, i); } }")]
    [InlineData("{|TH4004:while (_next != _bar.Read32(0x10))|} { _next = (_next + 1) & 255; }")]
    public Task Unbounded(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types), CSharp13);
}
