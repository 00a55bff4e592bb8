using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH5010: what a handler writes and others use as if they were alone.</summary>
public sealed class RaceRuleTests
{
    [Fact]
    public Task A_counter() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH5010:_count|}++;", "private int _count; public int Count => _count;"),
        "'OnRx' shares a field: OnRx → _count++ ('Count' reads it plainly; write Interlocked.Increment(ref _count) here and Volatile.Read(ref _count) there)");

    [Fact]
    public Task Handlers_of_one_line_run_one_after_the_other() => AnalyzerTest.Verify("""
        using TopHalf;
        [InterruptDriver, IrqPending(RegisterType.Mmio32, 0, 0, 3), IrqAck(RegisterType.Mmio32, 0, 0, 3, Clear = IrqClear.Echo)]
        public partial class Card
        {
            private int _both, _one;
            public int One => _one;
            [IntxLine(Thread = "line"), StatusBits(1)] private void OnA(in Interrupt irq) { _both++; {|TH5010:_one|}++; }
            [IntxLine(Thread = "line"), StatusBits(2)] private void OnB(in Interrupt irq) => _both++;
        }
        """);

    [Fact]
    public Task A_flag_that_is_waited_for() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH5010:_done|} = true;", "private bool _done; public void WaitForIt() { while (!_done) { } }"),
        "'OnRx' shares a field: OnRx → _done = … ('WaitForIt' reads it plainly; write Volatile.Write(ref _done, …) here and Volatile.Read(ref _done) there)");

    [Fact]
    public Task An_atomic_write_and_a_plain_use() => AnalyzerTest.Verify(
        EffectSource.Handler("Interlocked.Increment(ref {|TH5010:_count|});", "private int _count; public void Reset() => _count = 0;"),
        "'OnRx' shares a field: OnRx → Interlocked.Increment(ref _count) ('Reset' writes it plainly; write Volatile.Write(ref _count, …) there)");

    [Fact]
    public Task Through_calls_on_both_sides() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH5010:Note|}(1);",
            """
            private readonly Counter _rx = new();
            private readonly Counter _other = new();
            private void Note(int n) => _rx.Add(n);
            public long Received => Sum();
            private long Sum() => _rx.Value;
            public void Use() => _other.Add(1);
            """,
            "internal sealed class Counter { private long _value; public void Add(long n) => _value += n; public long Value => _value; }"),
        "'OnRx' shares a field: OnRx → Note → Counter.Add → _value += … ('Received' reads it plainly; "
            + "write Interlocked.Add(ref _value, …) here and Volatile.Read(ref _value) there)");

    [Fact]
    public Task Two_objects_of_one_class_are_two() => AnalyzerTest.Verify(
        EffectSource.Handler("_rx.Add(1);",
            "private readonly Counter _rx = new(); private readonly Counter _tx = new(); public long Sent => _tx.Value; public void Send() => _tx.Add(1);",
            "internal sealed class Counter { private long _value; public void Add(long n) => _value += n; public long Value => _value; }"));

    [Fact]
    public Task Atomic_on_both_sides_or_outside() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Interlocked.Increment(ref _count); Volatile.Write(ref _last, irq.Status); _plain = 3; _flag = true; Bump(ref _bumped);",
            """
            private int _count; private ulong _last; private int _plain; private volatile bool _flag; private int _bumped;
            public int Count => Volatile.Read(ref _count);
            public ulong Last => Volatile.Read(ref _last);
            public int Plain => Volatile.Read(ref _plain);
            public bool Flag => _flag;
            public int Bumped => Take(ref _bumped);
            public int Reset() => Interlocked.Exchange(ref _count, 0);
            private static void Bump(ref int n) => Interlocked.Increment(ref n);
            private static int Take(ref int n) => Interlocked.Exchange(ref n, 0);
            """));

    [Fact]
    public Task What_the_handler_alone_uses() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_state++; if (_limit > 0) { Step(); } s_calls++;",
            "private int _state; private int _limit; private static int s_calls; private void Step() => _state = 0; public void Configure(int n) => _limit = n; public int Limit => _limit;"));

    [Fact]
    public Task Before_and_after_the_interrupts() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_count++; _total += 1;",
            """
            private int _count; private long _total = 1; private InterruptBinding? _binding;
            public MyDriver() => _count = 1;
            public void Start(PciDevice device) { _count = 0; _total = 0; _binding = EnableInterrupts(device); }
            public int Stop() { _binding?.Dispose(); return _count; }
            public long Run(PciDevice device) { RunInterrupts(device); return _total; }
            public async Task<int> Finish() { await _binding!.Completion; return _count; }
            public void Dispose() => Console.WriteLine(_count);
            """));

    [Fact]
    public Task While_they_are_enabled() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH5010:_count|}++;",
            "private int _count; public int Run(PciDevice device) { _count = 0; using InterruptBinding b = EnableInterrupts(device); Thread.Sleep(10); return _count; }"));

    [Fact]
    public Task A_flag_publishes_what_was_written_before() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_result = irq.Status; Volatile.Write(ref _ready, true);",
            """
            private ulong _result; private bool _ready;
            private bool IsReady => Volatile.Read(ref _ready);
            public bool TryGet(out ulong result) { if (!IsReady) { result = 0; return false; } result = _result; return true; }
            public ulong Wait() { while (!Volatile.Read(ref _ready)) { } return _result; }
            public ulong Spin() { SpinWait.SpinUntil(() => Volatile.Read(ref _ready)); return _result; }
            """));

    [Fact]
    public Task A_flag_that_is_set_too_early() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Volatile.Write(ref _ready, true); {|TH5010:_result|} = irq.Status;",
            "private ulong _result; private bool _ready; public ulong Wait() { while (!Volatile.Read(ref _ready)) { } return _result; }"));

    [Fact]
    public Task A_value_beside_another_is_no_protocol() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH5010:_errors|}++; Interlocked.Increment(ref _count);",
            "private int _errors; private int _count; public (int, int) Snapshot() => (Volatile.Read(ref _count), _errors);"));

    [Fact]
    public Task Objects_that_threads_meet_at() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_status = irq.Status; {|TH3001:lock (_gate)|} { _inLock++; } _done.{|TH3008:Set|}();",
            """
            private ulong _status; private int _inLock; private readonly object _gate = new(); private readonly ManualResetEventSlim _done = new();
            public ulong Wait() { _done.Wait(); return _status; }
            public int InLock { get { lock (_gate) { return _inLock; } } }
            """));

    [Fact]
    public Task A_lock_on_one_side_only() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH5010:_count|}++;",
            "private int _count; private readonly object _gate = new(); public int Count { get { lock (_gate) { return _count; } } }"));

    [Fact]
    public Task Properties_that_others_read() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH5010:Count|}++; Own++; {|TH5010:Last|} = irq.Status;", "public int Count { get; private set; } private int Own { get; set; } public ulong Last { get; private set; }"),
        "'OnRx' shares a field: OnRx → Count++ ('Count' reads it plainly; a field that its accessors use with Volatile and Interlocked, in place of the auto-property Count, makes it safe)",
        "'OnRx' shares a field: OnRx → Last = … ('Last' reads it plainly; a field that its accessors use with Volatile and Interlocked, in place of the auto-property Last, makes it safe)");

    [Fact]
    public Task Structs_and_their_parts() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_stats.{|TH5010:Count|}++; _stats.{|TH5010:Add|}(2); _whole = default; _own.Count++;",
            "private Stats _stats; private Stats _whole; private Stats _own; public Stats Copy() => _stats; public long Bytes => Volatile.Read(ref _whole.Bytes);",
            "public struct Stats { public int Count; public long Bytes; public void Add(long n) => Bytes += n; }"),
        "'OnRx' shares a field: OnRx → _stats.Count++ ('Copy' reads it plainly; write Interlocked.Increment(ref _stats.Count) here and Volatile.Read(ref _stats.Count) there)",
        "'OnRx' shares a field: OnRx → Stats.Add → _stats.Bytes += … ('Copy' reads it plainly; write Interlocked.Add(ref _stats.Bytes, …) here and Volatile.Read(ref _stats.Bytes) there)");

    [Fact]
    public Task Elements_of_arrays() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH5010:_counts[irq.Vector]|}++; Interlocked.Increment(ref _safe[irq.Vector]);",
            "private readonly int[] _counts = new int[4]; private readonly int[] _safe = new int[4]; public int CountOf(int i) => _counts[i]; public int SafeOf(int i) => Volatile.Read(ref _safe[i]);"),
        "'OnRx' shares a field: OnRx → _counts[…]++ ('CountOf' reads it plainly; write Interlocked.Increment(ref _counts[…]) here and Volatile.Read(ref _counts[…]) there)");

    private const string Ring = """
        internal sealed class Ring
        {
            private readonly int[] _items = new int[64];
            private int _head;
            private int _tail;
            public bool TryPush(int item)
            {
                int head = _head;
                if (head - Volatile.Read(ref _tail) == _items.Length) { return false; }
                _items[head & 63] = item;
                Volatile.Write(ref _head, head + 1);
                return true;
            }
            public bool TryPop(out int item)
            {
                int tail = _tail;
                if (tail == Volatile.Read(ref _head)) { item = 0; return false; }
                item = _items[tail & 63];
                Volatile.Write(ref _tail, tail + 1);
                return true;
            }
            public int Count => _head - _tail;
        }
        """;

    [Fact]
    public Task A_ring_of_one_producer_and_one_consumer() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_rx.TryPush(irq.Vector); if (_tx.TryPop(out int item)) { _last = item; }",
            "private readonly Ring _rx = new(); private readonly Ring _tx = new(); private int _last; public bool TryReceive(out int n) => _rx.TryPop(out n); public bool Send(int n) => _tx.TryPush(n);",
            Ring));

    [Fact]
    public Task A_ring_that_is_counted() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_rx.{|TH5010:TryPush|}(irq.Vector);",
            "private readonly Ring _rx = new(); public int Pending => _rx.Count;",
            Ring),
        "'OnRx' shares a field: OnRx → Ring.TryPush → Volatile.Write(ref _head, …) ('Pending' reads it plainly; write Volatile.Read(ref _head) there)");

    [Fact]
    public Task A_method_that_handlers_call_is_theirs() => AnalyzerTest.Verify(
        EffectSource.Handler("Push(1);", "private int _n; public void Push(int n) => _n += n;"));

    [Fact]
    public Task What_the_author_vouches_for() => AnalyzerTest.Verify(
        EffectSource.Handler("_n++;", """private int _n; [InterruptUnsafe("a torn value is fine")] public int Approximate => _n;"""));

    [Fact]
    public Task An_object_that_the_driver_was_given() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_counters.{|TH5010:Received|}++; _counters.{|TH5010:Add|}(1); _counters.Safe++; _sized.Total += 1; _n = _sized.Next;",
            """
            private int _n; private readonly Counters _counters; private readonly Sized _sized; private readonly Sized _own;
            public MyDriver(Counters counters, Sized sized, int size) { _counters = counters ?? throw new ArgumentNullException(); _sized = sized; _own = new Sized(size); }
            """,
            """
            public sealed class Counters { public int Received; public int Safe; private long _bytes; public void Add(long n) => _bytes += n; public long Bytes => _bytes; }
            public sealed class Sized(int size) { public long Total { get; set; } public int Size => size; private int _next; public int Next => ++_next; }
            internal sealed class Monitor(Counters counters)
            {
                public void Print() => Console.WriteLine($"{counters.Received} {counters.Bytes} {Volatile.Read(ref counters.Safe)}");
            }
            """));

    [Fact]
    public Task An_object_of_the_drivers_own() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_counters.Received++; _counters.Add(1);",
            "private readonly Counters _counters; public MyDriver(int size) => _counters = new Counters(size);",
            """
            public sealed class Counters(int size) { public int Received; private long _bytes = size; public void Add(long n) => _bytes += n; public long Bytes => _bytes; }
            internal sealed class Monitor(Counters counters) { public void Print() => Console.WriteLine($"{counters.Received} {counters.Bytes}"); }
            """));

    [Fact]
    public Task An_object_that_the_driver_hands_out() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Rx.{|TH5010:Add|}(1); _tx.Add(1);",
            "public Counter Rx { get; } = new(); private readonly Counter _tx = new();",
            "public sealed class Counter { private long _value; public void Add(long n) => _value += n; public long Value => _value; }"));

    [Fact]
    public Task Delegates_of_the_class_itself() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_add(1);",
            "private int _count; private readonly Action<int> _add; private readonly Lazy<int> _lazy; public MyDriver() { _add = n => _count += n; _lazy = new Lazy<int>(() => _count); }"));

    [Fact]
    public Task A_mailbox_with_a_flag_for_each_slot() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_replies[irq.Index] = irq.Status; Volatile.Write(ref _arrived[irq.Index], 1);",
            """
            private readonly ulong[] _replies = new ulong[4]; private readonly int[] _arrived = new int[4];
            public bool TryTake(int tag, out ulong reply)
            {
                bool hasArrived = Interlocked.Exchange(ref _arrived[tag], 0) != 0;
                reply = hasArrived ? _replies[tag] : 0;
                return hasArrived;
            }
            """));

    [Fact]
    public Task A_mailbox_that_is_read_before_its_flag() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH5010:_replies[irq.Index]|} = irq.Status; Volatile.Write(ref _arrived[irq.Index], 1);",
            """
            private readonly ulong[] _replies = new ulong[4]; private readonly int[] _arrived = new int[4];
            public bool TryTake(int tag, out ulong reply) { reply = _replies[tag]; return Interlocked.Exchange(ref _arrived[tag], 0) != 0; }
            """));

    [Fact]
    public Task A_flag_that_is_tested_plainly_is_one_mistake() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_result = irq.Status; Volatile.Write(ref {|TH5010:_ready|}, true); _items[_n] = 1; Volatile.Write(ref {|TH5010:_n|}, _n + 1);",
            """
            private ulong _result; private bool _ready; private readonly int[] _items = new int[4]; private int _n;
            public ulong Take() => _ready ? _result : 0;
            public int Sum() { int sum = 0; for (int i = 0; i < _n; i++) { sum += _items[i]; } return sum; }
            """));

    [Fact]
    public Task A_sequence_lock_and_a_spin_lock() => AnalyzerTest.Verify(
        EffectSource.Handler(
            """
            Volatile.Write(ref _sequence, _sequence + 1);
            _a = irq.Status; _b = irq.Index;
            Volatile.Write(ref _sequence, _sequence + 1);
            bool taken = false;
            try { _spin.{|TH3001:Enter|}(ref taken); _count++; } finally { if (taken) { _spin.Exit(); } }
            IsUp = true;
            """,
            """
            private int _sequence; private ulong _a; private int _b; private SpinLock _spin; private int _count; private bool _up;
            public bool IsUp { get => Volatile.Read(ref _up); private set => Volatile.Write(ref _up, value); }
            public (ulong, int) Read()
            {
                int before; ulong a; int b;
                do { before = Volatile.Read(ref _sequence); a = _a; b = _b; } while ((before & 1) != 0 || before != Volatile.Read(ref _sequence));
                return (a, b);
            }
            public int Count() { bool taken = false; try { _spin.Enter(ref taken); return _count; } finally { if (taken) { _spin.Exit(); } } }
            """));
}
