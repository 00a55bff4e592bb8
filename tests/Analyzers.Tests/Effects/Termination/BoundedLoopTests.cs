using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Loops that come to an end, as authors of drivers write them: nothing is said.</summary>
public sealed class BoundedLoopTests
{
    /// <summary>Counters.</summary>
    [Theory]
    [InlineData("for (int i = 0; i < 8; i++) { Use(i); }")]
    [InlineData("for (int i = 8; i-- > 0;) { Use(i); }")]
    [InlineData("for (int i = 7; i >= 0; --i) { Use(i); }")]
    [InlineData("for (int i = 0; i < 64; i += 4) { Use(i); }")]
    [InlineData("for (uint bit = 1; bit != 0; bit <<= 1) { Use((int)bit); }")]
    [InlineData("for (int i = 0, j = 9; i < j; i++, j--) { Use(i + j); }")]
    [InlineData("for (int i = 0; ; i++) { if (i == 8) { break; } Use(i); }")]
    [InlineData("for (int i = 0; i < _list.Count; i++) { Use(_list[i]); }")]
    [InlineData("for (int i = 0; i < _ring.Length; i++) { if (_ring[i].Status == 0) { continue; } Use(i); }")]
    [InlineData("for (int i = 0; i < _list.Count; i++) { if (_list[i] == 0) { _list.RemoveAt(i); i--; } }")]
    [InlineData("int i = 0; while (i < 8) { Use(i); i++; }")]
    [InlineData("int i = 0; while (true) { if (++i > 8) { return; } Use(i); }")]
    [InlineData("int i = 0; while (true) { if (i >= 8) break; if (_ring[i].Status == 0) { i += 2; continue; } i++; }")]
    [InlineData("int n = 8; while (n --> 0) { Use(n); }")]
    [InlineData("int n = 8; do { Use(n); } while (--n > 0);")]
    [InlineData("int n = 8; do { Use(n); n = n - 1; } while (n != 0);")]
    [InlineData("int lo = 0, hi = 255; while (lo <= hi) { int mid = (lo + hi) >> 1; if (_ring[mid].Length < 7) { lo = mid + 1; } else { hi = mid - 1; } }")]
    [InlineData("int i = 0; bool isFound = false; while (!isFound && i < 8) { isFound = _ring[i].Status == 1; i++; }")]
    [InlineData("for (int i = 0; i < 8; i++) { for (int j = 0; j < i; j++) { Use(j); } }")]
    [InlineData("for (int i = 0; i < 8; i++) { int j = i; while (j > 0 && _ring[j].Length < _ring[j - 1].Length) { (_ring[j], _ring[j - 1]) = (_ring[j - 1], _ring[j]); j--; } }")]
    [InlineData("int i = 0; again: Use(i); if (++i < 8) { goto again; }")]
    [InlineData("int count = (int)Status & 0xF; for (int i = 0; i < count; i++) { Use((int)_bar.Read32(0x20)); }")]
    [InlineData("int i = 0; while (i < 8) { if (_ring[i].Status == 0) { i = 8; } else { i++; } }")]
    [InlineData("_budget = 8; while (_budget > 0) { _budget--; Use(_budget); }")]
    [InlineData("_budget = 8; while (Interlocked.Decrement(ref _budget) > 0) { Use(1); }")]
    [InlineData("foreach (Descriptor d in _ring) { Use(d.Length); }")]
    [InlineData("foreach (int n in _list) { if (n == 0) { continue; } if (n == 1) { break; } Use(n); }")]
    [InlineData("while (true) { Use(1); break; }")]
    [InlineData("do { if (_isReady) { break; } Use(1); } while (false);")]
    [InlineData("while (true) { if (_isReady) { Use(1); } return; }")]
    [InlineData("int i = 0; while (i < 8) { try { Use(i); } finally { i++; } }")]
    [InlineData("int i = 0; while (i < 8) { using (new Scope()) { if (i == 3) { break; } i++; } }")]
    public Task A_counter(string body) => AnalyzerTest.Verify(
        LoopSource.Handler(body) + "internal struct Scope : IDisposable { public void Dispose() { } }");

