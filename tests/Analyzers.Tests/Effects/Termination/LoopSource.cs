namespace TopHalf.Analyzers.Tests;

/// <summary>A driver with what loops of drivers are about: registers, rings, masks, lists.</summary>
internal static class LoopSource
{
    private const string Members = """
        private readonly Bar _bar;
        private readonly Descriptor[] _ring = new Descriptor[256];
        private readonly Queue<int> _queue = new();
        private readonly List<int> _list = new();
        private readonly Fifo _fifo = new();
        private readonly ISource<int> _source = new Words();
        private readonly Restarting _again = new();
        private Node? _nodes;
        private volatile bool _isReady;
        private bool _isDone;
        private int _head, _tail, _sum, _budget, _state;
        private uint _pending;
        private int _phase;

        private uint Status => _bar.Read32(0x10);
        private uint Reg(uint offset) => _bar.Read32(offset);
        private bool IsBusy() => (Status & 1) != 0;
        private bool IsBusyLater() => IsBusy();
        private static uint Without(uint bits) => bits & (bits - 1);
        private void Use(int value) => _sum += value;
        private bool Consume() { if (_head == _tail) { return false; } _head++; return true; }
        private bool ConsumeShared() { if (_head == Volatile.Read(ref _tail)) { return false; } _head++; return true; }
        private void Advance() => _head = (_head + 1) % _ring.Length;
        private void AdvanceIfReady() { if (_isReady) { _head++; } }
        private bool HasMore() => _head != _tail;
        """;

    private const string Types = """
        internal struct Descriptor { public uint Status; public int Length; public int Next; public volatile uint Flags; }
        internal sealed class Node { public Node? Next; public int Value; }
        internal interface ISource<T> { bool TryNext(out T value); }
        internal sealed class Words : ISource<int>
        {
            private readonly int[] _items = new int[16];
            private int _at;
            public bool TryNext(out int value)
            {
                value = 0;
                if (_at == _items.Length) { return false; }
                value = _items[_at++];
                return true;
            }
        }
        internal sealed class Restarting
        {
            private readonly int[] _items = new int[16];
            private int _at;
            public bool TryNext(out int value)
            {
                if (_at == _items.Length) { _at = 0; value = 0; return false; }
                value = _items[_at++];
                return true;
            }
            public bool TryEndlessly(out int value)
            {
                if (_at == _items.Length) { _at = 0; value = 0; return true; }
                value = _items[_at++];
                return true;
            }
            public bool TryPerhaps(out int value)
            {
                value = 0;
                if (_at == _items.Length) { _at = 0; if (_items[0] == 0) { return true; } return false; }
                value = _items[_at++];
                return true;
            }
            public bool TryCaught(out int value)
            {
                value = 0;
                try { if (_at == _items.Length) { _at = 0; value = _items[16]; return false; } } catch (IndexOutOfRangeException) { }
                value = _items[_at++];
                return true;
            }
            public bool TryThrough(out int value) => TryNext(out value);
            public bool IsEmptyOr(out int value) => !TryThrough(out value);
            public bool TryLater(out int value) { if (!TryNext(out value)) { return false; } value++; return true; }
        }
        internal enum Step { Start, Header, Payload, Done }
        internal sealed class Fifo
        {
            private readonly int[] _items = new int[16];
            private int _head, _tail;
            private int _sharedTail;
            public int Count => _tail - _head;
            public bool IsEmpty => _head == _tail;
            public bool IsEmptyShared => _head == Volatile.Read(ref _sharedTail);
            public int Pop() => _items[_head++ & 15];
            public bool TryPop(out int value)
            {
                value = 0;
                if (_head == _tail) { return false; }
                value = _items[_head & 15];
                _head++;
                return true;
            }
            public bool TryPopShared(out int value)
            {
                value = 0;
                int head = _head;
                if (head == Volatile.Read(ref _sharedTail)) { return false; }
                value = _items[head & 15];
                Volatile.Write(ref _head, head + 1);
                return true;
            }
        }
        """;

    public static string Handler(string body) => EffectSource.Handler(body, Members, Types);
}
