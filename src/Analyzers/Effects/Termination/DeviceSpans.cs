using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Which spans lie over memory that no array owns, such as that of a card: those that are made of a pointer.</summary>
internal sealed class DeviceSpans(EffectModel model)
{
    private const int MaximalDepth = 4;

    /// <summary>Whether an operation is an element of such a span.</summary>
    public bool IsElement(IOperation operation)
        => operation is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } && IsSpan(span.Type) && IsOverDevice(span, 0);

    private bool IsOverDevice(IOperation? span, int depth)
    {
        if (depth > MaximalDepth)
        {
            return false;
        }

        return span switch
        {
            IConversionOperation conversion => IsOverDevice(conversion.Operand, depth),
            IParenthesizedOperation parenthesized => IsOverDevice(parenthesized.Operand, depth),
            IObjectCreationOperation creation => creation.Constructor?.Parameters is [{ Type: IPointerTypeSymbol }, ..],
            IImplicitIndexerReferenceOperation slice => IsOverDevice(slice.Instance, depth),
            ILocalReferenceOperation { Local: var local } => HasValue(local, depth),
            IPropertyReferenceOperation { Property.GetMethod: { } getter } => Returns(getter, depth),
            IInvocationOperation call when model.IsSource(call.TargetMethod) => Returns(call.TargetMethod, depth),
            IInvocationOperation { TargetMethod: { ContainingType.Name: "MemoryMarshal", Name: "Cast" or "AsBytes" } } call
                => IsOverDevice(call.Arguments[0].Value, depth),
            IInvocationOperation { TargetMethod: { ContainingType.Name: "MemoryMarshal" }, Arguments: [{ Value: var first }, ..] }
                => SharedMemory.IsIndirection(first),
            IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } whole } => IsOverDevice(whole, depth),
            _ => false,
        };
    }

    private bool HasValue(ILocalSymbol local, int depth) => model.Values.Of(local)?.Any(v => IsOverDevice(v, depth + 1)) == true;

    private bool Returns(IMethodSymbol method, int depth)
        => model.IsSource(method) && !method.IsAbstract && EffectModel.Definition(method).DeclaringSyntaxReferences
            .Select(r => model.GetModel(r.SyntaxTree).GetOperation(r.GetSyntax()))
            .OfType<IOperation>()
            .SelectMany(Operations.InFunction)
            .OfType<IReturnOperation>()
            .Any(r => IsOverDevice(r.ReturnedValue, depth + 1));

    private static bool IsSpan(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
