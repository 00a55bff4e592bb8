using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH5010: where else code runs: threads, timers, events, other classes, handlers of other threads.</summary>
public sealed class RaceElsewhereTests
{
    [Fact]
    public Task Threads_tasks_and_timers() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH5010:_a|}++; {|TH5010:_b|}++; {|TH5010:_c|}++; _d++;",
            """
            private int _a, _b, _c, _d; private readonly Timer _timer; private readonly Func<int> _unused;
            public MyDriver()
            {
                new Thread(Consume).Start();
                Task.Run(() => Console.WriteLine(_b));
                _timer = new Timer(_ => Console.WriteLine(_c), null, 0, 10);
                _unused = static () => 3;
                _d = 4;
            }
            private void Consume() => Console.WriteLine(_a);
            """));

    [Fact]
    public Task What_one_thread_waits_for_orders_nothing_for_another() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ordered++; {|TH5010:_a|}++; {|TH5010:_b|}++; _done.{|TH3008:Set|}();",
            """
            private int _a, _b, _ordered; private readonly Timer _timer; private readonly AutoResetEvent _done = new(false);
            public MyDriver()
            {
                new Thread(Consume).Start();
                _timer = new Timer(Measure, null, 0, 10);
                Task.Run(() => Console.WriteLine(_b));
            }
            private void Consume() { _done.WaitOne(); Console.WriteLine(_ordered); }
            private void Measure(object? state) => Console.WriteLine(_a);
            """),
        "'OnRx' shares a field: OnRx → _a++ ('Measure' reads it plainly; write Interlocked.Increment(ref _a) here and Volatile.Read(ref _a) there)",
        "'OnRx' shares a field: OnRx → _b++ ('new MyDriver' reads it plainly; write Interlocked.Increment(ref _b) here and Volatile.Read(ref _b) there)",
        "'OnRx' signals: OnRx → EventWaitHandle.Set (wakes who waits for the event)");

    [Fact]
    public Task An_event_that_only_handlers_raise_runs_where_they_do() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_card.Receive(); _port.{|TH5010:Receive|}();",
            """
            private readonly Card _card = new(); private readonly Port _port = new(); private int _own, _shared;
            public MyDriver() { _card.Received += () => _own++; _card.Kept += () => _own++; _port.Received += () => _shared++; }
            public void Flush() => _port.Flush();
            """,
            """
            internal sealed class Card
            {
                private Action? _kept;
                public event Action? Received;
                public event Action? Kept { add => _kept += value; remove => _kept -= value; }
                public void Receive() { Received?.Invoke(); _kept?.Invoke(); }
            }
            internal sealed class Port
            {
                public event Action? Received;
                public void Receive() => Received?.Invoke();
                public void Flush() => Received?.Invoke();
            }
            """));

    [Fact]
    public Task Events_and_interface_members() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH5010:_a|}++; {|TH5010:_b|}++;",
            "private int _a, _b; public MyDriver() { AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.WriteLine(_a); } int ICount.Count => _b;",
            "internal interface ICount { int Count { get; } }").Replace("partial class MyDriver", "partial class MyDriver : ICount"));

    [Fact]
    public Task Other_code_that_uses_the_driver() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "{|TH5010:Count|}++; _stats.{|TH5010:Errors|}++; Quiet++;",
            "internal int Count; internal int Quiet; private readonly Stats _stats = new(); internal Stats Stats => _stats;",
            """
            internal sealed class Stats { public int Errors; }
            internal static class Program
            {
                private static void Report(MyDriver driver) => Console.WriteLine($"{driver.Count} {driver.Stats.Errors} {Volatile.Read(ref driver.Quiet)}");
            }
            """));

    [Fact]
    public Task Static_fields() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Totals.{|TH5010:Add|}(); Totals.{|TH5010:Direct|}++;",
            "",
            "internal static class Totals { private static int s_count; public static int Direct; public static void Add() => s_count++; public static int Count => s_count; public static int Both() => Direct; }"));

    [Fact]
    public Task Two_handlers_of_two_threads() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_shared++; _ordered = 1;",
            """
            private int _shared; private int _ordered;
            [MsiVector(1, Thread = "tx")] private void OnTx(in Interrupt irq) => {|TH5010:_shared|}--;
            [MsiVector(2)] private void OnDefault(in Interrupt irq) => _ordered++;
            """),
        "'OnTx' shares a field: OnTx → _shared-- ('OnRx' writes it plainly on the default thread; write Interlocked.Decrement(ref _shared) here and Interlocked.Increment(ref _shared) there)");
}
