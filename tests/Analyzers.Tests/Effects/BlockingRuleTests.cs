using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH30xx: what waits, and what looks as if it did.</summary>
public sealed class BlockingRuleTests
{
    private const string Members = """
        private readonly object _gate = new();
        private readonly SemaphoreSlim _slots = new(1);
        private readonly Semaphore _system = new(1, 1);
        private readonly ManualResetEventSlim _event = new();
        private readonly AutoResetEvent _wake = new(false);
        private readonly CountdownEvent _left = new(1);
        private readonly Barrier _barrier = new(2);
        private readonly ReaderWriterLockSlim _shared = new();
        private readonly Mutex _mutex = new();
        private SpinLock _spin;
        private Thread _thread = null!;
        private Task<int> _task = null!;
        private System.IO.Stream _stream = null!;
        private System.Net.Sockets.Socket _socket = null!;
        private const int NoWait = 0;
        private static readonly TimeSpan Never = TimeSpan.Zero;
        private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);
        private int _count;
        """;

    [Theory]
    [InlineData("{|TH3001:lock (_gate)|} { _count++; }")]
    [InlineData("Monitor.{|TH3001:Enter|}(_gate); Monitor.Exit(_gate);")]
    [InlineData("if (Monitor.{|TH3001:TryEnter|}(_gate, 5)) { Monitor.Exit(_gate); }")]
    [InlineData("if (Monitor.{|TH3001:TryEnter|}(_gate, Long)) { Monitor.Exit(_gate); }")]
    [InlineData("bool taken = false; _spin.{|TH3001:Enter|}(ref taken);")]
    [InlineData("_shared.{|TH3001:EnterReadLock|}();")]
    [InlineData("_slots.{|TH3002:Wait|}();")]
    [InlineData("_slots.{|TH3002:Wait|}(10);")]
    [InlineData("_slots.{|TH3002:Wait|}(Long);")]
    [InlineData("_event.{|TH3002:Wait|}();")]
    [InlineData("_left.{|TH3002:Wait|}();")]
    [InlineData("_barrier.{|TH3002:SignalAndWait|}();")]
    [InlineData("_wake.{|TH3002:WaitOne|}();")]
    [InlineData("_wake.{|TH3002:WaitOne|}(millisecondsTimeout: 1);")]
    [InlineData("_mutex.{|TH3002:WaitOne|}();")]
    [InlineData("Monitor.{|TH3002:Wait|}(_gate);")]
    [InlineData("_thread.{|TH3002:Join|}();")]
    [InlineData("Thread.{|TH3003:Sleep|}(1);")]
    [InlineData("Thread.{|TH3003:Sleep|}(0);")]
    [InlineData("Thread.{|TH3003:Yield|}();")]
    [InlineData("SpinWait wait = new(); wait.{|TH3003:SpinOnce|}();")]
    [InlineData("_task.{|TH3004:Wait|}();")]
    [InlineData("_count = _task.{|TH3004:Result|};")]
    [InlineData("Console.{|TH3006:WriteLine|}();")]
    [InlineData("_stream.{|TH3006:Flush|}();")]
    [InlineData("_socket.{|TH3006:Send|}(new ReadOnlySpan<byte>());")]
    [InlineData("GC.{|TH3007:Collect|}();")]
    [InlineData("GC.{|TH3007:WaitForPendingFinalizers|}();")]
    [InlineData("_slots.{|TH3008:Release|}();")]
    [InlineData("_wake.{|TH3008:Set|}();")]
    [InlineData("_event.{|TH3008:Set|}();")]
    [InlineData("_left.{|TH3008:Signal|}();")]
    public Task Reported(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members));

    [Theory]
    [InlineData("if (Monitor.TryEnter(_gate)) { Monitor.Exit(_gate); }")]
    [InlineData("if (Monitor.TryEnter(_gate, 0)) { Monitor.Exit(_gate); }")]
    [InlineData("if (Monitor.TryEnter(_gate, TimeSpan.Zero)) { Monitor.Exit(_gate); }")]
    [InlineData("bool taken = false; Monitor.TryEnter(_gate, 0, ref taken);")]
    [InlineData("bool taken = false; _spin.TryEnter(0, ref taken);")]
    [InlineData("if (_slots.Wait(0)) { _count++; }")]
    [InlineData("if (_slots.Wait(NoWait)) { _count++; }")]
    [InlineData("if (_slots.Wait(millisecondsTimeout: 0)) { _count++; }")]
    [InlineData("if (_slots.Wait(0, CancellationToken.None)) { _count++; }")]
    [InlineData("if (_slots.Wait(TimeSpan.Zero)) { _count++; }")]
    [InlineData("if (_slots.Wait(Never)) { _count++; }")]
    [InlineData("if (_slots.Wait(default(TimeSpan))) { _count++; }")]
    [InlineData("if (_slots.Wait(TimeSpan.FromMilliseconds(0))) { _count++; }")]
    [InlineData("if (_slots.Wait(new TimeSpan())) { _count++; }")]
    [InlineData("const int none = 0; if (_slots.Wait(none)) { _count++; }")]
    [InlineData("int none = 0; if (_slots.Wait(none)) { _count++; }")]
    [InlineData("if (_event.Wait(0)) { _count++; }")]
    [InlineData("if (_event.IsSet) { _count++; }")]
    [InlineData("if (_task.Wait(0)) { _count++; }")]
    [InlineData("Interlocked.Increment(ref _count); Volatile.Write(ref _count, 1); Interlocked.MemoryBarrier(); Thread.MemoryBarrier();")]
    [InlineData("GC.KeepAlive(this);")]
    public Task Not_reported(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members));

    [Fact]
    public Task Through_a_helper() => AnalyzerTest.Verify(
        EffectSource.Handler("{|TH3001:Count|}(); Try();", Members + "private void Count() { lock (_gate) { _count++; } } private bool Try() => _slots.Wait(0);"),
        "'OnRx' blocks: OnRx → Count (waits for whoever holds the lock; Interlocked or a ring of one writer does not)");

    [Fact]
    public Task A_lock_around_a_method() => AnalyzerTest.Verify(EffectSource.Handler(
        "{|TH3001:Count|}();",
        "private int _n; [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] private void Count() => _n++;"));

    [Fact]
    public Task The_lock_of_net_9() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH3001:lock (_own)|} { } using ({|TH3001:_own.EnterScope()|}) { } _own.{|TH3001:Enter|}(); if (_own.TryEnter()) { _own.Exit(); } if (_own.TryEnter(0)) { _own.Exit(); }",
            "private readonly Lock _own = new();").Replace("using ({|TH3001:_own.EnterScope()|})", "using (_own.{|TH3001:EnterScope|}())", StringComparison.Ordinal),
        new ProjectOptions { Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13 });

    [Fact]
    public Task An_await_suspends() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH2010:{|TH3005:Later|}|}();",
            "private Task<int> _task = null!; private async Task Later() { await _task; }"));

    [Fact]
    public Task An_await_of_what_is_completed_does_not() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ = Later();",
            "private Task<int> _task = null!; private async ValueTask Later() { await Task.CompletedTask; await default(ValueTask); if (_task.IsCompleted) { await _task; } }"));

    [Fact]
    public Task A_wait_behind_a_constant_condition_is_not_there() => AnalyzerTest.Verify(
        EffectSource.Handler("const bool trace = false; if (trace) { Thread.Sleep(1); } System.Diagnostics.Debug.Assert(_count > 0); Log(_count);",
        "private int _count; [System.Diagnostics.Conditional(\"TRACE_IRQ\")] private static void Log(int n) => Console.WriteLine(n);"));

    [Fact]
    public Task A_system_call() => AnalyzerTest.Verify(
        EffectSource.Handler("_clock.{|TH3010:Change|}(1, 1);", "private readonly Timer _clock = null!;"),
        new ProjectOptions
        {
            AdditionalFiles = new Dictionary<string, string>
            {
                ["InterruptEffects.txt"] = "M:System.Threading.Timer.Change; system-call; tells the system",
            },
        });
}
