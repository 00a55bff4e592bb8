using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// The places in a declaration where a method or constructor could be called, by its name. Text alone tells, so what was found stays true
/// as long as the text does.
/// </summary>
internal static class CallSites
{
    private static readonly ConditionalWeakTable<SyntaxNode, Sites> Known = new();

    /// <summary>Where objects of a class may be made, this constructor with them.</summary>
    public static IEnumerable<SyntaxNode> OfConstructor(IMethodSymbol constructor, SyntaxNode scope)
    {
        Sites sites = Known.GetValue(scope, static s => new Sites(s));
        return sites.Creations
            .Where(c => (c.Name is null || sites.HasAliases || c.Name == constructor.ContainingType.Name) && c.Arguments <= constructor.Parameters.Length)
            .Select(static c => c.Node);
    }

    /// <summary>Calls of methods of this name; and the name itself, where it is not called.</summary>
    public static IEnumerable<SyntaxNode> OfMethod(string name, SyntaxNode scope)
        => Known.GetValue(scope, static s => new Sites(s)).Names.TryGetValue(name, out List<SyntaxNode>? nodes) ? nodes : [];

    private sealed class Sites
    {
        public Sites(SyntaxNode scope)
        {
            HasAliases = scope.SyntaxTree.GetRoot().DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                .Any(static n => n is UsingDirectiveSyntax { Alias: not null });
            foreach (SyntaxNode node in scope.DescendantNodes())
            {
                switch (node)
                {
                    case ObjectCreationExpressionSyntax creation:
                        Add(creation, creation.Type, creation.ArgumentList);
                        break;
                    case ImplicitObjectCreationExpressionSyntax creation:
                        Add(creation, null, creation.ArgumentList);
                        break;
                    case ConstructorInitializerSyntax initializer:
                        Add(initializer, null, initializer.ArgumentList);
                        break;
                    case PrimaryConstructorBaseTypeSyntax @base:
                        Add(@base, @base.Type, @base.ArgumentList);
                        break;
                    case SimpleNameSyntax name:
                        Add(name);
                        break;
                }
            }
        }

        public bool HasAliases { get; }

        public List<(string? Name, int Arguments, SyntaxNode Node)> Creations { get; } = [];

        public Dictionary<string, List<SyntaxNode>> Names { get; } = new(StringComparer.Ordinal);

        private void Add(SyntaxNode creation, TypeSyntax? type, ArgumentListSyntax? arguments) => Creations.Add((TypeNames.Rightmost(type), arguments?.Arguments.Count ?? 0, creation));

        // Types and members are in it, too: what is no method is told when it is asked for.
        private void Add(SimpleNameSyntax name)
        {
            ExpressionSyntax whole = name.Parent switch
            {
                MemberAccessExpressionSyntax access when access.Name == name => access,
                MemberBindingExpressionSyntax binding => binding,
                _ => name,
            };
            string text = name.Identifier.ValueText;
            if (!Names.TryGetValue(text, out List<SyntaxNode>? nodes))
            {
                Names.Add(text, nodes = []);
            }

            nodes.Add(whole.Parent is InvocationExpressionSyntax call && call.Expression == whole ? call : name);
        }
    }
}
