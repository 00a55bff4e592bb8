using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Reads what methods of the compilation mean for the loops that call them, a few calls deep.</summary>
internal sealed class MethodUses(EffectModel model)
{
    private const int MaximalDepth = 4;

    // By depth: what is known of a method does not depend on who asked first.
    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Depth), MethodUse> _known = new();

    public bool IsSource(ISymbol symbol) => model.IsSource(symbol);

    public MethodUse Of(IMethodSymbol method, int depth)
    {
        method = method.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        return depth > MaximalDepth || !IsSource(method) ? MethodUse.None : _known.GetOrAdd((method, depth), k => Read(k.Method, k.Depth));
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

        var set = new WriteSet(WriteReader.Read(roots, this, depth));
        var reads = new HashSet<string>(StringComparer.Ordinal);
        bool isShared = false;
        bool isSharedByArgument = false;
        bool isClock = false;
        bool retries = false;
        foreach (IOperation operation in roots.SelectMany(Operations.InFunction))
        {
            switch (operation)
            {
                case IInvocationOperation call:
                    Visit(call.TargetMethod, call.Instance, call);
                    retries |= LoopKinds.IsRetry(call);
                    break;
                case IPropertyReferenceOperation { Property.GetMethod: { } getter } property:
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
            [.. set.All.Where(static w => Paths.FromCallee(w.Path, Paths.This) is not null).Select(w => Outside(w, set, roots))],
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

    // A value means nothing where its locals are not; what it says of the motion stays.
    private static Write Outside(Write write, WriteSet set, IOperation[] roots)
        => new(write.Path, set.MotionOf(write), null, write.IsCertain && IsAlways(write, roots));

    // In no branch, and behind no way out.
    private static bool IsAlways(Write write, IOperation[] roots)
    {
        IOperation? site = roots.SelectMany(Operations.InFunction).FirstOrDefault(o => o switch
        {
            IAssignmentOperation assignment => Paths.Of(assignment.Target) == write.Path,
            IIncrementOrDecrementOperation increment => Paths.Of(increment.Target) == write.Path,
            IInvocationOperation call => call.Arguments.Any(a => Paths.Of(a.Value) == write.Path) || Paths.Of(call.Instance) is { } receiver && write.Path.StartsWith(receiver, StringComparison.Ordinal),
            _ => false,
        });
        if (site is null)
        {
            return false;
        }

        for (IOperation? up = site.Parent; up is not null and not (IMethodBodyOperation or ILocalFunctionOperation); up = up.Parent)
        {
            if (up is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or IConditionalAccessOperation or ICatchClauseOperation
                or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr })
            {
                return false;
            }
        }

        return !roots.SelectMany(Operations.InFunction).Any(o => o is IReturnOperation { Kind: OperationKind.Return, IsImplicit: false } && o.Syntax.SpanStart < site.Syntax.SpanStart);
    }

    private static bool IsTarget(IOperation operation) => operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation;
}
