using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// All that a variable ever gets, where every place that could set it is known: a local, a parameter (besides what it is called with),
/// and a field, event or auto-property that only this compilation can set. A lambda in a read-only field is no unknown delegate, and what
/// is new'd into a private field no open interface.
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
        foreach (SyntaxReference reference in variable.DeclaringSyntaxReferences)
        {
            if (variable is IPropertySymbol && reference.GetSyntax() is ParameterSyntax declaration)
            {
                if (GivenToRecord(variable, declaration) is not { } given)
                {
                    return null;
                }

                values.AddRange(given);
            }
            else if (!AddInitial(reference.GetSyntax(), model.GetModel(reference.SyntaxTree), values))
            {
                return null;
            }
        }

        foreach (SyntaxNode scope in scopes)
        {
            if (!AddAssigned(variable, scope, model.GetModel(scope.SyntaxTree), values))
            {
                return null;
            }
        }

        return values.ToImmutable();
    }

    // Where it can be set at all.
    private IEnumerable<SyntaxNode>? Scopes(ISymbol variable) => variable switch
    {
        ILocalSymbol { IsRef: false } or IParameterSymbol { RefKind: RefKind.None or RefKind.In }
            => variable.ContainingSymbol.DeclaringSyntaxReferences.Select(static r => Outermost(r.GetSyntax())),
        IFieldSymbol { RefKind: RefKind.None, IsReadOnly: true } field => EffectModel.Declarations(field),
        IFieldSymbol { RefKind: RefKind.None } field => model.ScopeOf(field),
        IEventSymbol { IsAbstract: false, IsVirtual: false, IsOverride: false } @event when !model.Hierarchy.IsOfInterface(@event) => model.ScopeOf(@event),
        IPropertySymbol { IsAbstract: false, IsVirtual: false, IsOverride: false } property => property.SetMethod switch
        {
            null => EffectModel.Declarations(property),
            { } setter when setter.DeclaredAccessibility == Accessibility.Private || !model.Hierarchy.IsOfInterface(property) => model.ScopeOf(setter),
            _ => null,
        },
        _ => null,
    };

    // A property of a record begins with what its constructor is given.
    private ImmutableArray<IOperation>? GivenToRecord(ISymbol property, ParameterSyntax declaration)
        => property.ContainingType.InstanceConstructors
            .SelectMany(static c => c.Parameters)
            .FirstOrDefault(p => p.Name == property.Name && SymbolEqualityComparer.Default.Equals(model.GetModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration), p)) is { } parameter
                ? model.HandedIn.To(parameter)
                : null;

    // A local of a lambda or local function may be set by what is around it only if it is declared there.
    private static SyntaxNode Outermost(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node;

    // What it gets where it is declared. False, if that is not followed.
    private static bool AddInitial(SyntaxNode declaration, SemanticModel semantics, ImmutableArray<IOperation>.Builder values)
    {
        switch (declaration)
        {
            case VariableDeclaratorSyntax variable:
                Add(values, semantics, variable.Initializer?.Value);
                return true;
            case PropertyDeclarationSyntax { ExpressionBody: null } property
                when property.AccessorList?.Accessors.All(static a => a is { Body: null, ExpressionBody: null }) == true:
                Add(values, semantics, property.Initializer?.Value);
                return true;
            case ParameterSyntax:
                return true;
            case SingleVariableDesignationSyntax designation when Matched(designation) is { } matched:
                Add(values, semantics, matched);
                return true;
            default:
                return false; // out var, part of a pattern, foreach, tuple element; an accessor with a body
        }
    }

    // What a pattern looks at, where the variable stands for all of it: value is T variable.
    private static ExpressionSyntax? Matched(SingleVariableDesignationSyntax designation)
    {
        SyntaxNode? pattern = designation.Parent;
        while (pattern is DeclarationPatternSyntax or VarPatternSyntax or RecursivePatternSyntax or ParenthesizedPatternSyntax
            or BinaryPatternSyntax { RawKind: (int)SyntaxKind.AndPattern } or UnaryPatternSyntax)
        {
            pattern = pattern.Parent;
        }

        return pattern switch
        {
            IsPatternExpressionSyntax test => test.Expression,
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax { Expression: { } governing } } => governing,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax { GoverningExpression: { } governing } } => governing,
            _ => null,
        };
    }

    private static bool AddAssigned(ISymbol variable, SyntaxNode scope, SemanticModel semantics, ImmutableArray<IOperation>.Builder values)
    {
        foreach (IdentifierNameSyntax name in Assignments.Of(variable.Name, scope))
        {
            if (!SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(name).Symbol?.OriginalDefinition, variable))
            {
                continue;
            }

            Assignments.IsSet(name, out ExpressionSyntax? value);
            bool changes = value?.Parent?.Kind() is SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression;
            if (value is null || (changes && Type(variable)?.TypeKind != TypeKind.Delegate))
            {
                return false;
            }

            // What is taken away adds nothing.
            if (!value.Parent.IsKind(SyntaxKind.SubtractAssignmentExpression))
            {
                Add(values, semantics, value);
            }
        }

        return true;
    }

    private static ITypeSymbol? Type(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IEventSymbol @event => @event.Type,
        _ => null,
    };

    private static void Add(ImmutableArray<IOperation>.Builder values, SemanticModel semantics, ExpressionSyntax? expression)
    {
        IOperation? value = expression is null ? null : semantics.GetOperation(expression);

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
}
