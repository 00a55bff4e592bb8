using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Delegates: what making one costs, and what calling one runs.</summary>
internal static class Delegates
{
    public static void Visit(IDelegateCreationOperation creation, Body body)
    {
        Place place = Names.PlaceOf(creation.Syntax);
        switch (creation.Target)
        {
            case IAnonymousFunctionOperation lambda:
                VisitLambda(lambda, creation, place, body);
                break;
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } local:
                VisitLocalFunction(local.Method, creation, place, body);
                break;
            case IMethodReferenceOperation reference:
                body.Walker.Visit(reference.Instance);
                if (!reference.Method.IsStatic || reference.Instance is not null || IsExtension(reference, creation))
                {
                    string boxed = reference.Instance?.Type is { IsValueType: true } type ? $", and boxes {Names.Of(type)}" : "";
                    body.Report(EffectRules.NewDelegate, place, $"a delegate for {reference.Method.Name}{boxed}");
                }
                else
                {
                    ReportStatic(creation, place, $"a delegate for {reference.Method.Name}", body);
                }

                break;
            default:
                body.Walker.Visit(creation.Target);
                body.Report(EffectRules.NewDelegate, place, "a delegate made from another one");
                break;
        }
    }

    /// <summary>A call of a delegate.</summary>
    public static void VisitCall(IMethodSymbol invoke, IOperation? instance, Place place, Body body)
    {
        if (body.Model.Contracts.IsChecked(invoke.ContainingType) || body.Model.Contracts.IsUnsafe(invoke))
        {
            return;
        }

        if (Targets(instance, body, 0) is { } targets)
        {
            foreach (Code target in targets)
            {
                body.Call(target, place);
            }

            return;
        }

        string remedy = body.Model.IsSource(invoke.ContainingType)
            ? $"[InterruptSafe] on the delegate type {invoke.ContainingType.Name} would prove it"
            : "a delegate type of your own with [InterruptSafe], or a read-only field with the lambda, would prove it";
        body.Report(EffectRules.UnknownDelegate, place, $"calls whatever it was given; {remedy}", Describe(instance));
    }

    /// <summary>The delegates that a call hands down, where their code is known.</summary>
    public static ImmutableArray<(IParameterSymbol Parameter, ImmutableArray<Code> Targets)> Bind(
        IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Body body)
    {
        ImmutableArray<(IParameterSymbol, ImmutableArray<Code>)>.Builder? bound = null;
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { Type.TypeKind: TypeKind.Delegate, RefKind: RefKind.None or RefKind.In } parameter
                && Targets(argument.Value, body, 0) is { } targets
                && targets.All(static t => t.Env.Depth < Env.MaximalDepth))
            {
                (bound ??= ImmutableArray.CreateBuilder<(IParameterSymbol, ImmutableArray<Code>)>())
                    .Add((method.OriginalDefinition.Parameters[parameter.Ordinal], targets));
            }
        }

        return bound?.ToImmutable() ?? [];
    }

    /// <summary>The code that a delegate runs; nothing, if it could be other code too.</summary>
    public static ImmutableArray<Code>? Targets(IOperation? value, Body body, int depth)
    {
        switch (value)
        {
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                return [body.Model.GetLambda(lambda.Symbol, lambda.Syntax, body.Code.Env)];
            case IDelegateCreationOperation { Target: IMethodReferenceOperation reference }:
                return TargetsOf(reference, body);
            case IDelegateCreationOperation { Target: { } inner }:
                return Targets(inner, body, depth);
            case IAnonymousFunctionOperation lambda:
                return [body.Model.GetLambda(lambda.Symbol, lambda.Syntax, body.Code.Env)];
            case IConversionOperation conversion:
                return Targets(conversion.Operand, body, depth);
            case IParenthesizedOperation parenthesized:
                return Targets(parenthesized.Operand, body, depth);
            case IConditionalAccessInstanceOperation placeholder:
                return Targets(Dispatch.ConditionalReceiver(placeholder), body, depth);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Join(Targets(conditional.WhenTrue, body, depth), Targets(otherwise, body, depth));
            case ICoalesceOperation coalesce:
                return Join(Targets(coalesce.Value, body, depth), Targets(coalesce.WhenNull, body, depth));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } combination:
                return Join(Targets(combination.LeftOperand, body, depth), Targets(combination.RightOperand, body, depth));
            case { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation:
                return [];
            case IParameterReferenceOperation parameter:
                return body.Code.Env.Find(parameter.Parameter.OriginalDefinition);
            case ILocalReferenceOperation local:
                return Known(local.Local, body, depth);
            case IFieldReferenceOperation field:
                return Known(field.Field, body, depth);
            case IPropertyReferenceOperation property:
                return Known(property.Property, body, depth);
            default:
                return null;
        }
    }

    private static ImmutableArray<Code>? Known(ISymbol variable, Body body, int depth)
    {
        if (depth >= Env.MaximalDepth || body.Model.Values.Of(variable) is not { } values)
        {
            return null;
        }

        ImmutableArray<Code>? all = ImmutableArray<Code>.Empty;
        foreach (IOperation value in values)
        {
            all = Join(all, Targets(value, body, depth + 1));
        }

        return all;
    }

    private static ImmutableArray<Code>? Join(ImmutableArray<Code>? left, ImmutableArray<Code>? right)
        => left is { } a && right is { } b ? [.. a.Union(b)] : null;

    private static ImmutableArray<Code>? TargetsOf(IMethodReferenceOperation reference, Body body)
    {
        IMethodSymbol method = body.Model.Substitution.Apply(reference.Method, body.Code.Env);
        if (body.Model.Contracts.IsUnsafe(method) || body.Model.Contracts.IsChecked(method))
        {
            return [];
        }

        return body.Model.IsSource(method) && !method.IsAbstract && !(reference.IsVirtual && !method.ContainingType.IsSealed)
            ? [body.Model.GetCode(method, body.Model.Substitution.Enter(method, body.Code.Env, [], null))]
            : null;
    }

    private static void VisitLambda(IAnonymousFunctionOperation lambda, IDelegateCreationOperation creation, Place place, Body body)
    {
        string[] captured = Captures.Of(lambda, body);
        if (captured.Length == 0)
        {
            ReportStatic(creation, place, "a delegate for the lambda", body);
        }
        else if (captured is ["this"])
        {
            body.Report(EffectRules.NewDelegate, place, "a delegate for the lambda, which uses 'this'");
        }
        else
        {
            // The closure is made where the variables begin, so a throw after the lambda excuses nothing.
            bool outer = body.EndsInThrow;
            body.EndsInThrow = false;
            body.Report(EffectRules.Closure, place, $"a closure over {string.Join(", ", captured.Select(static c => $"'{c}'"))}, and a delegate");
            body.EndsInThrow = outer;
        }
    }

    private static void VisitLocalFunction(IMethodSymbol function, IDelegateCreationOperation creation, Place place, Body body)
    {
        string[] captured = Captures.Of(function, body);
        if (captured.Length == 0)
        {
            ReportStatic(creation, place, $"a delegate for {function.Name}", body);
        }
        else if (captured is ["this"])
        {
            body.Report(EffectRules.NewDelegate, place, $"a delegate for {function.Name}, which uses 'this'");
        }
        else
        {
            body.Report(EffectRules.Closure, place, $"a closure over {string.Join(", ", captured.Select(static c => $"'{c}'"))}, and a delegate");
        }
    }

    // C# keeps the delegate of a lambda or static method in a field of its own, unless it is written with 'new'.
    private static void ReportStatic(IDelegateCreationOperation creation, Place place, string what, Body body)
    {
        if (creation.Syntax is BaseObjectCreationExpressionSyntax
            && creation.Target is not IAnonymousFunctionOperation)
        {
            body.Report(EffectRules.NewDelegate, place, what);
        }
        else
        {
            body.Report(EffectRules.CachedDelegate, place, $"{what}, made at the first use; a static read-only field is made before");
        }
    }

    private static bool IsExtension(IMethodReferenceOperation reference, IDelegateCreationOperation creation)
        => reference.Method.IsExtensionMethod
            && reference.Syntax is MemberAccessExpressionSyntax
            && creation.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
            && invoke.Parameters.Length < reference.Method.Parameters.Length + (reference.Method.ReducedFrom is null ? 0 : 1);

    private static string? Describe(IOperation? instance) => instance switch
    {
        IFieldReferenceOperation field => field.Field.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        IEventReferenceOperation @event => @event.Event.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IConditionalAccessInstanceOperation placeholder => Describe(Dispatch.ConditionalReceiver(placeholder)),
        IConversionOperation conversion => Describe(conversion.Operand),
        _ => null,
    };
}