    /// <summary>Masks whose bits are cleared.</summary>
    [Theory]
    [InlineData("uint bits = Status; while (bits != 0) { int i = System.Numerics.BitOperations.TrailingZeroCount(bits); bits &= bits - 1; Use(i); }")]
    [InlineData("uint bits = Status; while (bits != 0) { int i = System.Numerics.BitOperations.TrailingZeroCount(bits); bits &= ~(1u << i); Use(i); }")]
    [InlineData("uint bits = Status; while (bits != 0) { int i = System.Numerics.BitOperations.TrailingZeroCount(bits); bits ^= 1u << i; Use(i); }")]
    [InlineData("uint bits = Status; while (bits > 0) { uint low = bits & (0 - bits); bits -= low; _bar.Write32(0x14, low); }")]
    [InlineData("for (uint bits = Status; bits != 0; bits &= bits - 1) { Use(1); }")]
    [InlineData("for (int i = 0; _pending != 0; i++, _pending >>= 1) { if ((_pending & 1) != 0) { Use(i); } }")]
    [InlineData("uint bits = Status; do { bits = bits & (bits - 1); Use(1); } while (bits != 0);")]
    [InlineData("_pending |= Status; while (_pending is not 0) { _pending = Without(_pending); Use(1); }")]
    public Task A_mask(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>Rings: the card or a thread fills them, and the handler walks them once.</summary>
    [Theory]
    [InlineData("int tail = (int)Status; while (_head != tail) { Use(_ring[_head].Length); _head = (_head + 1) % _ring.Length; }")]
    [InlineData("int tail = Volatile.Read(ref _tail); while (_head != tail) { Use(_ring[_head].Length); _head = (_head + 1) & 255; }")]
    [InlineData("int tail = _tail; while (_head != tail) { Use(_ring[_head].Length); if (++_head == _ring.Length) { _head = 0; } }")]
    [InlineData("int tail = _tail; while (_head != tail) { Use(1); _head++; if (_head == 256) { _head = 0; _phase ^= 1; } }")]
    [InlineData("int tail = _tail; while (_head != tail) { Use(1); int next = _head + 1; if (next >= 256) { next = 0; } _head = next; }")]
    [InlineData("int tail = _tail; while (_head != tail) { Use(1); _head = _head == 255 ? 0 : _head + 1; }")]
    [InlineData("while (_head != _tail) { Use(_ring[_head].Length); _head = (_head + 1) & 255; }")]
    [InlineData("while (_head != _tail) { Advance(); }")]
    [InlineData("while (HasMore()) { Advance(); }")]
    [InlineData("while (Consume()) { Use(1); }")]
    [InlineData("while (true) { if (!Consume()) { break; } Use(1); }")]
    [InlineData("while ((_ring[_head].Status & 1) == _phase) { Use(1); _head++; if (_head == 256) { _head = 0; _phase ^= 1; } }")]
    [InlineData("while (true) { ref Descriptor d = ref _ring[_head]; if ((d.Status & 1) == 0) { break; } Use(d.Length); _head = (_head + 1) & 255; }")]
    [InlineData("int i = _head; while (true) { Descriptor d = _ring[i]; if (d.Status == 0) { return; } i = d.Next; }")]
    public Task A_ring(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>Collections that the handler empties, lists that it walks.</summary>
    [Theory]
    [InlineData("for (Node? node = _nodes; node is not null; node = node.Next) { Use(node.Value); }")]
    [InlineData("Node? node = _nodes; while (node != null) { Node? next = node.Next; node.Next = null; node = next; }")]
    [InlineData("while (_nodes is { } node) { _nodes = node.Next; Use(node.Value); }")]
    [InlineData("while (_queue.TryDequeue(out int n)) { Use(n); }")]
    [InlineData("while (_queue.Count > 0) { Use(_queue.Dequeue()); }")]
    [InlineData("while (_queue.TryPeek(out int n) && n < 8) { _queue.Dequeue(); }")]
    [InlineData("while (_list.Count != 0) { Use(_list[^1]); _list.RemoveAt(_list.Count - 1); }")]
    [InlineData("while (_fifo.TryPop(out int n)) { Use(n); }")]
    [InlineData("while (!_fifo.IsEmpty) { Use(_fifo.Pop()); }")]
    [InlineData("while (_fifo.Count > 0) { Use(_fifo.Pop()); }")]
    [InlineData("for (;;) { bool got = _fifo.TryPop(out int n); if (!got) { return; } Use(n); }")]
    [InlineData("ReadOnlySpan<byte> rest = stackalloc byte[64]; while (!rest.IsEmpty) { Use(rest[0]); rest = rest.Slice(1); }")]
    [InlineData("ReadOnlySpan<byte> rest = stackalloc byte[64]; while (rest.Length >= 2) { Use(rest[0]); rest = rest[2..]; }")]
    [InlineData("Span<byte> bytes = stackalloc byte[64]; int at = 0; while (at < bytes.Length) { int size = bytes[at]; if (size == 0) { break; } at += size; }")]
    [InlineData("List<int>.Enumerator e = _list.GetEnumerator(); while (e.MoveNext()) { Use(e.Current); }")]
    public Task A_collection(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>Registers that are polled with a count or a deadline, collections of threads with a budget.</summary>
    [Theory]
    [InlineData("for (int i = 0; i < 100; i++) { if ((Status & 1) == 0) { break; } }")]
    [InlineData("int tries = 0; while ((Status & 1) != 0 && tries++ < 100) { }")]
    [InlineData("int tries = 100; while ((Status & 1) != 0) { if (--tries == 0) { return; } }")]
    [InlineData("int budget = 16; do { Use((int)_bar.Read8(0)); } while (--budget > 0 && IsBusy());")]
    [InlineData("int budget = 64; while (budget-- > 0 && ConsumeShared()) { Use(1); }")]
    [InlineData("int budget = 64; while (_fifo.TryPopShared(out int n)) { Use(n); if (--budget == 0) { break; } }")]
    [InlineData("for (int n = 0; n < 32 && !_fifo.IsEmptyShared; n++) { Use(_fifo.Pop()); }")]
    [InlineData("long end = System.Environment.TickCount64 + 2; while ((Status & 1) != 0) { if (System.Environment.TickCount64 > end) { return; } }")]
    [InlineData("long start = System.Diagnostics.Stopwatch.GetTimestamp(); while ((Status & 1) != 0 && System.Diagnostics.Stopwatch.GetTimestamp() - start < 1000) { }")]
    [InlineData("long start = System.Diagnostics.Stopwatch.GetTimestamp(); while (IsBusy()) { long now = System.Diagnostics.Stopwatch.GetTimestamp(); if (now - start > 1000) { break; } }")]
    [InlineData("int retries = 0; for (;;) { if (!IsBusy()) { break; } retries++; if (retries >= 3) { break; } }")]
    [InlineData("int retries = 3; retry: if (IsBusy() && retries-- > 0) { goto retry; }")]
    [InlineData("int i = 0; while (i < 3) { try { Use(1); return; } catch (InvalidOperationException) { i++; } }")]
    [InlineData("for (int i = 0; i < 8 & !_isReady; i++) { }")]
    [InlineData("while (_source.TryNext(out int value)) { Use(value); }")]
    [InlineData("for (int i = 0; i < 4; i++) { int old = _tail; if (Interlocked.CompareExchange(ref _tail, old + 1, old) == old) { break; } }")]
    public Task A_budget(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));

    /// <summary>States that are gone through once.</summary>
    [Theory]
    [InlineData("Step step = Step.Start; while (true) { switch (step) { case Step.Start: step = Step.Header; break; case Step.Header: Use(1); step = Step.Payload; break; default: return; } }")]
    [InlineData("int state = 0; while (true) { if (state == 0) { state = 1; } else if (state == 1) { Use(1); state = 2; } else { return; } }")]
    [InlineData("int state = 0; while (state != 2) { switch (state) { case 0: state = IsBusy() ? 1 : 2; break; case 1: state = 2; break; } }")]
    [InlineData("bool isDone = false; int i = 0; while (!isDone) { if (i >= 8) { isDone = true; } else { i++; } }")]
    [InlineData("bool more = true; int i = 0; while (more) { more = false; if (i < 8) { i++; more = true; } }")]
    public Task A_state(string body) => AnalyzerTest.Verify(LoopSource.Handler(body));
}
