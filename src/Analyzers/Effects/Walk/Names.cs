using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TopHalf.Analyzers.Effects;

/// <summary>The few characters of a construct that a diagnostic marks, and the names that messages use.</summary>
internal static class Names
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.MinimallyQualifiedFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A type as an author writes it.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(TypeFormat);

    /// <summary>The name in a call, the expression in what has none.</summary>
    public static Place PlaceOf(SyntaxNode site) => site switch
    {
        InvocationExpressionSyntax call => PlaceOf(call.Expression),
        MemberAccessExpressionSyntax access => Place.Of(access.Name),
        MemberBindingExpressionSyntax binding => Place.Of(binding.Name),
        ConditionalAccessExpressionSyntax access => PlaceOf(access.WhenNotNull),
        AwaitExpressionSyntax await => Place.Of(await.AwaitKeyword),
        // With the initializer in braces it could be long.
        ObjectCreationExpressionSyntax { Initializer: { } } creation => From(creation, creation.ArgumentList?.Span.End ?? creation.Type.Span.End),
        ConstructorDeclarationSyntax constructor => Place.Of(constructor.Identifier),
        MethodDeclarationSyntax method => Place.Of(method.Identifier),
        BaseTypeDeclarationSyntax type => Place.Of(type.Identifier),
        ForEachStatementSyntax loop => Place.Of(loop.Expression),
        ForEachVariableStatementSyntax loop => Place.Of(loop.Expression),
        LockStatementSyntax @lock => From(@lock, @lock.CloseParenToken.Span.End),
        UsingStatementSyntax @using => From(@using, @using.CloseParenToken.Span.End),
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } declaration => Place.Of(declaration.Declaration),
        WhileStatementSyntax loop => From(loop, loop.CloseParenToken.Span.End),
        ForStatementSyntax loop => From(loop, loop.CloseParenToken.Span.End),
        DoStatementSyntax loop => new Place(loop.SyntaxTree, TextSpan.FromBounds(loop.WhileKeyword.SpanStart, loop.CloseParenToken.Span.End)),
        ThrowStatementSyntax @throw => Place.Of(@throw.ThrowKeyword),
        ThrowExpressionSyntax @throw => Place.Of(@throw.ThrowKeyword),
        AnonymousMethodExpressionSyntax lambda => Place.Of(lambda.DelegateKeyword),
        ParenthesizedLambdaExpressionSyntax lambda => From(lambda, lambda.ArrowToken.Span.End),
        SimpleLambdaExpressionSyntax lambda => From(lambda, lambda.ArrowToken.Span.End),
        ElementAccessExpressionSyntax element => Place.Of(element),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => PlaceOf(suppressed.Operand),
        ParenthesizedExpressionSyntax parenthesized => PlaceOf(parenthesized.Expression),
        _ => Place.Of(site),
    };

    /// <summary>
    /// A member with its class: <c>Ring.Push</c>, <c>new Ring</c>, <c>Ring.this[]</c>. Without the class, where the reader is in it.
    /// </summary>
    public static string Of(IMethodSymbol method, ITypeSymbol? type, ITypeSymbol? reader)
    {
        string name = method.MethodKind switch
        {
            MethodKind.Constructor => "new " + (type is null ? method.ContainingType.Name : Of(type)),
            MethodKind.PropertyGet or MethodKind.PropertySet when method.AssociatedSymbol is IPropertySymbol property
                => property.IsIndexer ? "this[]" : property.Name,
            MethodKind.EventAdd or MethodKind.EventRemove => method.AssociatedSymbol?.Name ?? method.Name,
            MethodKind.UserDefinedOperator => "operator " + OperatorText.Of(method.Name),
            MethodKind.Conversion => "conversion to " + Of(method.ReturnType),
            MethodKind.AnonymousFunction => "lambda",
            MethodKind.DelegateInvoke => "Invoke",
            _ => method.Name.Substring(method.Name.LastIndexOf('.') + 1),
        };

        // A member of an extension block is called as one of the class around it.
        type = type is { Name: "", ContainingType: { } around } ? around : type;
        return method.MethodKind is MethodKind.Constructor or MethodKind.AnonymousFunction or MethodKind.LocalFunction
            || type is null || SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, reader?.OriginalDefinition)
                ? name
                : $"{Of(type)}.{name}";
    }

    private static Place From(SyntaxNode node, int end) => new(node.SyntaxTree, TextSpan.FromBounds(node.SpanStart, end));
}
