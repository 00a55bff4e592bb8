using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>The code behind a delegate or function pointer, followed to where it is made: through variables, parameters and combinations.</summary>
internal static class DelegateTargets
{
    // From a field to what a constructor was given, that is two.
    private const int MaximalTrail = 8;

    /// <summary>All that it may run; nothing, if it could be other code too.</summary>
    public static ImmutableArray<Code>? Of(IOperation? value, Body body) => Of(value, body.Code.Env, body);

    /// <summary>The same of an expression that is written elsewhere.</summary>
    public static ImmutableArray<Code>? Of(IOperation? value, Env env, Body body) => Of(value, env, body, []);

    private static ImmutableArray<Code>? Of(IOperation? value, Env env, Body body, ImmutableArray<ISymbol> trail)
    {
        switch (value)
        {
            case IDelegateCreationOperation creation:
                return Of(creation.Target, env, body, trail);
            case IAddressOfOperation { Reference: IMethodReferenceOperation pointed }:
                return [OfGroup(pointed, env, body)];
            case IAnonymousFunctionOperation lambda:
                return IsSettled(lambda.Symbol, body) ? [] : [body.Model.GetLambda(lambda.Symbol, lambda.Syntax, env)];
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.DelegateInvoke } copy:
                return Of(copy.Instance, env, body, trail);
            case IMethodReferenceOperation reference:
                return [OfGroup(reference, env, body)];
            case IConversionOperation { OperatorMethod: null } conversion:
                return Of(conversion.Operand, env, body, trail);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, env, body, trail);
            case IConditionalAccessInstanceOperation placeholder:
                return Of(Receivers.Tested(placeholder), env, body, trail);
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value, env, body, trail);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Join(Of(conditional.WhenTrue, env, body, trail), Of(otherwise, env, body, trail));
            case ICoalesceOperation coalesce:
                return Join(Of(coalesce.Value, env, body, trail), Of(coalesce.WhenNull, env, body, trail));
            case ICoalesceAssignmentOperation assignment:
                return Join(Of(assignment.Target, env, body, trail), Of(assignment.Value, env, body, trail));
            case ISwitchExpressionOperation @switch:
                return Join(@switch.Arms.Select(arm => Of(arm.Value, env, body, trail)));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } combination:
                return Join(Of(combination.LeftOperand, env, body, trail), Of(combination.RightOperand, env, body, trail));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference:
                return Of(difference.LeftOperand, env, body, trail);
            case IThrowOperation or IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } }:
                return [];
            case IParameterReferenceOperation parameter:
                return Join(
                    env.Find(parameter.Parameter.OriginalDefinition) ?? Given(parameter.Parameter, env, body, trail),
                    Known(parameter.Parameter, env, body, trail));
            case ILocalReferenceOperation local:
                return Known(local.Local, env, body, trail);
            case IFieldReferenceOperation field:
                return KnownMember(field.Field, env, body, trail);
            case IPropertyReferenceOperation property:
                return KnownMember(property.Property, env, body, trail);
            case IEventReferenceOperation @event:
                return KnownMember(@event.Event, env, body, trail);
            default:
                return null;
        }
    }

    private static ImmutableArray<Code>? Known(ISymbol variable, Env env, Body body, ImmutableArray<ISymbol> trail)
        => Follow(variable, body.Model.Values.Of(variable), env, body, trail);

    // What comes back to itself adds nothing.
    private static ImmutableArray<Code>? Follow(
        ISymbol variable, ImmutableArray<IOperation>? values, Env env, Body body, ImmutableArray<ISymbol> trail)
    {
        ISymbol definition = variable.OriginalDefinition;
        if (trail.Contains(definition, SymbolEqualityComparer.Default))
        {
            return [];
        }

        return trail.Length < MaximalTrail && values is { } known ? Join(known.Select(v => Of(v, env, body, trail.Add(definition)))) : null;
    }

    // What all callers hand in, where this call does not tell.
    private static ImmutableArray<Code>? Given(IParameterSymbol parameter, Env env, Body body, ImmutableArray<ISymbol> trail)
        => Follow(parameter, body.Model.HandedIn.To(parameter, env), Env.Empty, body, trail);

    // What nobody sets in this compilation is for somebody else to set.
    private static ImmutableArray<Code>? KnownMember(ISymbol variable, Env env, Body body, ImmutableArray<ISymbol> trail)
        => body.Model.Values.Of(variable)?.Any(static v => v.ConstantValue is not { HasValue: true, Value: null }) == true
            ? Known(variable, body.Model.Substitution.Enter(variable.ContainingType, env), body, trail)
            : null;

    // A method is what the delegate runs, where it is known which one; else a call of it, as if it were written there.
    private static Code OfGroup(IMethodReferenceOperation reference, Env env, Body body)
    {
        EffectModel model = body.Model;
        IMethodSymbol method = model.Substitution.Apply(reference.Method, env);
        bool isRead = !reference.IsVirtual && !method.IsAbstract && !method.IsExtern && model.IsSource(method) && !IsSettled(method, body)
            && model.UserTable.Find(method) is null;
        return isRead
            ? model.GetCode(method, model.Substitution.Enter(method, env, [], null))
            : model.GetLambda(method, reference.Syntax, env);
    }

    private static bool IsSettled(IMethodSymbol method, Body body) => body.Model.Contracts.IsUnsafe(method) || body.Model.Contracts.IsChecked(method);

    private static ImmutableArray<Code>? Join(ImmutableArray<Code>? left, ImmutableArray<Code>? right)
        => left is { } a && right is { } b ? [.. a.Union(b)] : null;

    private static ImmutableArray<Code>? Join(IEnumerable<ImmutableArray<Code>?> parts)
        => parts.Aggregate((ImmutableArray<Code>?)ImmutableArray<Code>.Empty, Join);
}
