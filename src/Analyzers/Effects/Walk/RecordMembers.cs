using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>What the compiler writes into a record, and nobody can read.</summary>
internal static class RecordMembers
{
    public static void Visit(IMethodSymbol method, Place place, Body body)
    {
        if (method is not { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true } record })
        {
            return;
        }

        switch (method.Name)
        {
            case "ToString":
                body.Report(EffectRules.NewString, place, "builds a string of all members", Names.Of(method, record, body.Code.Method.ContainingType));
                break;
            case "op_Equality" or "op_Inequality" or "Equals" when OwnEquals(record) is { } own:
                Calls.Visit(own, null, own.IsVirtual && !record.IsSealed, [], place, null, body);
                break;
            case "op_Equality" or "op_Inequality" or "Equals" or "GetHashCode" when KeyTypes.FindBoxedField(record) is { } boxed:
                body.Report(
                    EffectRules.Keys, place, $"boxes {Names.Of(boxed)} to compare it; IEquatable<{Names.Of(boxed)}> on it would not",
                    Names.Of(method, record, body.Code.Method.ContainingType));
                break;
        }
    }

    private static IMethodSymbol? OwnEquals(INamedTypeSymbol record) => record.GetMembers("Equals").OfType<IMethodSymbol>().FirstOrDefault(m =>
        m is { IsImplicitlyDeclared: false, Parameters: [{ Type: { } other }] } && SymbolEqualityComparer.Default.Equals(other, record));
}
