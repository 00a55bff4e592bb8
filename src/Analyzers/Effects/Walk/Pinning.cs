using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary><c>fixed</c> on what is no array, string or address: the GetPinnableReference that the compiler calls.</summary>
internal static class Pinning
{
    /// <summary>Visits a variable of a <c>fixed</c> statement; others call nothing.</summary>
    public static void Visit(IVariableDeclaratorOperation declarator, Body body)
    {
        if (declarator.Syntax is not VariableDeclaratorSyntax { Parent.Parent: FixedStatementSyntax, Initializer.Value: { } pinned })
        {
            return;
        }

        SemanticModel semantics = body.Model.GetModel(pinned.SyntaxTree);
        ITypeSymbol? written = semantics.GetTypeInfo(pinned).Type;
        if (written is not (INamedTypeSymbol { SpecialType: not SpecialType.System_String } or ITypeParameterSymbol))
        {
            return;
        }

        // No operation names it, so it is looked up as the compiler does: the type's own before extensions.
        IMethodSymbol? method = semantics
            .LookupSymbols(pinned.SpanStart, written, "GetPinnableReference", includeReducedExtensionMethods: true)
            .OfType<IMethodSymbol>()
            .Where(static m => m.Parameters.IsEmpty && (m.ReturnsByRef || m.ReturnsByRefReadonly))
            .OrderBy(static m => m.ReducedFrom is not null)
            .FirstOrDefault();
        if (method is null)
        {
            return;
        }

        Place place = Names.PlaceOf(pinned);
        if (Members.IsVirtual(method, null))
        {
            Dispatch.Visit(body.Model.Substitution.Apply(method, body.Code.Env), null, body.Type(written), [], place, body);
        }
        else
        {
            Calls.Visit(method.ReducedFrom ?? method, null, false, [], place, null, body);
        }
    }
}
