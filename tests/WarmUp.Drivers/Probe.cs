using System.Runtime;

namespace TopHalf.WarmUp.Drivers;

/// <summary>
/// What was compiled by the handling thread, and by all threads, at the first and at the last call. A handler calls it last, when it
/// has run all of its code.
/// </summary>
internal sealed class Probe
{
    // What raises the interrupts is compiled by then.
    private const long Settled = 1_000;

    private long _calls;

    public long Calls => Volatile.Read(ref _calls);

    /// <summary>Methods that the thread has compiled since its birth, before the first handler began its work.</summary>
    public long AtEntry { get; private set; } = -1;

    public long AtFirst { get; private set; } = -1;

    public long AtLast { get; private set; } = -1;

    public long AllAtSettled { get; private set; } = -1;

    public long AllAtLast { get; private set; } = -1;

    public void Enter()
    {
        if (_calls == 0)
        {
            AtEntry = JitInfo.GetCompiledMethodCount(currentThread: true);
        }
    }

    public void Leave()
    {
        AtLast = JitInfo.GetCompiledMethodCount(currentThread: true);
        AllAtLast = JitInfo.GetCompiledMethodCount(currentThread: false);
        if (_calls == 0)
        {
            AtFirst = AtLast;
        }

        if (_calls == Settled)
        {
            AllAtSettled = AllAtLast;
        }

        Volatile.Write(ref _calls, _calls + 1);
    }
}
