using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.CodeFixes;

/// <summary>
/// A method whose parameters can become others: every call of it can be seen, nothing takes it as a delegate, nothing else has its name,
/// and nobody outside of C# knows it.
/// </summary>
internal sealed class OwnMethod
{
    private OwnMethod(IMethodSymbol symbol, SyntaxNode declaration, IReadOnlyList<IInvocationOperation> calls)
    {
        Symbol = symbol;
        Declaration = declaration;
        Calls = calls;
    }

    /// <summary>The method.</summary>
    public IMethodSymbol Symbol { get; }

    /// <summary>A method or a local function, with its body.</summary>
    public SyntaxNode Declaration { get; }

    /// <summary>All calls of it.</summary>
    public IReadOnlyList<IInvocationOperation> Calls { get; }

    /// <summary>Of a method that is called; null where it may not change.</summary>
    public static OwnMethod? Of(IMethodSymbol called, SemanticModel model, CancellationToken cancellationToken)
    {
        IMethodSymbol method = called.OriginalDefinition;
        if (!CanChange(method)
            || method.DeclaringSyntaxReferences.Length != 1
            || method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not { } declaration
            || declaration is not (MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null } or LocalFunctionStatementSyntax)
            || Usages.Of(method, model, cancellationToken) is not { } names)
        {
            return null;
        }

        var calls = new List<IInvocationOperation>();
        foreach (SimpleNameSyntax name in names)
        {
            ExpressionSyntax expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (expression.Parent is not InvocationExpressionSyntax invocation || invocation.Expression != expression
                || SemanticModels.Of(model, name.SyntaxTree).GetOperation(invocation, cancellationToken) is not IInvocationOperation { Type: not null } call
                || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method))
            {
                return null;
            }

            calls.Add(call);
        }

        return new OwnMethod(method, declaration, calls);
    }

    /// <summary>The syntax of one of its parameters.</summary>
    public ParameterSyntax? SyntaxOf(IParameterSymbol parameter)
    {
        ParameterListSyntax? list = (Declaration as MethodDeclarationSyntax)?.ParameterList ?? (Declaration as LocalFunctionStatementSyntax)?.ParameterList;
        return list is not null && parameter.Ordinal < list.Parameters.Count ? list.Parameters[parameter.Ordinal] : null;
    }

    /// <summary>What is done with one of its parameters; null where a lambda or local function in it does it.</summary>
    public IReadOnlyList<SimpleNameSyntax>? UsesOf(IParameterSymbol parameter, SemanticModel model, CancellationToken cancellationToken)
        => Usages.Of(parameter, model, cancellationToken) is { } names && names.All(n => n
            .Ancestors().First(a => a is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) == Declaration)
                ? names
                : null;

    private static bool CanChange(IMethodSymbol method)
        => method is
        {
            IsVirtual: false, IsAbstract: false, IsOverride: false, IsExtern: false, IsExtensionMethod: false,
            IsPartialDefinition: false, PartialDefinitionPart: null, PartialImplementationPart: null,
            ExplicitInterfaceImplementations.IsEmpty: true,
        }
            && !method.GetAttributes().Any(static a => a.AttributeClass?.ContainingNamespace?.ToDisplayString() == "System.Runtime.InteropServices")
            && (method.MethodKind == MethodKind.LocalFunction
                || (method.MethodKind == MethodKind.Ordinary
                    // What is public may implement an interface, also of a class below.
                    && method.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal
                    && method.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct
                    && IsOnly(method)));

    private static bool IsOnly(IMethodSymbol method)
    {
        int count = 0;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            count += type.GetMembers(method.Name).Length;
        }

        return count == 1;
    }
}
