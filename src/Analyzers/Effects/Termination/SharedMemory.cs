using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What others change: registers, volatile fields, what is read with Volatile and Interlocked. And the clock, which nobody stops.</summary>
internal static class SharedMemory
{
    /// <summary>Whether it is a method of Volatile or Interlocked.</summary>
    public static bool IsAtomic(IMethodSymbol method)
        => method.ContainingType is { Name: "Volatile" or "Interlocked", ContainingNamespace.Name: "Threading" };

    /// <summary>Whether what it returns may be another value at each call, whatever the caller does.</summary>
    public static bool IsRead(IMethodSymbol method)
    {
        if (IsAtomic(method))
        {
            return method.Name is "Read" or "Exchange" or "CompareExchange" or "And" or "Or";
        }

        return IsRegister(method)
            || IsConcurrent(method)
            || (method.ContainingType.Name == "Marshal" && method.Name.StartsWith("Read", StringComparison.Ordinal))
            || (method is { ContainingType.Name: "Unsafe", Parameters: [{ Type: IPointerTypeSymbol }, ..] } && IsUnsafeRead(method.Name))
            || (method.ContainingType.Name == "CancellationToken" && method.MethodKind == MethodKind.PropertyGet);
    }

    private static bool IsUnsafeRead(string name) => name is "AsRef" || name.StartsWith("Read", StringComparison.Ordinal);

    /// <summary>Whether what it returns is what others left there.</summary>
    public static bool IsSwap(IMethodSymbol method) => IsAtomic(method) && method.Name is "Exchange" or "CompareExchange";

    /// <summary>Whether it is a collection that others fill as fast as it is emptied.</summary>
    public static bool IsConcurrent(IMethodSymbol method)
        => method.ContainingNamespace is { Name: "Concurrent", ContainingNamespace.Name: "Collections" } or { Name: "Channels", ContainingNamespace.Name: "Threading" };

    /// <summary>Whether it reads a register of a card.</summary>
    public static bool IsRegister(IMethodSymbol method)
        => method.Name.StartsWith("Read", StringComparison.Ordinal)
            && method.ContainingNamespace is { Name: "TopHalf", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether an operation reads what a pointer points to.</summary>
    public static bool IsIndirection(IOperation operation) => operation.Syntax switch
    {
        PrefixUnaryExpressionSyntax syntax => syntax.IsKind(SyntaxKind.PointerIndirectionExpression) && operation.Kind == OperationKind.None,
        MemberAccessExpressionSyntax syntax => syntax.IsKind(SyntaxKind.PointerMemberAccessExpression),
        ElementAccessExpressionSyntax => operation.Kind == OperationKind.None,
        _ => false,
    };

    /// <summary>Whether it tells the time: a deadline comes in any case.</summary>
    public static bool IsClock(ISymbol member) => member.ContainingType is { } type && (type.Name switch
    {
        "Stopwatch" => member.Name is "GetTimestamp" or "GetElapsedTime" or "get_Elapsed" or "get_ElapsedMilliseconds" or "get_ElapsedTicks",
        "Environment" => member.Name is "get_TickCount" or "get_TickCount64",
        "DateTime" or "DateTimeOffset" => member.Name is "get_Now" or "get_UtcNow",
        "TimeProvider" => member.Name is "GetTimestamp" or "GetElapsedTime" or "GetUtcNow",
        _ => false,
    });

    /// <summary>Whether it puts something into the collection that it is called on.</summary>
    public static bool Fills(IMethodSymbol method)
        => method is { IsStatic: false, ContainingNamespace: { } home } && home.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal)
            && method.Name is "Add" or "AddRange" or "AddFirst" or "AddLast" or "TryAdd" or "Enqueue" or "Push" or "Insert";

    /// <summary>Whether it starts a watch from zero: what it measures then never comes to an end.</summary>
    public static bool RestartsClock(IMethodSymbol method)
        => method is { ContainingType.Name: "Stopwatch", IsStatic: false, Name: "Restart" or "Reset" };

    /// <summary>Whether what is taken out is gone, so that putting in undoes it; an enumerator only goes on.</summary>
    public static bool Removes(IMethodSymbol method)
        => Consumes(method) && method.Name is not ("MoveNext" or "Advance" or "Read") && !method.Name.StartsWith("TryRead", StringComparison.Ordinal);

    /// <summary>Whether it takes something out of what it is called on, or goes on in it.</summary>
    public static bool Consumes(IMethodSymbol method)
        => !method.IsStatic
            && (method.Name is "MoveNext" or "TryDequeue" or "Dequeue" or "TryPop" or "Pop" or "TryTake" or "TryRead" or "Advance" or "Clear" or "Read"
                || method.Name.StartsWith("Remove", StringComparison.Ordinal)
                || method.Name.StartsWith("TryRemove", StringComparison.Ordinal)
                || (method.Name.StartsWith("TryRead", StringComparison.Ordinal) && method.ContainingType.Name == "SequenceReader"))
            && method.ContainingNamespace?.ToDisplayString() is not ("System.IO" or "System.Threading");
}
