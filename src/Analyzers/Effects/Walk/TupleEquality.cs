using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Comparisons of tuples: element by element, by the operators of their types.</summary>
internal static class TupleEquality
{
    public static void Visit(ITupleBinaryOperation comparison, Body body)
    {
        body.Walker.Visit(comparison.LeftOperand);
        body.Walker.Visit(comparison.RightOperand);
        VisitParts(
            comparison.LeftOperand.Type, comparison.RightOperand.Type,
            comparison.OperatorKind == BinaryOperatorKind.Equals ? "op_Equality" : "op_Inequality", comparison.Syntax, body);
    }

    private static void VisitParts(ITypeSymbol? left, ITypeSymbol? right, string name, SyntaxNode site, Body body)
    {
        left = WithoutNullable(left);
        right = WithoutNullable(right);
        if (left is INamedTypeSymbol { IsTupleType: true } some && right is INamedTypeSymbol { IsTupleType: true } others)
        {
            foreach ((IFieldSymbol one, IFieldSymbol other) in some.TupleElements.Zip(others.TupleElements, static (a, b) => (a, b)))
            {
                VisitParts(one.Type, other.Type, name, site, body);
            }
        }
        else if (left is not null && right is not null)
        {
            Operators.VisitMethod(Find(body.Type(left), body.Type(right), name, body), null, site, body);
        }
    }

    // The compiler does not say which operator it chose.
    private static IMethodSymbol? Find(ITypeSymbol left, ITypeSymbol right, string name, Body body)
    {
        IMethodSymbol[] all = [.. Declared(left, name).Concat(Declared(right, name)).Where(static m => m.Parameters.Length == 2)];
        return all.FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.Parameters[0].Type, left) && SymbolEqualityComparer.Default.Equals(m.Parameters[1].Type, right))
            ?? all.FirstOrDefault(m => Takes(m.Parameters[0], left) && Takes(m.Parameters[1], right));

        bool Takes(IParameterSymbol parameter, ITypeSymbol type) => body.Model.Compilation.HasImplicitConversion(type, parameter.Type);
    }

    // Numbers and the like are compared by the machine.
    private static IEnumerable<IMethodSymbol> Declared(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? up = type; up is { SpecialType: SpecialType.None }; up = up.BaseType)
        {
            foreach (IMethodSymbol method in up.GetMembers(name).OfType<IMethodSymbol>())
            {
                yield return method;
            }
        }
    }

    private static ITypeSymbol? WithoutNullable(ITypeSymbol? type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;
}
