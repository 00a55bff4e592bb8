using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>The expressions that a value comes from: through variables, what callers hand in, and what is chosen between.</summary>
internal static class Origins
{
    // From a field to what a constructor was given, that is two.
    private const int MaximalTrail = 8;

    /// <summary>All of them, each with the types of where it is written. A variable that others may set stands for itself.</summary>
    public static ImmutableArray<(IOperation Value, Env Env)> Of(IOperation value, Env env, EffectModel model)
    {
        var origins = ImmutableArray.CreateBuilder<(IOperation, Env)>();
        Add(value, env, []);
        return origins.ToImmutable();

        void Add(IOperation from, Env scope, ImmutableArray<ISymbol> trail)
        {
            switch (from)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    Add(conversion.Operand, scope, trail);
                    break;
                case IParenthesizedOperation parenthesized:
                    Add(parenthesized.Operand, scope, trail);
                    break;
                case ISimpleAssignmentOperation assignment:
                    Add(assignment.Value, scope, trail);
                    break;
                case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                    Add(conditional.WhenTrue, scope, trail);
                    Add(otherwise, scope, trail);
                    break;
                case ICoalesceOperation coalesce:
                    AddEither(coalesce.Value, coalesce.WhenNull, scope, trail);
                    break;
                case ICoalesceAssignmentOperation assignment:
                    AddEither(assignment.Target, assignment.Value, scope, trail);
                    break;
                case ISwitchExpressionOperation @switch:
                    foreach (ISwitchExpressionArmOperation arm in @switch.Arms)
                    {
                        Add(arm.Value, scope, trail);
                    }

                    break;
                case IThrowOperation:
                    break;
                case IConditionalAccessInstanceOperation when Receivers.Tested(from) is { } tested:
                    Add(tested, scope, trail);
                    break;
                case ILocalReferenceOperation local:
                    AddKnown(from, local.Local, model.Values.Of(local.Local), scope, scope, trail);
                    break;
                case IFieldReferenceOperation field:
                    AddKnown(from, field.Field, model.Values.Of(field.Field), model.Substitution.Enter(field.Field.ContainingType, scope), scope, trail);
                    break;
                case IPropertyReferenceOperation property:
                    AddKnown(from, property.Property, model.Values.Of(property.Property), model.Substitution.Enter(property.Property.ContainingType, scope), scope, trail);
                    break;
                case IParameterReferenceOperation { Parameter: var parameter }:
                    AddKnown(from, parameter, model.Values.Of(parameter) is { IsEmpty: true } ? model.HandedIn.To(parameter, scope) : null, Env.Empty, scope, trail);
                    break;
                default:
                    origins.Add((from, scope));
                    break;
            }
        }

        // What was just made is not null.
        void AddEither(IOperation from, IOperation whenNull, Env scope, ImmutableArray<ISymbol> trail)
        {
            int before = origins.Count;
            Add(from, scope, trail);
            bool isMade = origins.Count > before && origins.Skip(before).All(static o => o.Item1 is IObjectCreationOperation);
            for (int i = origins.Count - 1; i >= before; i--)
            {
                if (Patterns.IsNull(origins[i].Item1))
                {
                    origins.RemoveAt(i);
                }
            }

            if (!isMade)
            {
                Add(whenNull, scope, trail);
            }
        }

        // What comes back to itself adds nothing.
        void AddKnown(IOperation from, ISymbol variable, ImmutableArray<IOperation>? values, Env inside, Env scope, ImmutableArray<ISymbol> trail)
        {
            if (trail.Contains(variable.OriginalDefinition, SymbolEqualityComparer.Default))
            {
                return;
            }

            if (values is not { IsEmpty: false } known || trail.Length >= MaximalTrail)
            {
                origins.Add((from, scope));
                return;
            }

            foreach (IOperation value in known)
            {
                Add(value, inside, trail.Add(variable.OriginalDefinition));
            }
        }
    }
}
