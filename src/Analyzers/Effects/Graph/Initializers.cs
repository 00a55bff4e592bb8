using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>When a type's static state is made: the rules of C# and of the runtime, without a look at how it is used.</summary>
internal sealed class Initializers
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, Kind> _kinds = new(SymbolEqualityComparer.Default);

    /// <summary>What makes the static state of a type.</summary>
    public enum Kind
    {
        /// <summary>It has none, or none that is not zero.</summary>
        None,

        /// <summary>Initial values of static fields: the first access of a static field.</summary>
        Fields,

        /// <summary>A static constructor: also the first call of a constructor or a static method.</summary>
        Constructor,
    }

    /// <summary>The way of a type.</summary>
    public Kind Of(INamedTypeSymbol type) => _kinds.GetOrAdd(type.OriginalDefinition, Find);

    /// <summary>Whether an accessor has no code of its own: it reads or writes the field behind the property.</summary>
    public static bool IsAuto(IMethodSymbol accessor)
        => accessor.AssociatedSymbol is IPropertySymbol { IsAbstract: false, IsExtern: false }
            && accessor.DeclaringSyntaxReferences.Concat(accessor.AssociatedSymbol.DeclaringSyntaxReferences)
                .Any(static r => r.GetSyntax() is AccessorDeclarationSyntax { Body: null, ExpressionBody: null } or ParameterSyntax)
            && accessor is { IsPartialDefinition: false, ContainingType.TypeKind: not TypeKind.Interface } or { IsStatic: true };

    private static Kind Find(INamedTypeSymbol type)
    {
        if (type.StaticConstructors.Any(static c => !c.IsImplicitlyDeclared))
        {
            return Kind.Constructor;
        }

        return type.GetMembers().Any(static m => m.IsStatic && HasInitialValue(m)) ? Kind.Fields : Kind.None;
    }

    private static bool HasInitialValue(ISymbol member)
        => member is (IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol) and { IsImplicitlyDeclared: false }
            && member.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() switch
            {
                VariableDeclaratorSyntax variable => IsMade(variable.Initializer),
                PropertyDeclarationSyntax property => IsMade(property.Initializer),
                _ => false,
            });

    // Optimised code leaves out what is zero anyway.
    private static bool IsMade(EqualsValueClauseSyntax? initializer)
    {
        ExpressionSyntax? value = initializer?.Value;
        while (value is PostfixUnaryExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            value = value is PostfixUnaryExpressionSyntax { Operand: var operand } ? operand : ((ParenthesizedExpressionSyntax)value).Expression;
        }

        return value switch
        {
            null => false,
            LiteralExpressionSyntax literal => literal.Token.Value is not (null or 0 or 0L or 0u or 0ul or 0f or 0d or false or '\0') && literal.Token.ValueText != "default",
            DefaultExpressionSyntax => false,
            _ => true,
        };
    }
}
