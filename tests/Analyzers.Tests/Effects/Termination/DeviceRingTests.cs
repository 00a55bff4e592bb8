using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Rings in memory that a card writes while they are emptied: only a budget ends what a mark in a slot goes on by.</summary>
public sealed class DeviceRingTests
{
    private const string Members = """
        private readonly Bar _bar;
        private readonly Descriptor* _ring;
        private readonly Descriptor[] _slots = new Descriptor[256];
        private readonly Table _table = new();
        private int _head;
        private long _bytes;
        private byte* _memory;
        private Span<Descriptor> Ring => new(_ring, 256);
        private Span<Descriptor> Whole() => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, Descriptor>(new Span<byte>(_memory, 4096));
        private ref Descriptor Current => ref _ring[_head];
        private bool IsDone(int slot) => (Volatile.Read(ref _slots[slot].Status) & 1) != 0;
        private void Advance() => _head = (_head + 1) & 255;
        private void Take(int length) => _bytes += length;
        """;

    private const string Types = """
        internal struct Descriptor { public uint Status; public int Length; public int Next; public volatile uint Flags; }
        internal sealed unsafe class Table { private readonly Descriptor* _first; public ref Descriptor this[int index] => ref _first[index]; }
        internal unsafe struct Link { public Link* Next; public int Value; }
        """;

    private static readonly ProjectOptions Unsafe = new() { Language = LanguageVersion.CSharp13, AllowUnsafe = true };

    [Theory]
    [InlineData("{|TH4004:while ((_ring[_head].Status & 1) != 0)|} { Take(_ring[_head].Length); _head = (_head + 1) & 255; }")]
    [InlineData("{|TH4004:while ((_ring[_head].Status & 1) != 0)|} { _ring[_head].Status = 0; if (++_head == 256) { _head = 0; } }")]
    [InlineData("{|TH4004:while ((_ring[_head].Status & 1) != 0)|} { _head = _head == 255 ? 0 : _head + 1; }")]
    [InlineData("{|TH4004:while ((_ring[_head].Status & 1) != 0)|} { Advance(); }")]
    [InlineData("{|TH4004:while ((_ring[_head & 255].Status & 1) != 0)|} { _head++; }")]
    [InlineData("{|TH4004:while ((Volatile.Read(ref _ring[_head].Status) & 1) != 0)|} { _head = (_head + 1) % 256; }")]
    [InlineData("{|TH4004:while ((Volatile.Read(ref _slots[_head].Status) & 1) != 0)|} { _slots[_head].Status = 0; _head = (_head + 1) & 255; }")]
    [InlineData("{|TH4004:while ((_slots[_head].Flags & 1) != 0)|} { _head = (_head + 1) & 255; }")]
    [InlineData("{|TH4004:while ((_bar.Read32((ulong)(_head * 16)) & 1) != 0)|} { _head = (_head + 1) & 255; }")]
    [InlineData("{|TH4004:while (IsDone(_head))|} { Advance(); }")]
    [InlineData("{|TH4004:while ((Ring[_head].Status & 1) != 0)|} { Advance(); }")]
    [InlineData("Span<Descriptor> ring = new(_ring, 256); {|TH4004:while ((ring[_head].Status & 1) != 0)|} { Advance(); }")]
    [InlineData("Span<Descriptor> ring = Ring; {|TH4004:while ((ring[_head].Status & 1) != 0)|} { Advance(); }")]
    [InlineData("Span<Descriptor> ring = Whole(); {|TH4004:while ((ring[_head].Status & 1) != 0)|} { Advance(); }")]
    [InlineData("{|TH4004:while ((Current.Status & 1) != 0)|} { Advance(); }")]
    [InlineData("{|TH4004:while ((_table[_head].Status & 1) != 0)|} { Advance(); }")]
    [InlineData("{|TH4004:while (true)|} { ref Descriptor d = ref _ring[_head]; if ((d.Status & 1) == 0) { break; } Take(d.Length); Advance(); }")]
    [InlineData("{|TH4004:while (true)|} { Descriptor* d = &_ring[_head]; if ((d->Status & 1) == 0) { break; } Take(d->Length); Advance(); }")]
    [InlineData("{|TH4004:while (true)|} { Descriptor* d = _ring + _head; if ((d->Status & 1) == 0) { return; } d->Status = 0; Advance(); }")]
    [InlineData("{|TH4004:while (true)|} { Descriptor d = _ring[_head]; if ((d.Status & 1) == 0) { break; } Take(d.Length); Advance(); }")]
    [InlineData("{|TH4004:while (true)|} { ref Descriptor d = ref _ring[_head]; if (d.Status == 0) { break; } d.Status = 0; Advance(); }")]
    [InlineData("Descriptor* d = _ring; {|TH4004:while ((d->Status & 1) != 0)|} { Take(d->Length); d++; }")]
    [InlineData("int done = 0; {|TH4004:while ((_ring[_head].Status & 1) != 0)|} { done++; Advance(); } Take(done);")]
    public Task Without_a_budget(string body) => AnalyzerTest.Verify(Source(body), Unsafe);

    [Theory]
    [InlineData("for (int budget = 64; budget > 0 && (_ring[_head].Status & 1) != 0; budget--) { Advance(); }")]
    [InlineData("int done = 0; while ((_ring[_head].Status & 1) != 0 && done < 64) { done++; Advance(); }")]
    [InlineData("for (int i = 0; i < 256; i++) { ref Descriptor d = ref _ring[_head]; if ((d.Status & 1) == 0) { break; } Take(d.Length); Advance(); }")]
    [InlineData("int budget = 64; while ((Volatile.Read(ref _slots[_head].Status) & 1) != 0) { Advance(); if (--budget == 0) { break; } }")]
    [InlineData("int budget = 64; while (IsDone(_head) && budget-- > 0) { Advance(); }")]
    [InlineData("int tail = (int)_bar.Read32(0x10); while (_head != tail) { Take(_ring[_head].Length); Advance(); }")]
    [InlineData("Span<Descriptor> ring = Ring; for (int i = 0; i < ring.Length; i++) { if (ring[i].Status != 0) { Take(ring[i].Length); } }")]
    [InlineData("Descriptor* end = _ring + 256; for (Descriptor* d = _ring; d < end && (d->Status & 1) != 0; d++) { Take(d->Length); }")]
    [InlineData("long end = Environment.TickCount64 + 2; while ((_ring[_head].Status & 1) != 0 && Environment.TickCount64 < end) { Advance(); }")]
    [InlineData("int i = _head; while (true) { Descriptor d = _ring[i]; if (d.Status == 0) { return; } i = d.Next; }")]
    [InlineData("for (Link* link = (Link*)_memory; link != null; link = link->Next) { Take(link->Value); }")]
    [InlineData("Link* link = (Link*)_memory; while (link->Next != null) { link = link->Next; }")]
    [InlineData("byte at = _bar.Read8(0x34); while (at != 0) { at = _bar.Read8((ulong)at + 1); }")]
    [InlineData("while ((_slots[_head].Status & 1) != 0) { _slots[_head].Status = 0; Advance(); }")]
    [InlineData("Span<Descriptor> slots = _slots; while ((slots[_head].Status & 1) != 0) { slots[_head].Status = 0; Advance(); }")]
    public Task With_a_bound(string body) => AnalyzerTest.Verify(Source(body), Unsafe);

    private static string Source(string body)
        => EffectSource.Handler(body, Members, Types).Replace("sealed partial class", "sealed unsafe partial class", StringComparison.Ordinal);
}
