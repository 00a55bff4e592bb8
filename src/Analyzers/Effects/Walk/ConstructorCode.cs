using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>What a constructor runs besides its body: initial values of fields and properties, and the base constructor that it does not name.</summary>
internal static class ConstructorCode
{
    public static void Visit(IMethodSymbol constructor, Body body)
    {
        if (CallsThis(constructor))
        {
            return;
        }

        bool isPrimaryOrClass = constructor.ContainingType.TypeKind == TypeKind.Class || !constructor.IsImplicitlyDeclared || !constructor.Parameters.IsEmpty;
        bool isCopy = IsCopy(constructor);
        if (isPrimaryOrClass && !isCopy)
        {
            VisitInitialValues(constructor.ContainingType, false, body);
        }

        // C# names the base constructor in the operations of an explicit one; what it makes up has none.
        if (constructor.ContainingType is { TypeKind: TypeKind.Class, BaseType: { SpecialType: SpecialType.None } up } && !NamesBase(constructor)
            && up.InstanceConstructors.Where(c => isCopy ? IsCopy(c) : c.Parameters.All(static p => p.IsOptional || p.IsParams))
                .OrderBy(static c => c.Parameters.Length).FirstOrDefault() is { } baseConstructor
            && constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(body.Cancellation) is var syntax)
        {
            SyntaxNode site = syntax ?? constructor.ContainingType.DeclaringSyntaxReferences[0].GetSyntax(body.Cancellation);
            Calls.VisitConstructor(baseConstructor, [], body.Code.Env.This ?? constructor.ContainingType, Names.PlaceOf(site), body);
        }
    }

    /// <summary>Whether it is the constructor by which a record copies itself: what is copied has its values.</summary>
    public static bool IsCopy(IMethodSymbol constructor)
        => constructor is { ContainingType: { IsRecord: true, TypeKind: TypeKind.Class } type, Parameters: [{ Type: var copied }] }
            && SymbolEqualityComparer.Default.Equals(type, copied);

    /// <summary>The initial values of the fields and properties of an object, or of its class.</summary>
    public static void VisitInitialValues(INamedTypeSymbol type, bool isStatic, Body body)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member.IsStatic != isStatic || member.IsImplicitlyDeclared || member is IFieldSymbol { IsConst: true } || member is not (IFieldSymbol or IPropertySymbol or IEventSymbol))
            {
                continue;
            }

            foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
            {
                EqualsValueClauseSyntax? value = reference.GetSyntax(body.Cancellation) switch
                {
                    VariableDeclaratorSyntax variable => variable.Initializer,
                    PropertyDeclarationSyntax property => property.Initializer,
                    _ => null,
                };
                if (value is not null)
                {
                    body.Walker.Visit(body.Model.GetModel(value.SyntaxTree).GetOperation(value, body.Cancellation));
                }
            }
        }
    }

    /// <summary>The call of another constructor, where one names it.</summary>
    public static IOperation? HandedOn(IMethodSymbol constructor, EffectModel model)
    {
        foreach (SyntaxReference reference in constructor.DeclaringSyntaxReferences)
        {
            SyntaxNode? site = reference.GetSyntax() switch
            {
                ConstructorDeclarationSyntax declaration => declaration.Initializer,
                TypeDeclarationSyntax { BaseList: { } bases } => bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
                _ => null,
            };
            if (site is not null)
            {
                return model.GetModel(site.SyntaxTree).GetOperation(site);
            }
        }

        return null;
    }

    private static bool CallsThis(IMethodSymbol constructor)
        => Initializer(constructor)?.ThisOrBaseKeyword.ValueText == "this";

    private static bool NamesBase(IMethodSymbol constructor)
        => Initializer(constructor) is not null
            || constructor.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax { BaseList: { } bases }
                && bases.Types.Any(static t => t is PrimaryConstructorBaseTypeSyntax));

    private static ConstructorInitializerSyntax? Initializer(IMethodSymbol constructor)
        => constructor.DeclaringSyntaxReferences.Select(static r => (r.GetSyntax() as ConstructorDeclarationSyntax)?.Initializer).FirstOrDefault();
}
