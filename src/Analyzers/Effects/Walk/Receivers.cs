using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>The classes that an object can be of: what is known of it from where it is made.</summary>
internal static class Receivers
{
    // Where it could be one of many, the hierarchy says as much.
    private const int MaximalTypes = 8;

    /// <summary>
    /// All of them; nothing, if it may be of others. Where the hierarchy says what there can be, a field stands for all of it: what is
    /// in it now, another part of the program may change tomorrow. A field of a type that anyone can extend is better known by what
    /// is put into it than not at all.
    /// </summary>
    public static ImmutableArray<INamedTypeSymbol>? Of(IOperation? instance, ITypeSymbol? receiver, Body body, Env? env = null)
    {
        if (receiver is INamedTypeSymbol { TypeKind: TypeKind.Class } known && body.Model.Hierarchy.IsLeaf(known))
        {
            return [known];
        }

        var types = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        bool followsFields = receiver is not INamedTypeSymbol declared || !body.Model.Hierarchy.IsClosed(declared);
        return instance is not null && new Source(body, types, followsFields).Add(instance, env ?? body.Code.Env, 0) && types.Count is > 0 and <= MaximalTypes
            ? types.ToImmutable()
            : null;
    }

    /// <summary>The classes of <c>this</c> in a method that is not virtual, where that tells more than the method's own class.</summary>
    public static ImmutableArray<INamedTypeSymbol>? OfThis(IMethodSymbol method, IOperation? instance, ITypeSymbol? receiver, Body body)
        => !method.IsStatic && body.Model.IsSource(method) && method.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Interface } type
            && !body.Model.Hierarchy.IsLeaf(type)
                ? Of(instance, receiver, body)
                : null;

    /// <summary>The x of x?.M().</summary>
    public static IOperation? Tested(IOperation placeholder)
    {
        for (IOperation? up = placeholder.Parent; up is not null; up = up.Parent)
        {
            if (up is IConditionalAccessOperation access && access.WhenNotNull.Syntax.Span.Contains(placeholder.Parent!.Syntax.Span))
            {
                return access.Operation;
            }
        }

        return null;
    }

    // The way from an expression to where its object is made.
    private sealed class Source(Body body, ImmutableArray<INamedTypeSymbol>.Builder types, bool followsFields)
    {
        public bool Add(IOperation value, Env env, int depth)
        {
            switch (value)
            {
                case IObjectCreationOperation { Type: { } created }:
                    return AddType(created);
                case ITypeParameterObjectCreationOperation { Type: { } made }:
                    return AddType(made);
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self:
                    return AddType(env.This ?? (self.Type is INamedTypeSymbol own && body.Model.Hierarchy.IsLeaf(own) ? own : null));
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver, Type: { } initialized }:
                    return AddType(initialized);
                case IConversionOperation { OperatorMethod: null } conversion:
                    return Add(conversion.Operand, env, depth);
                case IParenthesizedOperation parenthesized:
                    return Add(parenthesized.Operand, env, depth);
                case ISimpleAssignmentOperation assignment:
                    return Add(assignment.Value, env, depth);
                case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                    return Add(conditional.WhenTrue, env, depth) && Add(otherwise, env, depth);
                case ICoalesceOperation coalesce:
                    return Add(coalesce.Value, env, depth) && Add(coalesce.WhenNull, env, depth);
                case ICoalesceAssignmentOperation assignment:
                    return Add(assignment.Target, env, depth) && Add(assignment.Value, env, depth);
                case ISwitchExpressionOperation @switch:
                    return @switch.Arms.All(arm => arm.Value is IThrowOperation || Add(arm.Value, env, depth));
                case IThrowOperation or { ConstantValue: { HasValue: true, Value: null } }:
                    return true;
                case IConditionalAccessInstanceOperation:
                    return Tested(value) is { } tested && Add(tested, env, depth);
                case IParameterReferenceOperation { Parameter: var parameter } when followsFields
                    && AddAll(body.Model.Values.Of(parameter) is { IsEmpty: true } ? body.Model.HandedIn.To(parameter, env) : null, Env.Empty):
                case ILocalReferenceOperation local when AddKnown(local.Local, env):
                case IFieldReferenceOperation field when followsFields && AddKnown(field.Field, body.Model.Substitution.Enter(field.Field.ContainingType, env)):
                case IPropertyReferenceOperation property when followsFields && AddKnown(property.Property, body.Model.Substitution.Enter(property.Property.ContainingType, env)):
                    return true;
                default:
                    return value.Type is not null && body.Model.Substitution.Apply(value.Type, env) is INamedTypeSymbol leaf
                        && body.Model.Hierarchy.IsLeaf(leaf) && AddType(leaf);
            }

            bool AddType(ITypeSymbol? type)
            {
                if (type is null || body.Model.Substitution.Apply(type, env) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named)
                {
                    return false;
                }

                if (!types.Contains(named, SymbolEqualityComparer.Default))
                {
                    types.Add(named);
                }

                return true;
            }

            bool AddKnown(ISymbol variable, Env scope) => AddAll(body.Model.Values.Of(variable), scope);

            bool AddAll(ImmutableArray<IOperation>? all, Env scope)
            {
                int count = types.Count;
                if (depth < Env.MaximalDepth
                    && all is { IsEmpty: false } values
                    && values.All(v => Add(v, scope, depth + 1))
                    && types.Count > count)
                {
                    return true;
                }

                types.Count = count;
                return false;
            }
        }
    }
}
