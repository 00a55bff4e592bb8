using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Strings made by + and by interpolation. C# makes one string of all that is written together, also where one is in the other, so it
/// is said once, at the whole of it.
/// </summary>
internal static class Strings
{
    private const string Remedy = "TryWrite into a span does not allocate";

    public static void VisitConcatenation(IBinaryOperation concatenation, Body body)
        => Visit(concatenation, $"concatenates strings; {Remedy}", body);

    /// <summary>Adds to a string: <c>text += part</c>.</summary>
    public static void VisitAddition(ICompoundAssignmentOperation addition, Body body)
    {
        body.Walker.Visit(addition.Target);
        var parts = new StringParts();
        parts.AddText(null);
        parts.Add(addition.Value);
        VisitParts(parts, body);
        if (parts.Allocates)
        {
            body.Report(EffectRules.NewString, addition.Syntax, $"concatenates strings; {Remedy}");
        }
    }

    public static void Visit(IInterpolatedStringOperation text, Body body)
    {
        // In the creation of a handler the handler says what it does.
        if (text.Parent is IInterpolatedStringHandlerCreationOperation or IInterpolatedStringAdditionOperation)
        {
            body.Walker.VisitChildren(text);
        }
        else if (text.Parent is IConversionOperation { Type: { Name: "FormattableString" or "IFormattable" } type })
        {
            VisitHoles(text, body);
            body.Report(EffectRules.NewString, text.Syntax, $"an object, and an array with its values, for {Names.Of(type)}; {Remedy}");
        }
        else
        {
            Visit(text, $"builds a string; {Remedy}", body);
        }
    }

    private static void Visit(IOperation text, string what, Body body)
    {
        var parts = new StringParts();
        parts.Add(text);
        VisitParts(parts, body);
        if (parts.Allocates)
        {
            body.Report(EffectRules.NewString, text.Syntax, what);
        }
    }

    private static void VisitParts(StringParts parts, Body body)
    {
        foreach (IOperation value in parts.Values)
        {
            body.Walker.Visit(value);
            TextOf.Visit(value, isInString: true, body);
        }
    }

    private static void VisitHoles(IInterpolatedStringOperation text, Body body)
    {
        foreach (IInterpolationOperation hole in text.Parts.OfType<IInterpolationOperation>())
        {
            body.Walker.Visit(StringParts.Unconverted(hole.Expression));
        }
    }
}
