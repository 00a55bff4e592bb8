using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// Makes ready, before an interrupt comes, what handlers run: from the dispatch on, every method that can be reached is compiled and
/// every type initialiser that it may need is run, on the thread that enables interrupts.
/// </summary>
internal static class WarmUp
{
    // By the class that declares the entry: what was there when it was prepared. A driver that is bound again is ready.
    private static readonly ConditionalWeakTable<Type, Prepared> Done = new();

    /// <summary>
    /// Prepares what <paramref name="entry"/> runs, given the objects that can be reached from its target and from
    /// <paramref name="objects"/>. Runs no code of the driver but type initialisers, and throws nothing: what cannot be made ready
    /// is left for its first call.
    /// </summary>
    /// <returns>How many methods are ready; 0 where there is nothing to compile, with NativeAOT.</returns>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2026",
        Justification = "Bodies are read after trimming, so they are those that will run; what was trimmed away cannot be reached.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only where code can be made at run time, which is asked first.")]
    public static int Prepare(Delegate entry, IEnumerable<object> objects)
    {
        // NativeAOT knows this when it compiles, and leaves all the rest of the warm-up out.
        if (RuntimeFeature.IsDynamicCodeSupported)
        {
            List<object> given = ObjectGraph.Reach([entry.Target, .. objects]);
            HashSet<object> kinds = [.. given.SelectMany(KindsOf)];
            Type key = entry.Method.DeclaringType!;
            if (!Done.TryGetValue(key, out Prepared? before) || !kinds.IsSubsetOf(before.Kinds))
            {
                // Initialisers have run by the time the first method is compiled: read-only statics are constants to the compiler.
                // What is called comes before what calls it: a caller that is compiled later calls it directly.
                before = new Prepared(kinds, new ReachedCode(entry.Method, given).Methods.Reverse().Count(Compile));
                Done.AddOrUpdate(key, before);
            }

            return before.Methods;
        }

        return 0;
    }

    /// <summary>What of an object decides which code is reached: its class, or the methods of a delegate.</summary>
    private static IEnumerable<object> KindsOf(object value)
        => value is Delegate function ? function.GetInvocationList().Select(static f => f.Method) : [value.GetType()];

    private static bool Compile(MethodBase method)
    {
        try
        {
            if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
            {
                Marshal.Prelink((MethodInfo)method);
                return true;
            }

            if (method.IsAbstract || method.GetMethodImplementationFlags().HasFlag(MethodImplAttributes.InternalCall))
            {
                return false;
            }

            RuntimeTypeHandle[] arguments =
            [
                .. (method.DeclaringType?.GetGenericArguments() ?? []).Select(static t => t.TypeHandle),
                .. (method.IsGenericMethod ? method.GetGenericArguments() : []).Select(static t => t.TypeHandle),
            ];
            RuntimeHelpers.PrepareMethod(method.MethodHandle, arguments.Length > 0 ? arguments : null);
            return true;
        }
#pragma warning disable CA1031 // A method that cannot be compiled now will say so when it is called, if it ever is.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    /// <param name="Kinds">What was given.</param>
    /// <param name="Methods">How many methods were made ready.</param>
    private sealed record Prepared(HashSet<object> Kinds, int Methods);
}
