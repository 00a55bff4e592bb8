using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.CodeFixes;

/// <summary>Which uses of an array are as good of a <c>ReadOnlySpan</c> of it.</summary>
internal static class SpanUses
{
    /// <summary>Whether a use reads, and means the same.</summary>
    public static bool IsSame(SimpleNameSyntax use, IArrayTypeSymbol array, SemanticModel model, CancellationToken cancellationToken) => use.Parent switch
    {
        XmlNameAttributeSyntax => true,
        ForEachStatementSyntax { AwaitKeyword.RawKind: 0, Type: not RefTypeSyntax } loop => loop.Expression == use,
        ForEachVariableStatementSyntax { AwaitKeyword.RawKind: 0 } loop => loop.Expression == use,
        MemberAccessExpressionSyntax access => access.Expression == use && access.Name.Identifier.ValueText == nameof(Array.Length),
        ElementAccessExpressionSyntax element => element.Expression == use && IsRead(element, array, model, cancellationToken),
        ArgumentSyntax argument => IsHandedOn(argument, array, model, cancellationToken),
        _ => false,
    };

    private static bool IsRead(ElementAccessExpressionSyntax element, IArrayTypeSymbol array, SemanticModel model, CancellationToken cancellationToken)
    {
        // A span has no elements at long or range.
        if (element.ArgumentList.Arguments.Count != 1
            || model.GetTypeInfo(element.ArgumentList.Arguments[0].Expression, cancellationToken).Type is not { SpecialType: SpecialType.System_Int32 })
        {
            return false;
        }

        return element.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Right == element,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0,
            RefExpressionSyntax => false,
            PrefixUnaryExpressionSyntax unary => unary.Kind() is not (SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax => false,
            // In a span that is for reading, a member that changes a struct changes a copy.
            MemberAccessExpressionSyntax => IsSameCopied(array.ElementType),
            ElementAccessExpressionSyntax outer => outer.Expression != element || array.ElementType.IsReferenceType,
            ParenthesizedExpressionSyntax => false,
            _ => true,
        };
    }

    private static bool IsSameCopied(ITypeSymbol type)
        => type.IsReferenceType || (type.IsValueType && (type.IsReadOnly || type.SpecialType != SpecialType.None || type.TypeKind == TypeKind.Enum));

    // To who takes a span; if he gives one back, it may not be kept where that of the array was.
    private static bool IsHandedOn(ArgumentSyntax argument, IArrayTypeSymbol array, SemanticModel model, CancellationToken cancellationToken)
        => argument.RefKindKeyword.RawKind == 0
            && model.GetTypeInfo(argument.Expression, cancellationToken).ConvertedType is INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments.Length: 1 } span
            && SymbolEqualityComparer.Default.Equals(span.TypeArguments[0], array.ElementType)
            && argument.Parent is ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list
            && list.Arguments.All(static a => a.RefKindKeyword.RawKind == 0)
            && model.GetTypeInfo(call, cancellationToken).Type is { IsRefLikeType: false };
}
