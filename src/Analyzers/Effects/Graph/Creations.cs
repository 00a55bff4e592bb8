using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What constructors are called with, where all who can call them are in this compilation: what a driver hands to its parts when it makes
/// them is known in the parts.
/// </summary>
internal sealed class Creations(EffectModel model)
{
    // Text alone tells where objects are made, so what was found stays true as long as the text does.
    private static readonly ConditionalWeakTable<SyntaxNode, List<(string? Name, int Arguments, SyntaxNode Node)>> Known = new();

    private readonly ConcurrentDictionary<IParameterSymbol, ImmutableArray<IOperation>?> _given = new(SymbolEqualityComparer.Default);

    /// <summary>All that a parameter of a constructor is given; nothing, if there may be more, or nobody in sight makes such an object.</summary>
    public ImmutableArray<IOperation>? GivenTo(IParameterSymbol parameter) => _given.GetOrAdd(parameter.OriginalDefinition, Find);

    private ImmutableArray<IOperation>? Find(IParameterSymbol parameter)
    {
        if (parameter is not { RefKind: RefKind.None or RefKind.In, IsParams: false, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
            || !model.IsSource(constructor)
            || model.ScopeOf(constructor) is not { } scopes)
        {
            return null;
        }

        var given = ImmutableArray.CreateBuilder<IOperation>();
        foreach (SyntaxNode scope in scopes)
        {
            foreach ((string? name, int arguments, SyntaxNode node) in Known.GetValue(scope, static s => [.. Collect(s)]))
            {
                if (arguments <= constructor.Parameters.Length
                    && (name is null || name == constructor.ContainingType.Name)
                    && Argument(model.GetModel(scope.SyntaxTree).GetOperation(node), parameter) is { } value)
                {
                    given.Add(value);
                }
            }
        }

        return given.Count > 0 ? given.ToImmutable() : null;
    }

    private static IOperation? Argument(IOperation? creation, IParameterSymbol parameter)
    {
        ImmutableArray<IArgumentOperation> arguments = creation switch
        {
            IObjectCreationOperation made => made.Arguments,
            IInvocationOperation initializer => initializer.Arguments,
            _ => [],
        };
        return arguments.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Parameter?.OriginalDefinition, parameter))?.Value;
    }

    // The name is told where the text has one that is no alias.
    private static IEnumerable<(string? Name, int Arguments, SyntaxNode Node)> Collect(SyntaxNode scope)
    {
        bool hasAliases = scope.SyntaxTree.GetRoot() is CompilationUnitSyntax unit && unit.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Any(static n => n is UsingDirectiveSyntax { Alias: not null });
        foreach (SyntaxNode node in scope.DescendantNodesAndSelf())
        {
            (SyntaxNode? type, ArgumentListSyntax? arguments) = node switch
            {
                ObjectCreationExpressionSyntax creation => (creation.Type, creation.ArgumentList),
                ImplicitObjectCreationExpressionSyntax creation => (null, creation.ArgumentList),
                ConstructorInitializerSyntax initializer => (null, initializer.ArgumentList),
                PrimaryConstructorBaseTypeSyntax @base => (@base.Type, @base.ArgumentList),
                _ => ((SyntaxNode?)null, (ArgumentListSyntax?)null),
            };
            if (arguments is not null || node is ObjectCreationExpressionSyntax)
            {
                yield return (hasAliases ? null : NameOf(type), arguments?.Arguments.Count ?? 0, node);
            }
        }
    }

    private static string? NameOf(SyntaxNode? type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        _ => null,
    };
}
