using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Interpolated strings that go to a handler: its constructor, and an append for each part.</summary>
internal static class StringHandlers
{
    public static void Visit(IInterpolatedStringHandlerCreationOperation creation, Body body)
    {
        // The arguments that only the compiler sees stand for what is known already: they are not visited.
        if (creation.HandlerCreation is IObjectCreationOperation { Constructor: { } constructor } handler)
        {
            Place place = Place.Of(creation.Syntax);
            if (handler.Type is { IsValueType: false })
            {
                body.Report(EffectRules.NewObject, place, $"new {Names.Of(handler.Type)}");
            }

            // What a handler of the library does, the member that takes it is known for.
            if (!LibraryCalls.IsPlatform(constructor.ContainingAssembly))
            {
                Calls.Visit(constructor, null, false, [], place, null, body);
            }
            else if (IsRented(creation))
            {
                body.Report(EffectRules.LibraryFirstUse, place, "a buffer of the shared pool; with a span of one's own it needs none", Names.Of(constructor, handler.Type, null));
            }
        }

        VisitParts(creation.Content, body);
    }

    // Of its own it rents a buffer; a member of the library that takes it is in the table with all that it does.
    private static bool IsRented(IInterpolatedStringHandlerCreationOperation creation)
        => creation.Type is { Name: "DefaultInterpolatedStringHandler" }
            && creation.Parent is not IConversionOperation { Parent: IArgumentOperation } and not IArgumentOperation;

    private static void VisitParts(IOperation content, Body body)
    {
        switch (content)
        {
            case IInterpolatedStringAdditionOperation addition:
                VisitParts(addition.Left, body);
                VisitParts(addition.Right, body);
                break;
            case IInterpolatedStringOperation text:
                foreach (IInterpolatedStringContentOperation part in text.Parts)
                {
                    VisitPart(part, body);
                }

                break;
        }
    }

    private static void VisitPart(IInterpolatedStringContentOperation part, Body body)
    {
        switch (part)
        {
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append }:
                VisitAppend(append, Place.Of(part.Syntax), body);
                break;
            case IInterpolationOperation interpolation:
                body.Walker.Visit(StringParts.Unconverted(interpolation.Expression));
                break;
        }
    }

    private static void VisitAppend(IInvocationOperation append, Place place, Body body)
    {
        foreach (IArgumentOperation argument in append.Arguments)
        {
            body.Walker.Visit(argument);
        }

        // The receiver is the handler itself, a struct in all that matter.
        if (!LibraryCalls.IsPlatform(append.TargetMethod.ContainingAssembly))
        {
            Calls.Visit(append.TargetMethod, null, false, append.Arguments, place, null, body);
        }
        else if (append.TargetMethod.Name == "AppendFormatted" && !append.Arguments.IsEmpty)
        {
            TextOf.Visit(StringParts.Unconverted(append.Arguments[0].Value), isInString: false, body);
        }
    }
}
