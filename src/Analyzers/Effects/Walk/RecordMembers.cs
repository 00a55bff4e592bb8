using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>What the compiler writes into a record, and nobody can read.</summary>
internal static class RecordMembers
{
    public static void Visit(IMethodSymbol method, Place place, Body body)
    {
        if (method is { IsImplicitlyDeclared: true, ContainingType.IsRecord: true, Name: "ToString" })
        {
            body.Report(EffectRules.NewString, place, "builds a string of all members", Names.Of(method, method.ContainingType, body.Code.Method.ContainingType));
        }
    }
}
