using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>What makes uses of other memory safe: the atomic operations, and objects that threads meet at.</summary>
internal static class Synchronizers
{
    /// <summary>An operation on a <c>ref</c> that no other comes between.</summary>
    public static bool IsAtomic(IMethodSymbol method)
        => IsThreading(method.ContainingType)
            && (method.ContainingType.Name is "Interlocked" or "Volatile" || method is { ContainingType.Name: "Thread", Name: "VolatileRead" or "VolatileWrite" });

    /// <summary>A fence that orders everything.</summary>
    public static bool IsFence(IMethodSymbol method)
        => IsThreading(method.ContainingType)
            && method.Name is "MemoryBarrier" or "MemoryBarrierProcessWide" or "ReadBarrier" or "WriteBarrier";

    /// <summary>Locks, events, tasks, channels, concurrent collections: what one puts in is seen by who takes it out.</summary>
    public static bool Is(ITypeSymbol? type)
        => type?.ContainingNamespace is { } space
            && (IsThreading(type)
                || space.ToDisplayString() is "System.Threading.Tasks" or "System.Threading.Channels" or "System.Threading.Tasks.Dataflow" or "System.Collections.Concurrent");

    /// <summary>Whether what a type is given to run may run on another thread: not what is waited for in place.</summary>
    public static bool RunsElsewhere(ITypeSymbol? type)
        => type?.Name == "Timer" || (Is(type) && type is not { Name: "SpinWait" or "LazyInitializer" } and not { ContainingNamespace.Name: "Concurrent" });

    /// <summary>How an atomic operation uses what it is given.</summary>
    public static AccessKind KindOf(IMethodSymbol method) => method.Name switch
    {
        "Read" or "VolatileRead" => AccessKind.Read,
        "Write" or "VolatileWrite" => AccessKind.Assign,
        "Exchange" => AccessKind.Exchange,
        "Increment" => AccessKind.Increment,
        "Decrement" => AccessKind.Decrement,
        "Add" => AccessKind.Add,
        _ => AccessKind.Update,
    };

    private static bool IsThreading(ITypeSymbol? type)
        => type?.ContainingNamespace is { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
