using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Strings made by + and by interpolation.</summary>
internal static class Strings
{
    public static void VisitConcatenation(IBinaryOperation concatenation, Body body)
    {
        // a + b + c is one string: it is said at the whole of it.
        var operands = new List<IOperation>();
        Collect(concatenation, operands);
        foreach (IOperation operand in operands)
        {
            // A value turns into its text, not into a box.
            body.Walker.Visit(operand is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? conversion.Operand : operand);
        }

        int parts = operands.Count(static o => o.ConstantValue is not { HasValue: true, Value: null or "" });
        if (parts > 1 || operands.Any(static o => !IsText(o)))
        {
            body.Report(EffectRules.NewString, concatenation.Syntax, "concatenates strings");
        }
    }

    public static void Visit(IInterpolatedStringOperation text, Body body)
    {
        foreach (IInterpolatedStringContentOperation part in text.Parts)
        {
            if (part is IInterpolationOperation interpolation)
            {
                body.Walker.Visit(Unboxed(interpolation.Expression));
            }
        }

        // In a handler's creation the handler says what it does.
        if (text.Parent is not (IInterpolatedStringHandlerCreationOperation or IInterpolatedStringAdditionOperation))
        {
            body.Report(EffectRules.NewString, text.Syntax, "builds a string; TryWrite into a span does not allocate");
        }
    }

    public static void Visit(IInterpolatedStringHandlerCreationOperation creation, Body body)
    {
        if (creation.Type is { Name: "DefaultInterpolatedStringHandler", ContainingNamespace.Name: "CompilerServices" })
        {
            VisitParts(creation.Content, body);
            body.Report(EffectRules.NewString, creation.Syntax, "builds a string; TryWrite into a span does not allocate");
            return;
        }

        // The arguments that only the compiler sees stand for what is known already: they are not visited.
        if (creation.HandlerCreation is IObjectCreationOperation { Constructor: { } constructor } handler)
        {
            if (handler.Type is { IsValueType: false })
            {
                body.Report(EffectRules.NewObject, creation.Syntax, $"new {Names.Of(handler.Type)}");
            }

            Calls.Visit(constructor, null, false, [], Place.Of(creation.Syntax), null, body);
        }

        VisitParts(creation.Content, body);
    }

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
        if (part is not IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append })
        {
            if (part is IInterpolationOperation interpolation)
            {
                body.Walker.Visit(Unboxed(interpolation.Expression));
            }

            return;
        }

        foreach (IArgumentOperation argument in append.Arguments)
        {
            body.Walker.Visit(argument);
        }

        // The receiver is the handler itself, a struct in all that matter.
        if (body.Model.IsSource(append.TargetMethod))
        {
            Calls.Visit(append.TargetMethod, null, false, append.Arguments, Place.Of(part.Syntax), null, body);
        }
    }

    private static IOperation Unboxed(IOperation value)
        => value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? conversion.Operand : value;

    private static bool IsText(IOperation operand)
        => operand.ConstantValue.HasValue || operand.Type?.SpecialType == SpecialType.System_String;

    private static void Collect(IOperation operation, List<IOperation> operands)
    {
        var pending = new Stack<IOperation>();
        pending.Push(operation);
        while (pending.Count > 0)
        {
            IOperation next = pending.Pop();
            if (next is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } binary
                && !binary.ConstantValue.HasValue)
            {
                pending.Push(binary.RightOperand);
                pending.Push(binary.LeftOperand);
            }
            else
            {
                operands.Add(next);
            }
        }
    }
}
