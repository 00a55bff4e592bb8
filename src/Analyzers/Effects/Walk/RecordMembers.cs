using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>The members that the compiler writes into a record, where nobody can read them: its text, and the comparison of its fields.</summary>
internal static class RecordMembers
{
    public static void Visit(IMethodSymbol method, Place place, Body body)
    {
        INamedTypeSymbol record = body.Type(method.ContainingType) as INamedTypeSymbol ?? method.ContainingType;
        switch (method.Name)
        {
            case "ToString":
                body.Report(EffectRules.NewString, place, "builds a string of all members");
                break;
            case "op_Equality" or "op_Inequality" or "Equals" when OwnEquals(record) is { } own:
                Calls.Visit(own, null, own.IsVirtual && !record.IsSealed, [], place, null, body);
                break;
            case "op_Equality" or "op_Inequality" or "Equals" or "GetHashCode" when KeyTypes.FindBoxedField(record) is { } boxed:
                body.Report(EffectRules.Keys, place, $"boxes {Names.Of(boxed)} to compare it; IEquatable<{Names.Of(boxed)}> on it would not");
                break;
            case "Equals" or "op_Equality" or "op_Inequality":
                VisitFields(record, "Equals", place, body);
                break;
            case "GetHashCode":
                VisitFields(record, "GetHashCode", place, body);
                break;
        }
    }

    private static IMethodSymbol? OwnEquals(INamedTypeSymbol record) => record.GetMembers("Equals").OfType<IMethodSymbol>().FirstOrDefault(m =>
        m is { IsImplicitlyDeclared: false, Parameters: [{ Type: { } other }] } && SymbolEqualityComparer.Default.Equals(other, record));

    private static void VisitFields(INamedTypeSymbol record, string member, Place place, Body body)
    {
        for (INamedTypeSymbol? type = record; type is { IsRecord: true }; type = type.BaseType)
        {
            foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>().Where(static f => !f.IsStatic))
            {
                ElementMembers.Visit(field.Type, member, place, body);
            }
        }
    }
}
