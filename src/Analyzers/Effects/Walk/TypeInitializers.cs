using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>Uses of a class that may be the first, which runs its type initialiser under a lock.</summary>
internal static class TypeInitializers
{
    /// <summary>A call: of a class with a static constructor it may be the first use.</summary>
    public static void VisitUse(IMethodSymbol method, Place place, Body body)
    {
        if ((method.IsStatic || method.MethodKind == MethodKind.Constructor)
            && method.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction)
            && HasStaticConstructor(method.ContainingType))
        {
            Report(method.ContainingType, place, body);
        }
    }

    /// <summary>A static field or auto-property with an initial value.</summary>
    public static void VisitUse(ISymbol member, Place place, Body body)
    {
        if (member is { IsStatic: true } and not IFieldSymbol { IsConst: true }
            && member.ContainingType is { } type
            && (HasStaticConstructor(type) || HasInitialValues(type)))
        {
            Report(type, place, body);
        }
    }

    private static void Report(INamedTypeSymbol type, Place place, Body body)
    {
        // Enabling interrupts reads the generated manifest, a static of the driver itself; and what has a static constructor ran it
        // before any code of its own.
        bool isInside = SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, body.Code.Method.ContainingType?.OriginalDefinition);
        if (body.Model.IsSource(type) && !(isInside && HasStaticConstructor(type)) && !body.Model.Contracts.IsDriver(type))
        {
            body.Report(
                EffectRules.TypeInitializer, place,
                "its type initialiser, at the first use; RuntimeHelpers.RunClassConstructor before interrupts are enabled discharges it", Names.Of(type));
        }
    }

    private static bool HasStaticConstructor(INamedTypeSymbol type)
        => type.StaticConstructors.Any(static c => !c.IsImplicitlyDeclared);

    private static bool HasInitialValues(INamedTypeSymbol type) => type.OriginalDefinition.GetMembers().Any(static m =>
        m is { IsStatic: true, IsImplicitlyDeclared: false } and not IFieldSymbol { IsConst: true }
        && m.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null }));
}
