using System.Threading;
using System.Threading.Channels;

namespace LibraryCalls.Constructs;

/// <summary>Locks, events and what needs none.</summary>
internal static class Synchronisation
{
    private static readonly object Gate = new();
    private static readonly Lock NewGate = new();
    private static readonly SemaphoreSlim Slots = new(1);
    private static readonly ManualResetEventSlim SlimEvent = new();
    private static readonly AutoResetEvent KernelEvent = new(false);
    private static readonly ManualResetEvent ResetEvent = new(false);
    private static readonly Semaphore KernelSlots = new(0, int.MaxValue);
    private static readonly ReaderWriterLockSlim Readers = new();
    private static readonly Channel<int> Narrow = Channel.CreateBounded<int>(4);
    private static readonly Channel<int> Wide = Channel.CreateUnbounded<int>();
    private static SpinLock _spin = new(enableThreadOwnerTracking: false);
    private static long _count;

    [Free, Blocks] public static void Lock_monitor()
    {
        lock (Gate)
        {
            _count++;
        }
    }

    [Free, Blocks] public static void Lock_Lock()
    {
        lock (NewGate)
        {
            _count++;
        }
    }

    [Free, Blocks] public static void Lock_contended_free()
    {
        Monitor.Enter(Gate);
        Monitor.Exit(Gate);
    }

    [Allocates, Blocks] public static void Monitor_first_contended_obj()
    {
        var gate = new object();
        State.Object = gate;
        lock (gate)
        {
            _count++;
        }
    }

    [Free, Blocks] public static void Monitor_pulse()
    {
        lock (Gate)
        {
            Monitor.Pulse(Gate);
        }
    }

    [Free, Blocks] public static void Spinlock()
    {
        bool taken = false;
        _spin.Enter(ref taken);
        _spin.Exit();
    }

    [Free, Blocks] public static void Semslim()
    {
        Slots.Wait();
        Slots.Release();
    }

    [Free, Blocks] public static void Mres_set() => SlimEvent.Set();

    [Free, Blocks] public static void Mres_reset_set()
    {
        ResetEvent.Reset();
        ResetEvent.Set();
    }

    [Free, Blocks] public static void Are_set() => KernelEvent.Set();

    [Free, Blocks] public static void Sem_release() => KernelSlots.Release();

    [Free, Blocks] public static void Rwlock()
    {
        Readers.EnterReadLock();
        Readers.ExitReadLock();
    }

    [Free] public static void Interlocked() => System.Threading.Interlocked.Increment(ref _count);

    [Free] public static void Volatile() => System.Threading.Volatile.Write(ref _count, System.Threading.Volatile.Read(ref _count) + 1);

    [Free] public static void Membarrier() => System.Threading.Interlocked.MemoryBarrier();

    [Free, Blocks] public static void Spinwait()
    {
        var wait = new SpinWait();
        wait.SpinOnce();
    }

    [Free, Blocks] public static void Thread_yield() => Thread.Yield();

    [Free, Blocks] public static void Sleep0() => Thread.Sleep(0);

    [SaidOtherwise("TH2012", MayGrow.Sentence)]
    [First, Blocks] public static void Chan_write()
    {
        Narrow.Writer.TryWrite(State.Number);
        Narrow.Reader.TryRead(out _);
    }

    [Allocates, Blocks] public static void Chan_unb_write() => Wide.Writer.TryWrite(State.Number);
}
