using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Calls of delegates: what they run, where that can be known.</summary>
internal static class DelegateCalls
{
    /// <summary>A call of a delegate.</summary>
    public static void Visit(IMethodSymbol invoke, IOperation? instance, Place place, Body body)
    {
        if (body.Model.Contracts.IsChecked(invoke.ContainingType) || body.Model.Contracts.IsUnsafe(invoke))
        {
            return;
        }

        if (DelegateTargets.Of(instance, body) is { } targets)
        {
            body.Dispatch(() =>
            {
                foreach (Code target in targets)
                {
                    body.Call(target, place);
                }
            });

            return;
        }

        string remedy = body.Model.IsSource(invoke.ContainingType)
            ? $"[InterruptSafe] on the delegate type {invoke.ContainingType.Name} would prove it"
            : "a delegate type of your own with [InterruptSafe], or a read-only field with the lambda, would prove it";
        body.Report(EffectRules.UnknownDelegate, place, $"calls whatever it was given; {remedy}", Describe(instance));
    }

    /// <summary>A delegate that is handed to code which cannot be read, and may be called there.</summary>
    public static void VisitCallback(IOperation callback, Env env, string receiver, Place place, Body body)
    {
        if (DelegateTargets.Of(callback, env, body) is not { } targets)
        {
            body.Report(EffectRules.UnknownDelegate, place, $"{receiver} may call it, whatever it is; a read-only field with the lambda would prove it", Describe(callback));
            return;
        }

        body.Dispatch(() =>
        {
            foreach (Code target in targets)
            {
                body.Call(target, place);
            }
        });
    }

    /// <summary>The delegates that a call hands down, where their code is known.</summary>
    public static ImmutableArray<(IParameterSymbol Parameter, ImmutableArray<Code> Targets)> Bind(
        IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Body body)
    {
        ImmutableArray<(IParameterSymbol, ImmutableArray<Code>)>.Builder? bound = null;
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { Type.TypeKind: TypeKind.Delegate or TypeKind.FunctionPointer, RefKind: RefKind.None or RefKind.In } parameter
                && EffectModel.Definition(method).Parameters is var parameters
                && parameter.Ordinal < parameters.Length
                && DelegateTargets.Of(argument.Value, body) is { } targets
                && targets.All(static t => t.Env.Depth < Env.MaximalDepth && (t.Lambda is null || !t.Env.Holds(t.Lambda))))
            {
                (bound ??= ImmutableArray.CreateBuilder<(IParameterSymbol, ImmutableArray<Code>)>()).Add((parameters[parameter.Ordinal], targets));
            }
        }

        return bound?.ToImmutable() ?? [];
    }

    private static string? Describe(IOperation? instance) => instance switch
    {
        IFieldReferenceOperation field => field.Field.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        IEventReferenceOperation @event => @event.Event.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IConditionalAccessInstanceOperation placeholder => Describe(Receivers.Tested(placeholder)),
        IConversionOperation conversion => Describe(conversion.Operand),
        IArrayElementReferenceOperation element => Describe(element.ArrayReference),
        _ => null,
    };
}
