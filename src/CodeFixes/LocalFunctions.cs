using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.CodeFixes;

/// <summary>A lambda as a local function: the types that C# found for it are written.</summary>
internal sealed class LocalFunctions
{
    private readonly TypeSyntax _returns;
    private readonly ParameterListSyntax _parameters;

    private LocalFunctions(TypeSyntax returns, ParameterListSyntax parameters, bool isStatic)
    {
        _returns = returns;
        _parameters = parameters;
        IsStatic = isStatic;
    }

    /// <summary>Whether it uses nothing of what is around it.</summary>
    public bool IsStatic { get; }

    /// <summary>What a lambda becomes; null where that cannot be written, or would be something else.</summary>
    public static LocalFunctions? Of(AnonymousFunctionExpressionSyntax lambda, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(lambda, cancellationToken).Symbol is not IMethodSymbol { RefKind: RefKind.None } function
            || lambda.AsyncKeyword.RawKind != 0
            || lambda is ParenthesizedLambdaExpressionSyntax { AttributeLists.Count: > 0 }
            // Several of them are discards of a lambda, and one name too many elsewhere.
            || function.Parameters.Count(static p => p.Name is "_" or "") > (lambda is AnonymousMethodExpressionSyntax { ParameterList: null } ? 0 : 1)
            || (function.ReturnsVoid ? "void" : Write(function.ReturnType, lambda, model)) is not { } returns)
        {
            return null;
        }

        ParameterListSyntax? parameters = lambda switch
        {
            AnonymousMethodExpressionSyntax { ParameterList: { } list } => list,
            ParenthesizedLambdaExpressionSyntax { ParameterList: { } list } when list.Parameters.All(static p => p.Type is not null) => list,
            _ => List(function, lambda, model),
        };
        return parameters is null
            ? null
            : new LocalFunctions(SyntaxFactory.ParseTypeName(returns), parameters.WithoutTrivia(), UsesNothing(lambda, model, cancellationToken));
    }

    /// <summary>The function in place of the variable that the lambda is in.</summary>
    public LocalFunctionStatementSyntax Declare(LocalDeclarationStatementSyntax statement)
    {
        VariableDeclaratorSyntax declarator = statement.Declaration.Variables[0];
        var lambda = (AnonymousFunctionExpressionSyntax)declarator.Initializer!.Value;
        SyntaxTokenList modifiers = IsStatic
            ? SyntaxFactory.TokenList(SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            : default;
        LocalFunctionStatementSyntax function = SyntaxFactory.LocalFunctionStatement(
            default, modifiers, _returns.WithTrailingTrivia(SyntaxFactory.Space), declarator.Identifier.WithoutTrivia(), null, _parameters, default,
            lambda.Block?.WithoutTrailingTrivia(),
            lambda.ExpressionBody is { } expression ? SyntaxFactory.ArrowExpressionClause(expression.WithoutTrailingTrivia()) : null,
            lambda.ExpressionBody is null ? default : SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        return function.WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static ParameterListSyntax? List(IMethodSymbol function, SyntaxNode lambda, SemanticModel model)
    {
        var written = new List<string>();
        foreach (IParameterSymbol parameter in function.Parameters)
        {
            // Which words it needs, the lambda did not say.
            if (parameter.RefKind != RefKind.None || parameter.IsParams || parameter.ScopedKind != ScopedKind.None || Write(parameter.Type, lambda, model) is not { } type)
            {
                return null;
            }

            written.Add($"{type} {Escape(parameter.Name)}");
        }

        return SyntaxFactory.ParseParameterList($"({string.Join(", ", written)})");
    }

    // Types that have no name cannot be written.
    private static string? Write(ITypeSymbol type, SyntaxNode place, SemanticModel model)
        => type.ToMinimalDisplayString(model, place.SpanStart, SymbolDisplayFormat.MinimallyQualifiedFormat) is var text && !text.Contains("<anonymous") && type.TypeKind != TypeKind.Error
            ? text
            : null;

    private static string Escape(string name)
        => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static bool UsesNothing(AnonymousFunctionExpressionSyntax lambda, SemanticModel model, CancellationToken cancellationToken)
        => model.GetOperation(lambda, cancellationToken) is { } code && code.Descendants().All(operation => operation switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => false,
            ILocalReferenceOperation { Local: { IsConst: false } local } => IsInside(local, lambda),
            IParameterReferenceOperation reference => IsInside(reference.Parameter, lambda),
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } => called.IsStatic || IsInside(called, lambda),
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named } => named.IsStatic || IsInside(named, lambda),
            _ => true,
        });

    private static bool IsInside(ISymbol symbol, SyntaxNode lambda)
        => symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == lambda.SyntaxTree && lambda.Span.Contains(r.Span));
}
