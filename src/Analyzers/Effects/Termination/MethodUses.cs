using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Reads what methods of the compilation mean for the loops that call them, a few calls deep.</summary>
internal sealed class MethodUses(EffectModel model)
{
    private const int MaximalDepth = 3;

    // By depth: what is known of a method does not depend on who asked first.
    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Depth), MethodUse> _known = new();

    private readonly ConcurrentDictionary<IMethodSymbol, IMethodSymbol?> _only = new(SymbolEqualityComparer.Default);

    /// <summary>What spans lie over.</summary>
    public DeviceSpans Spans { get; } = new(model);

    public bool IsSource(ISymbol symbol) => model.IsSource(symbol);

    /// <summary>Whether a method is read at that depth, so that what is not said of it is not so.</summary>
    public bool IsRead(IMethodSymbol method, int depth) => depth <= MaximalDepth && IsSource(method) && !method.IsAbstract && !method.IsExtern;

    public MethodUse Of(IMethodSymbol method, int depth)
    {
        method = method.OriginalDefinition;
        method = method.PartialImplementationPart ?? (method.IsAbstract ? _only.GetOrAdd(method, FindOnly) : null) ?? method;
        return depth > MaximalDepth || !IsSource(method) ? MethodUse.None : _known.GetOrAdd((method, depth), k => Read(k.Method, k.Depth));
    }

    // The one that runs for a member without a body, where only one can.
    private IMethodSymbol? FindOnly(IMethodSymbol method)
    {
        if (!IsSource(method) || method.IsStatic || !model.Hierarchy.IsClosed(method.ContainingType))
        {
            return null;
        }

        IMethodSymbol? only = null;
        foreach (INamedTypeSymbol type in model.Hierarchy.Below(method.ContainingType).Where(static t => !t.IsAbstract))
        {
            INamedTypeSymbol above = type.AllInterfaces.Append(type.BaseType!).FirstOrDefault(
                i => SymbolEqualityComparer.Default.Equals(i?.OriginalDefinition, method.ContainingType)) ?? method.ContainingType;
            IMethodSymbol? declared = above.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(
                m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method));
            if (declared is null || Implementations.Find(declared, type)?.OriginalDefinition is not { IsAbstract: false } found
                || (only is not null && !SymbolEqualityComparer.Default.Equals(only, found)))
            {
                return null;
            }

            only = found;
        }

        return only;
    }

    private MethodUse Read(IMethodSymbol method, int depth)
    {
        IOperation[] roots =
        [
            .. method.DeclaringSyntaxReferences
                .Where(static r => r.GetSyntax() is not Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax)
                .Select(r => model.GetModel(r.SyntaxTree).GetOperation(r.GetSyntax()))
                .OfType<IOperation>(),
        ];
        if (roots.Length == 0)
        {
            return MethodUse.None;
        }

        IOperation[] operations = [.. roots.SelectMany(Operations.InFunction)];
        (IOperation Site, Write Write)[] writes = [.. operations.SelectMany(o => WriteReader.Of(o, this, depth).Select(w => (o, w)))];
        var set = new WriteSet(writes.Select(static w => w.Write));
        int firstReturn = operations.Where(static o => o is IReturnOperation { Kind: OperationKind.Return, IsImplicit: false })
            .Select(static o => o.Syntax.SpanStart).DefaultIfEmpty(int.MaxValue).Min();
        var references = new HashSet<string>(method.Parameters.Where(static p => p.RefKind == RefKind.Ref).Select(Paths.Of), StringComparer.Ordinal);
        var reads = new HashSet<string>(StringComparer.Ordinal);
        bool isShared = false;
        bool isSharedByArgument = false;
        bool isClock = false;
        bool retries = false;
        foreach (IOperation operation in operations)
        {
            switch (operation)
            {
                case IInvocationOperation call:
                    Visit(call.TargetMethod, call.Instance, call);
                    retries |= LoopKinds.IsRetry(call);
                    break;
                case IPropertyReferenceOperation { Property.GetMethod: { } getter } property:
                    if (Spans.IsElement(property) && !IsTarget(property))
                    {
                        NoteShared(property);
                    }

                    Visit(getter, property.Instance, property);
                    break;
                case IFieldReferenceOperation { Field.IsVolatile: true } field when !IsTarget(field):
                    isShared = true;
                    break;
                case { } when SharedMemory.IsIndirection(operation) && !IsTarget(operation):
                    NoteShared(operation);
                    break;
            }

            if (Paths.Of(operation) is { } path)
            {
                reads.Add(path);
            }
        }

        return new MethodUse(
            [.. reads.Where(static p => Paths.FromCallee(p, Paths.This) is not null).OrderBy(static p => p, StringComparer.Ordinal)],
            [.. writes.Where(w => Paths.FromCallee(w.Write.Path, Paths.This) is not null || references.Contains(w.Write.Path))
                .Select(w => new Write(w.Write.Path, set.MotionOf(w.Write), null, w.Write.IsCertain && IsAlways(w.Site, firstReturn), Returned: Returns.After(w.Site, w.Write)))],
            isShared,
            isSharedByArgument,
            isClock,
            retries);

        void Visit(IMethodSymbol callee, IOperation? instance, IOperation site)
        {
            isClock |= SharedMemory.IsClock(callee);
            if (SharedMemory.IsRead(callee))
            {
                NoteShared(site);
            }

            MethodUse use = Of(callee, depth + 1);
            reads.UnionWith(use.Reads.Select(p => Paths.FromCallee(p, Paths.Of(instance))).OfType<string>());
            isShared |= use.IsShared;
            isClock |= use.IsClock;
            retries |= use.Retries;
            if (use.IsSharedByArgument)
            {
                NoteShared(site);
            }
        }

        void NoteShared(IOperation site)
        {
            if (site.Descendants().Any(static o => o is IParameterReferenceOperation))
            {
                isSharedByArgument = true;
            }
            else
            {
                isShared = true;
            }
        }
    }

    // In no branch, and behind no way out.
    private static bool IsAlways(IOperation site, int firstReturn)
    {
        for (IOperation? up = site.Parent; up is not null and not (IMethodBodyOperation or ILocalFunctionOperation); up = up.Parent)
        {
            if (up is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or IConditionalAccessOperation or ICatchClauseOperation
                or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr })
            {
                return false;
            }
        }

        // What a return returns is done before it.
        return site.Syntax.SpanStart <= firstReturn || site.Syntax.Ancestors().Any(a => a.SpanStart == firstReturn);
    }

    private static bool IsTarget(IOperation operation) => operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation;
}
