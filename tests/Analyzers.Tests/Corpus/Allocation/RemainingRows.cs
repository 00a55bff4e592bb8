// The rows of the table that no other file has.
// information is not the point
using System.Diagnostics.Tracing;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Threading.Channels;

[InterruptDriver]
internal sealed partial class RemainingRows
{
    private readonly List<int> _list = [3, 1];
    private readonly object _gate = new();
    private readonly Channel<int> _unbounded = Channel.CreateUnbounded<int>();
    private readonly Thread _thread = new(static () => { });
    private readonly EventSource _events = new("x");
    private readonly int[] _items = new int[4];
    private object? _sink;
    private string? _text;
    private BigInteger _big;
    private Tint _tint;
    private int _n;

    [MsiVector(0)] // enum-getname
    private void EnumName(in Interrupt irq)
    {
        _text = Enum.GetName(_tint); //? TH2001 TH2003 TH2006
    }

    [MsiVector(1)] // enum-isdefined
    private void EnumIsDefined(in Interrupt irq)
    {
        if (Enum.IsDefined(_tint))
        {
            _n++;
        }
    }

    [MsiVector(2)] // monitor-first-contended-obj: the object, and its lock
    private void LockOnNewObject(in Interrupt irq)
    {
        object gate = new(); //! TH2001
        lock (gate) //! TH3001
        {
            _n++;
        }
    }

    [MsiVector(3)] // lock_contended_free
    private void LockUncontended(in Interrupt irq)
    {
        lock (_gate) //! TH3001
        {
        }
    }

    [MsiVector(4)] // reflection-getmethod
    private void GetMethod(in Interrupt irq)
    {
        _sink = typeof(RemainingRows).GetMethod("EnumName", BindingFlags.NonPublic | BindingFlags.Instance); //! TH2001|TH2002|TH2014|TH5005|TH6005|TH6006 //? TH2001 TH2002 TH2014 TH3001 TH6002
    }

    [MsiVector(5)] // gchandle-alloc
    private void HandleAlloc(in Interrupt irq)
    {
        GCHandle handle = GCHandle.Alloc(_gate); //? TH3001 TH3009 TH2001
        handle.Free(); //? TH3001 TH3009
    }

    [MsiVector(6)] // list-sort: the comparer is made once
    private void ListSort(in Interrupt irq)
    {
        _list.Sort();
    }

    [MsiVector(7)] // list-sort-cmp
    private void ListSortComparison(in Interrupt irq)
    {
        _list.Sort(static (a, b) => a - b);
    }

    [MsiVector(8)] // random-shared: made once for each thread
    private void SharedRandom(in Interrupt irq)
    {
        _n = Random.Shared.Next(); //? TH5004 TH6002
    }

    [MsiVector(9)] // bigint-add: small numbers need no array; which are small cannot be known
    private void BigAdd(in Interrupt irq)
    {
        _big = _big + 3; //? TH2002
    }

    [MsiVector(10)] // hashcode-object, rh-ghc
    private void Hashes(in Interrupt irq)
    {
        _n = _gate.GetHashCode() + RuntimeHelpers.GetHashCode(_gate);
    }

    [MsiVector(11)] // eventsource-disabled
    private void Event(in Interrupt irq)
    {
        if (_events.IsEnabled())
        {
            _n++;
        }
    }

    [MsiVector(12)] // mg_static_impl: an extension method as a delegate is closed over its object
    private void ExtensionMethodGroup(in Interrupt irq)
    {
        Func<int> f = _items.Width; //! TH2005
        _n = f();
    }

    [MsiVector(13)] // new_nonesc_aggr, arr_nonesc_aggr: 0 by escape analysis only
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NonEscapingAggressive(in Interrupt irq)
    {
        Thing thing = new() { A = irq.Vector }; //! TH2001
        int[] two = [thing.A, 2]; //! TH2008
        _n = two[0];
    }

    [MsiVector(14)] // stackalloc_var
    private void StackOfVariableSize(in Interrupt irq)
    {
        Span<int> items = stackalloc int[Math.Min(irq.Index, 16)];
        _n = items.Length;
    }

    [MsiVector(15)] // div0, nullref, badcast, ovf, switch_expr_throw, covar_arr: implicit throws are off
    private void ImplicitThrows(in Interrupt irq)
    {
        _n = 3 / irq.Vector;
        _n = ((Thing)_sink!).A;
        _n = checked(_n + 1);
        _n = irq.Index switch { 0 => 1, 1 => 2 };
        object[] objects = (object[])_sink!;
        objects[0] = _gate;
    }

    [MsiVector(16)] // monitor_pulse
    private void Pulse(in Interrupt irq)
    {
        lock (_gate) //! TH3001
        {
            Monitor.Pulse(_gate); //? TH3001 TH3008
        }
    }

    [MsiVector(17)] // chan_unb_write
    private void UnboundedChannel(in Interrupt irq)
    {
        _unbounded.Writer.TryWrite(irq.Vector); //! TH2012|TH3001|TH2001 //? TH2012 TH3001 TH2001 TH3008
    }

    [MsiVector(18)] // tcs_reuse
    private void CompleteAndReplace(in Interrupt irq)
    {
        _sink = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously); //! TH2001
    }

    [MsiVector(19)] // thr_interrupt_prio
    private void Priority(in Interrupt irq)
    {
        _thread.Priority = ThreadPriority.Highest; //? TH3010 TH3009 TH3001
    }

    [MsiVector(20)] // env_cpu
    private void Processors(in Interrupt irq)
    {
        _n = Environment.ProcessorCount + Thread.GetCurrentProcessorId();
    }

    [MsiVector(21)] // activity-current, cwt, timeprovider
    private void Ambient(in Interrupt irq)
    {
        _sink = Activity.Current; //? TH3001 TH2001
        _n = (int)TimeProvider.System.GetTimestamp();
    }
}

internal sealed class Thing
{
    public int A;
}

internal enum Tint
{
    Red,
}

internal static class ArrayExtensions
{
    public static int Width(this int[] items) => items.Length;
}
