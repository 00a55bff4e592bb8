// Trace is compiled, Debug is not: as in a release build.
#define TRACE

using System;
using System.Diagnostics;
using System.IO;
using System.Numerics;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Threading;

namespace LibraryCalls.Constructs;

/// <summary>Clocks, numbers, output, the collector, the process and the thread.</summary>
internal static class Surroundings
{
    private static readonly Random Random = new(7);
    private static readonly TextWriter Nowhere = TextWriter.Null;
    private static long _start = Stopwatch.GetTimestamp();
    private static BigInteger _few = 5, _many = BigInteger.Pow(7, 60);
    private static decimal _price = 10.5m, _part = 3.7m;

    [Free] public static void Stopwatch_ts() => Sink.Take(Stopwatch.GetTimestamp());

    [Free] public static void Stopwatch_elapsed() => Sink.Take(Stopwatch.GetElapsedTime(_start));

    [Free] public static void Tickcount64() => Sink.Take(Environment.TickCount64);

    [Free] public static void Utcnow() => Sink.Take(DateTime.UtcNow);

    [First] public static void Now() => Sink.Take(DateTime.Now);

    [First] public static void Dto_now() => Sink.Take(DateTimeOffset.Now);

    [Free] public static void Timeprovider() => Sink.Take(TimeProvider.System.GetUtcNow());

    [Free] public static void Env_procid() => Sink.Take(Environment.ProcessId);

    [Free] public static void Env_cpu() => Sink.Take(Environment.ProcessorCount);

    [Allocates, Blocks] public static void Env_getvar() => Sink.Take(Environment.GetEnvironmentVariable("PATH"));

    [Allocates] public static void Environment_stack() => Sink.Take(Environment.StackTrace);

    [Free] public static void Thread_current() => Sink.Take(Environment.CurrentManagedThreadId);

    [Free] public static void Thread_currentThread() => Sink.Take(Thread.CurrentThread);

    [Free] public static void Thr_interrupt_prio() => Sink.Take(Thread.CurrentThread.Priority);

    [Free] public static void Random_next() => Sink.Take(Random.Next());

    [First] public static void Random_shared() => Sink.Take(Random.Shared.Next());

    [Free, Blocks] public static void Guid_new() => Sink.Take(Guid.NewGuid());

    [SaidOtherwise("TH2002", "How large a `BigInteger` is cannot be seen: arithmetic with small ones, which makes no array, is reported too")]
    [Free] public static void Bigint_add() => _few = (_few + BigInteger.One) % 100;

    [Allocates] public static void Bigint_large() => Sink.Take(_many + _few);

    [Free] public static void Decimal_div() => Sink.Take(_price / _part);

    [Free] public static void Math() => Sink.Take(System.Math.Sqrt(State.Number) + System.Math.Abs(State.Other));

    [Free, Blocks] public static void Console_write() => Console.Error.Write("");

    [Free, Blocks] public static void Console_writeline_null() => Nowhere.WriteLine("text");

    [Free] public static void Debug_assert() => Debug.Assert(State.Number > 0, $"n={State.Number}");

    [Free] public static void Debug_write() => Debug.WriteLine($"n={State.Number}");

    [Allocates, Blocks] public static void Trace_write() => Trace.Write(State.Number);

    [Free] public static void Gc_keepalive() => GC.KeepAlive(State.Thing);

    [Free] public static void Gc_gettotal() => Sink.Take(GC.GetTotalMemory(forceFullCollection: false));

    [Free, Blocks] public static void Gc_collect0() => GC.Collect(0);

    [Free] public static void Gc_suppressfinalize() => GC.SuppressFinalize(State.Thing);

    [Free] public static void Hashcode_object() => Sink.Take(State.Thing.GetHashCode());

    [Free] public static void Hashcode_combine() => Sink.Take(HashCode.Combine(State.Number, State.Other));

    [Free] public static void Rh_ghc() => Sink.Take(RuntimeHelpers.GetHashCode(State.Thing));
}
