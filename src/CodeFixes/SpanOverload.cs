using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.CodeFixes;

/// <summary>The overload of a method that takes characters where the method takes a string.</summary>
internal static class SpanOverload
{
    /// <summary>Whether a call can be one of that overload, with a text that is made before it.</summary>
    public static bool IsThere(IInvocationOperation call, InterpolatedStringExpressionSyntax text, SemanticModel model)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method is not { MethodKind: MethodKind.Ordinary, Arity: 0, IsExtensionMethod: false } || !IsSettled(call.Instance)
            || call.Arguments.FirstOrDefault(a => a.Syntax.Span == text.Span || a.Syntax == text.Parent)?.Parameter is not { Type.SpecialType: SpecialType.System_String } parameter
            // What comes before the text, and would come after it then, must not matter; nor may an overload with fewer parameters be meant.
            || !call.Arguments.All(a => a.ArgumentKind == ArgumentKind.Explicit && (a.Parameter?.Ordinal == parameter.Ordinal || (a.Parameter?.RefKind == RefKind.None && IsSettled(a.Value)))))
        {
            return false;
        }

        IMethodSymbol[] others = [.. method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Where(m => IsBeside(m, method, parameter))];
        return others.Any(m => IsSpan(m.Parameters[parameter.Ordinal].Type, "ReadOnlySpan") && model.IsAccessible(text.SpanStart, m))
            && !others.Any(m => IsSpan(m.Parameters[parameter.Ordinal].Type, "Span"));
    }

    private static bool IsBeside(IMethodSymbol other, IMethodSymbol method, IParameterSymbol parameter)
        => other.IsStatic == method.IsStatic && other.Arity == 0
            && other.Parameters.Length == method.Parameters.Length
            && SymbolEqualityComparer.Default.Equals(other.ReturnType, method.ReturnType)
            && other.Parameters.All(p => p.RefKind == RefKind.None && !p.IsParams
                && (p.Ordinal == parameter.Ordinal || SymbolEqualityComparer.Default.Equals(p.Type, method.Parameters[p.Ordinal].Type)));

    private static bool IsSpan(ITypeSymbol type, string name)
        => type is INamedTypeSymbol { TypeArguments.Length: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } span
            && span.Name == name && span.TypeArguments[0].SpecialType == SpecialType.System_Char;

    // Nothing that the text could change, or that could change the text, runs there.
    private static bool IsSettled(IOperation? value) => value switch
    {
        null or ILiteralOperation or IInstanceReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation => true,
        { ConstantValue.HasValue: true } => true,
        IFieldReferenceOperation field => IsSettled(field.Instance),
        IConversionOperation { OperatorMethod: null } conversion => IsSettled(conversion.Operand),
        _ => false,
    };
}
