using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What a call sets: what it is given by reference, and the fields of the object that it is called on.</summary>
internal static class CallWrites
{
    public static IEnumerable<Write> Of(IInvocationOperation call, MethodUses uses, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        if (SharedMemory.IsAtomic(method))
        {
            return OfAtomic(call);
        }

        IEnumerable<Write> own = uses.IsSource(method)
            ? OfSource(method, call.Instance, call, uses, depth, call.Parent is not IExpressionStatementOperation)
            : Paths.Of(Receiver(call)) is { } receiver ? OfLibrary(method, receiver, call) : [];
        return call.Arguments.SelectMany(a => OfArgument(a, method, uses, depth, IsTested(call))).Concat(own);
    }

    private static IEnumerable<Write> OfLibrary(IMethodSymbol method, string receiver, IInvocationOperation call)
    {
        bool isCertain = IsTested(call) || !method.Name.StartsWith("Try", StringComparison.Ordinal);
        return SharedMemory.Removes(method) ? [new Write(receiver, Motion.Down, null, isCertain)]
            : SharedMemory.Consumes(method) ? [new Write(receiver, Motion.Walk, null, isCertain)]
            : SharedMemory.Fills(method) ? [new Write(receiver, Motion.Up, null, isCertain)]
            : SharedMemory.RestartsClock(method) ? [new Write(receiver, Motion.Set, null)]
            : [];
    }

    /// <summary>
    /// What a method of this compilation sets of its object. What it sets only sometimes counts where its result is used, since that
    /// says whether it did.
    /// </summary>
    public static IEnumerable<Write> OfSource(IMethodSymbol method, IOperation? instance, IOperation call, MethodUses uses, int depth, bool isTested)
    {
        string? receiver = method.MethodKind == MethodKind.LocalFunction ? Paths.This : Paths.Of(instance);
        foreach (Write write in uses.Of(method, depth + 1).Writes)
        {
            if (Paths.FromCallee(write.Path, receiver) is { } path)
            {
                yield return write with { Path = path, Call = call, IsCertain = write.IsCertain || (isTested && !method.ReturnsVoid) };
            }
        }
    }

    // An extension method is called on its first argument.
    private static IOperation? Receiver(IInvocationOperation call)
        => call.Instance ?? (call.TargetMethod.IsExtensionMethod && !call.Arguments.IsEmpty ? call.Arguments[0].Value : null);

    private static bool IsTested(IInvocationOperation call) => call.Parent is not IExpressionStatementOperation;

    private static IEnumerable<Write> OfArgument(IArgumentOperation argument, IMethodSymbol method, MethodUses uses, int depth, bool isTested)
    {
        if (argument.Parameter?.RefKind is not (RefKind.Ref or RefKind.Out)
            || argument.Parameter.ContainingType?.Name is "Unsafe" or "MemoryMarshal"
            || Target(argument.Value) is not { } path)
        {
            return [];
        }

        return argument.Parameter.RefKind == RefKind.Out ? [new Write(path, Motion.Set, argument.Parent)]
            : uses.IsRead(method, depth + 1)
                ? uses.Of(method, depth + 1).Writes.Where(w => w.Path == Paths.Of(argument.Parameter.OriginalDefinition))
                    .Select(w => w with { Path = path, IsCertain = w.IsCertain || (isTested && !method.ReturnsVoid) })
            : [new Write(path, Motion.Walk, argument.Parent)];
    }

    private static string? Target(IOperation value) => Paths.Of(value is IDeclarationExpressionOperation declaration ? declaration.Expression : value);

    private static IEnumerable<Write> OfAtomic(IInvocationOperation call)
    {
        if (call.Arguments.IsEmpty || Paths.Of(call.Arguments[0].Value) is not { } path)
        {
            return [];
        }

        IOperation? value = call.Arguments.Length > 1 ? call.Arguments[1].Value : null;
        return call.TargetMethod.Name switch
        {
            "Increment" => [new Write(path, Motion.Up, null)],
            "Decrement" => [new Write(path, Motion.Down, null)],
            "Add" => [new Write(path, value?.ConstantValue is { HasValue: true, Value: < 0 or < 0L } ? Motion.Down : Motion.Up, value)],
            "And" => [new Write(path, Motion.Fewer, value)],
            "Or" => [new Write(path, Motion.More, value)],
            "Write" or "Exchange" => [new Write(path, Motion.Set, value)],
            "CompareExchange" => [new Write(path, Motion.Set, value, IsCertain: false)],
            _ => [],
        };
    }
}
