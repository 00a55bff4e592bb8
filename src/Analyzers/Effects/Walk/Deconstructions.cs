using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Deconstruction: the methods that take a value apart.</summary>
internal static class Deconstructions
{
    public static void Visit(IDeconstructionAssignmentOperation deconstruction, Body body)
    {
        body.Walker.VisitChildren(deconstruction);
        body.Completion.ForgetSet(deconstruction);
        if (deconstruction.Syntax is AssignmentExpressionSyntax assignment)
        {
            Visit(body.Model.GetModel(assignment.SyntaxTree).GetDeconstructionInfo(assignment), Place.Of(assignment.Right), body);
        }
    }

    /// <summary>The methods of one level, and of those below it.</summary>
    public static void Visit(DeconstructionInfo info, Place place, Body body)
    {
        if (info.Method is { } method)
        {
            Calls.Visit(method.GetConstructedReducedFrom() ?? method, null, false, [], place, null, body);
        }

        if (info.Conversion is { MethodSymbol: { } conversion })
        {
            Calls.Visit(conversion, null, false, [], place, null, body);
        }
        else if (info.Conversion is { IsBoxing: true })
        {
            body.Report(EffectRules.Box, place, "boxes a part; a variable of its own type does not");
        }

        foreach (DeconstructionInfo nested in info.Nested)
        {
            Visit(nested, place, body);
        }
    }
}
