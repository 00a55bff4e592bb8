using System.Runtime.CompilerServices;

namespace TopHalf;

/// <summary>
/// How a thread waits for bits: in the stub as long as it may look, and then asleep in the kernel, where whoever sets a bit wakes it. No garbage
/// collection waits for it in either.
/// </summary>
/// <param name="pages">The stubs and what they work on; disposed with this.</param>
/// <param name="withUmwait">The processor has UMWAIT.</param>
/// <param name="spin">How long it looks.</param>
/// <param name="calls">With user interrupts, whose senders wake nobody: the kernel. Null with the software delivery.</param>
internal sealed unsafe class PostedWait(UserInterruptPages pages, bool withUmwait, SpinTime spin, IUserInterruptCalls? calls) : IDisposable
{
    // One stay in the stub, or asleep where a wake-up can be missed: a bound of what goes wrong elsewhere, and not of anything that goes right.
    private const long Stay = 10_000_000;
    private const long NanosecondsPerMillisecond = 1_000_000;

    // Of UserInterruptState.Sleeping.
    private const int Awake = 0;
    private const int Asleep = 1;
    private const int Waking = 2;

    private readonly ulong _perMillisecond = TimeStampCounter.PerMillisecond(pages);
    private readonly object _gate = new(); // the pages' end
    private bool _isDisposed;

    /// <summary>Sets a bit, and wakes the receiver where it sleeps. Any thread.</summary>
    /// <param name="state">The receiver's, wherever it is mapped.</param>
    /// <param name="vector">0 to 63.</param>
    public static void Post(UserInterruptState* state, int vector)
    {
        Interlocked.Or(ref state->Pending, 1UL << vector);
        WakeIfAsleep(state);
    }

    /// <summary>Ends the wait that is under way, or the next one. Any thread; nothing after the disposal.</summary>
    public void Kick()
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                UserInterruptState* state = pages.State;
                Interlocked.Exchange(ref state->Kick, 1);
                WakeIfAsleep(state);
                GC.KeepAlive(pages);
            }
        }
    }

    /// <summary>Takes the pages back. Any thread, but not beside a wait.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                pages.Dispose();
            }
        }
    }

    /// <summary>Waits until a bit is set or somebody kicks.</summary>
    /// <param name="until">Nanoseconds of CLOCK_MONOTONIC at the latest.</param>
    /// <returns>The bits, which are cleared; 0 after a kick, which is gone then, and when the time is over.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // it may loop for as long as it likes: it is not compiled again meanwhile
    public ulong Wait(long until)
    {
        UserInterruptState* state = pages.State;
        for (long end = spin.End(); ;)
        {
            long now = MonotonicClock.Now();
            long last = Math.Min(until, spin.IsZero ? now : end);
            ulong taken = Look(Math.Min(last, now + Stay), now);
            if (taken != 0 || (Volatile.Read(ref state->Kick) != 0 && Interlocked.Exchange(ref state->Kick, 0) != 0))
            {
                return taken;
            }

            now = MonotonicClock.Now();
            if (now >= until)
            {
                return 0;
            }

            if (spin.IsZero || spin.IsOver(end))
            {
                Sleep(state, until - now);
            }
        }
    }

    // The pending word is taken in the stub alone, so that it is taken with user interrupts closed.
    private ulong Look(long until, long now)
    {
        ulong deadline = pages.TimeStamp() + ((ulong)Math.Max(until - now, 0) * _perMillisecond / NanosecondsPerMillisecond);
        return pages.Wait(withUmwait, deadline);
    }

    private void Sleep(UserInterruptState* state, long most)
    {
        if (calls is not null)
        {
            // Interrupts that come while it blocks are there afterwards, but one that comes as it goes to sleep does not wake it.
            long microseconds = Math.Min(most, Stay) / 1000;
            if (!calls.CanWait)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(1)); // version 1 of the patches can only wait without a bound
            }
            else if (calls.Wait((ulong)Math.Max(microseconds, 1), 0) is < 0 and not -Errno.EINTR and var refused)
            {
                throw DescriptorErrors.Failed("uintr_wait", -refused);
            }

            return;
        }

        Interlocked.Exchange(ref state->Sleeping, Asleep);

        // Having said so, look once more: what came before is seen here, and what comes after wakes.
        if (Volatile.Read(ref state->Pending) == 0 && Volatile.Read(ref state->Kick) == 0)
        {
            SystemCall.FutexWaitShared(&state->Sleeping, Asleep, most);
        }

        Volatile.Write(ref state->Sleeping, Awake);
    }

    private static void WakeIfAsleep(UserInterruptState* state)
    {
        // After an atomic operation, which orders this look behind it. The word must change, for a receiver that is not asleep yet; and who finds it
        // changed wakes too, since who changed it may have died since.
        if (Volatile.Read(ref state->Sleeping) != Awake)
        {
            Interlocked.CompareExchange(ref state->Sleeping, Waking, Asleep);
            SystemCall.FutexWakeShared(&state->Sleeping);
        }
    }
}
