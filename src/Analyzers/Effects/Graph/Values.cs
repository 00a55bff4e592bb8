using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// All that a variable ever gets, where every place that could set it is known: a local, and a field or auto-property that only its own
/// class can set. A lambda in a read-only field is no unknown delegate, and what is new'd into a private field no open interface.
/// </summary>
internal sealed class Values(EffectModel model)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The values, or nothing if there may be others.</summary>
    public ImmutableArray<IOperation>? Of(ISymbol variable) => _known.GetOrAdd(variable.OriginalDefinition, Find);

    private ImmutableArray<IOperation>? Find(ISymbol variable)
    {
        if (!model.IsSource(variable) || Scopes(variable) is not { } scopes)
        {
            return null;
        }

        var values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (SyntaxNode scope in scopes)
        {
            if (!Collect(variable, scope, model.GetModel(scope.SyntaxTree), values))
            {
                return null;
            }
        }

        return values.ToImmutable();
    }

    // Where it can be set at all.
    private static IEnumerable<SyntaxNode>? Scopes(ISymbol variable) => variable switch
    {
        ILocalSymbol { IsRef: false } local => local.ContainingSymbol.DeclaringSyntaxReferences.Select(static r => Outermost(r.GetSyntax())),
        IFieldSymbol field when IsOwn(field.DeclaredAccessibility, field.IsReadOnly) => Declarations(field),
        IPropertySymbol { IsAbstract: false, IsVirtual: false, IsOverride: false, SetMethod: null or { IsInitOnly: false, DeclaredAccessibility: Accessibility.Private } } property => Declarations(property),
        _ => null,
    };

    private static bool IsOwn(Accessibility accessibility, bool isReadOnly) => isReadOnly || accessibility == Accessibility.Private;

    private static IEnumerable<SyntaxNode> Declarations(ISymbol member)
        => member.ContainingType.DeclaringSyntaxReferences.Select(static r => r.GetSyntax());

    // A local of a lambda or local function may be set by what is around it only if it is declared there.
    private static SyntaxNode Outermost(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node;

    private static bool Collect(ISymbol variable, SyntaxNode scope, SemanticModel semantics, ImmutableArray<IOperation>.Builder values)
    {
        if (variable is ILocalSymbol or IFieldSymbol)
        {
            foreach (SyntaxReference reference in variable.DeclaringSyntaxReferences)
            {
                if (reference.SyntaxTree == scope.SyntaxTree && scope.Span.Contains(reference.Span))
                {
                    switch (reference.GetSyntax())
                    {
                        case VariableDeclaratorSyntax { Initializer.Value: { } value }:
                            Add(values, semantics.GetOperation(value));
                            break;
                        case VariableDeclaratorSyntax:
                            break;
                        default:
                            return false; // out var, pattern, foreach, tuple element
                    }
                }
            }
        }
        else
        {
            foreach (SyntaxReference reference in variable.DeclaringSyntaxReferences)
            {
                if (reference.SyntaxTree == scope.SyntaxTree && scope.Span.Contains(reference.Span))
                {
                    if (reference.GetSyntax() is not PropertyDeclarationSyntax { ExpressionBody: null } property
                        || property.AccessorList?.Accessors.Any(static a => a.Body is not null || a.ExpressionBody is not null) == true)
                    {
                        return false;
                    }

                    if (property.Initializer is { Value: { } value })
                    {
                        Add(values, semantics.GetOperation(value));
                    }
                }
            }
        }

        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name
                && name.Identifier.ValueText == variable.Name
                && IsSet(name, out ExpressionSyntax? assigned)
                && SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(name).Symbol?.OriginalDefinition, variable))
            {
                if (assigned is null)
                {
                    return false;
                }

                Add(values, semantics.GetOperation(assigned));
            }
        }

        return true;
    }

    private static void Add(ImmutableArray<IOperation>.Builder values, IOperation? value)
    {
        // The conversion to the variable's type belongs to it: a lambda is one only as a delegate.
        while (value?.Parent is IConversionOperation { IsImplicit: true } or IDelegateCreationOperation { IsImplicit: true })
        {
            value = value.Parent;
        }

        if (value is not null)
        {
            values.Add(value);
        }
    }

    // Set by "=" to something, or in a way that is not followed.
    private static bool IsSet(IdentifierNameSyntax name, out ExpressionSyntax? value)
    {
        value = null;
        ExpressionSyntax target = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        switch (target.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == target:
                value = assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? assignment.Right : null;
                return true;
            case ArgumentSyntax argument:
                return argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax };
            case RefExpressionSyntax:
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression }:
                return true;
            default:
                return false;
        }
    }
}
