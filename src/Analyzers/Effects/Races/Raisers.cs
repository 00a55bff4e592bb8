using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Who raises an event, or calls the delegate in a property. What is subscribed to one that only code of the handlers raises runs where
/// they do, and no other thread's.
/// </summary>
internal sealed class Raisers(EffectModel model, HashSet<ISymbol> reached)
{
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    // Most files do not have the name of a member at all, and need not be gone through.
    private readonly Lazy<Dictionary<SyntaxTree, string>> _texts = new(() => model.Compilation.SyntaxTrees.ToDictionary(static t => t, static t => t.GetText().ToString()));

    /// <summary>Whether it is raised or read, and by nothing but what handlers reach.</summary>
    public bool AreHandlers(ISymbol raised)
    {
        ISymbol member = raised.OriginalDefinition;
        if (!_known.TryGetValue(member, out bool known))
        {
            known = model.IsSource(member) && Find(member) is { Length: > 0 } raisers && raisers.All(r => r is not null && reached.Contains(r));
            _known.Add(member, known);
        }

        return known;
    }

    /// <summary>The method, accessor or constructor that a piece of text is in.</summary>
    public static IMethodSymbol? Around(SyntaxNode node, EffectModel model)
    {
        ISymbol? symbol = model.GetModel(node.SyntaxTree).GetEnclosingSymbol(node.SpanStart);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol as IMethodSymbol;
    }

    private IMethodSymbol?[] Find(ISymbol member) => member switch
    {
        IEventSymbol @event => OfEvent(@event),
        IFieldSymbol => Readers(member),
        IPropertySymbol { IsVirtual: false, IsAbstract: false, IsOverride: false } property when IsAuto(property) && !model.Hierarchy.IsOfInterface(property) => Readers(member),
        _ => [],
    };

    private static bool IsAuto(IPropertySymbol property)
        => property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));

    // Whoever can name it may read it, if not only to set it.
    private IMethodSymbol?[] Readers(ISymbol member)
        => model.ScopeOf(member) is { } scopes
            ? [.. scopes.Where(s => s is not CompilationUnitSyntax || _texts.Value[s.SyntaxTree].IndexOf(member.Name, StringComparison.Ordinal) >= 0)
                .SelectMany(static s => s.DescendantNodes().OfType<IdentifierNameSyntax>())
                .Where(n => n.Identifier.ValueText == member.Name
                    && !IsSubscribed(n)
                    && SymbolEqualityComparer.Default.Equals(model.GetModel(n.SyntaxTree).GetSymbolInfo(n).Symbol?.OriginalDefinition, member))
                .Select(n => Around(n, model))]
            : [];

    // Only the class of an event can do more with it than subscribe; with accessors, it raises what they keep.
    private IMethodSymbol?[] OfEvent(IEventSymbol @event)
    {
        ISymbol kept = (ISymbol?)Kept(@event) ?? @event;
        return [.. EffectModel.Declarations(kept)
            .SelectMany(static d => d.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Where(n => n.Identifier.ValueText == kept.Name
                && !IsSubscribed(n)
                && n.FirstAncestorOrSelf<EventDeclarationSyntax>() is null
                && SymbolEqualityComparer.Default.Equals(model.GetModel(n.SyntaxTree).GetSymbolInfo(n).Symbol?.OriginalDefinition, kept))
            .Select(n => Around(n, model))];
    }

    private IFieldSymbol? Kept(IEventSymbol @event)
        => @event.AddMethod is { } add
            ? Bodies.Of(EffectModel.Definition(add), model).SelectMany(static b => b.DescendantsAndSelf()).OfType<IFieldReferenceOperation>()
                .Select(static f => f.Field.OriginalDefinition)
                .FirstOrDefault(static f => f is { Type.TypeKind: TypeKind.Delegate, DeclaredAccessibility: Accessibility.Private })
            : null;

    private static bool IsSubscribed(IdentifierNameSyntax name)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole;
    }
}
