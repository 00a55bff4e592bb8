using System.Diagnostics;
using System.Runtime;

namespace TopHalf;

/// <summary>What a thread has used up to a moment, or between two.</summary>
internal struct Moment
{
    public long Bytes;
    public long Methods;
    public long Ticks;

    public static Moment Now() => new()
    {
        Bytes = GC.GetAllocatedBytesForCurrentThread(),
        Methods = JitInfo.GetCompiledMethodCount(currentThread: true),
        Ticks = Stopwatch.GetTimestamp(),
    };

    public static Moment operator -(Moment end, Moment begin)
        => new() { Bytes = end.Bytes - begin.Bytes, Methods = end.Methods - begin.Methods, Ticks = end.Ticks - begin.Ticks };

    public static Moment operator +(Moment one, Moment other)
        => new() { Bytes = one.Bytes + other.Bytes, Methods = one.Methods + other.Methods, Ticks = one.Ticks + other.Ticks };
}
