using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>The path that names a task, whatever is done to it on the way: its awaiter, itself as a ValueTask, and so on.</summary>
internal static class TaskPaths
{
    public static string? Of(IOperation? operation) => operation switch
    {
        IFieldReferenceOperation { Instance: { } instance } field when Of(instance) is { } path => $"{path}.{field.Field.Name}",
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } instance } property when Of(instance) is { } path
            => $"{path}.{property.Property.Name}",
        IPropertyReferenceOperation { Arguments: [{ Value: var index }], Instance: { } instance } when Of(instance) is { } list && Index(index) is { } at
            => $"{list}[{at}]",
        IArrayElementReferenceOperation { Indices: [var index] } element when Of(element.ArrayReference) is { } array && Index(index) is { } at
            => $"{array}[{at}]",
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } => OfPattern(operation),
        IConversionOperation conversion => Of(conversion.Operand),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IConditionalAccessInstanceOperation placeholder => Of(Receivers.Tested(placeholder)),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        IInvocationOperation { TargetMethod: { Name: "GetAwaiter" or "ConfigureAwait" or "AsTask" or "Preserve" }, Instance: { } task } => Of(task),
        IDeclarationExpressionOperation declaration => Of(declaration.Expression),
        _ => Paths.Of(operation),
    };

    // What the properties of one pattern are read of.
    private static string? OfPattern(IOperation? operation)
    {
        while (operation is not (null or IRecursivePatternOperation))
        {
            operation = operation.Parent;
        }

        return operation is null ? null : $"pattern@{operation.Syntax.SpanStart}";
    }

    private static string? Index(IOperation index) => index.ConstantValue.HasValue ? index.ConstantValue.Value?.ToString() : Of(index);
}
