using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What a call reaches: contracts first, then what tables say, then code.</summary>
internal static class Calls
{
    public static void Visit(IInvocationOperation call, Body body)
    {
        if (ConditionalCalls.IsOmitted(call))
        {
            return;
        }

        body.Walker.VisitChildren(call);
        ImplicitThrows.VisitReceiver(call.Instance, body);
        Visit(call.TargetMethod, call.Instance, call.IsVirtual, call.Arguments, Names.PlaceOf(call.Syntax), call.ConstrainedToType, body);
        body.Completion.ForgetSetBy(call, body.Model.Uses);
    }

    /// <summary>
    /// A call, written or made by the compiler. <paramref name="constrainedTo"/> is the type parameter of a static abstract member.
    /// </summary>
    public static void Visit(
        IMethodSymbol method,
        IOperation? instance,
        bool isVirtual,
        ImmutableArray<IArgumentOperation> arguments,
        Place place,
        ITypeSymbol? constrainedTo,
        Body body)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            DelegateCalls.Visit(method, instance, place, body);
            return;
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            VisitExactly(method, null, arguments, place, null, body);
            return;
        }

        method = body.Model.Substitution.Apply(method, body.Code.Env);
        if (IsSettled(method, instance, arguments, place, body))
        {
            return;
        }

        if (ValueReceivers.VisitBase(method, instance, place, body))
        {
            return;
        }

        ITypeSymbol? receiver = constrainedTo is not null ? body.Type(constrainedTo) : instance?.Type is { } type ? body.Type(type) : null;
        if (isVirtual || constrainedTo is not null || Dispatch.IsOnValue(method, receiver))
        {
            Dispatch.Visit(method, instance, receiver, arguments, place, body);
            return;
        }

        if (Receivers.OfThis(method, instance, receiver, body) is not { } selves)
        {
            VisitExactly(method, instance, arguments, place, null, body);
            return;
        }

        foreach (INamedTypeSymbol self in selves)
        {
            VisitExactly(method, instance, arguments, place, self, body);
        }
    }

    /// <summary>A constructor: of an object that is of exactly this type.</summary>
    public static void VisitConstructor(
        IMethodSymbol constructor, ImmutableArray<IArgumentOperation> arguments, INamedTypeSymbol? type, Place place, Body body)
    {
        constructor = body.Model.Substitution.Apply(constructor, body.Code.Env);
        bool isLeaf = type is null || body.Model.Hierarchy.IsLeaf(constructor.ContainingType);
        VisitExactly(constructor, null, arguments, place, isLeaf ? null : type, body);
    }

    /// <summary>A call whose target is known.</summary>
    public static void VisitExactly(
        IMethodSymbol method,
        IOperation? instance,
        ImmutableArray<IArgumentOperation> arguments,
        Place place,
        INamedTypeSymbol? self,
        Body body)
    {
        if (IsSettled(method, instance, arguments, place, body))
        {
            return;
        }

        TypeInitializers.VisitUse(method, place, body);
        if (NativeCalls.Visit(method, place, body))
        {
            return;
        }

        if (!body.Model.IsSource(method))
        {
            LibraryCalls.Visit(method, instance, arguments, place, body);
        }
        else if (!method.IsAbstract && !Members.VisitFieldLike(method, place, body))
        {
            Env env = body.Model.Substitution.Enter(method, body.Code.Env, DelegateCalls.Bind(method, arguments, body), self);
            body.Call(body.Model.GetCode(method, env), place);
        }
    }

    // Under a contract: checked where it is declared, or vouched for, by an attribute or a line. It may still come back to its caller.
    private static bool IsSettled(
        IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        EffectModel model = body.Model;
        if (model.Contracts.IsUnsafe(method))
        {
            // Recursion of its own is something that it hides.
            if (body.Code == model.GetCode(method, Env.Empty))
            {
                body.Call(body.Code, place, isTrusted: true);
            }

            return true;
        }

        if (model.Contracts.IsChecked(method))
        {
            if (model.IsSource(method) && !method.IsAbstract && !method.IsExtern)
            {
                body.Call(model.GetCode(method, Env.Empty), place, isTrusted: true);
            }

            return true;
        }

        if (method.MethodKind == MethodKind.LocalFunction || model.UserTable.Find(method) is not { } known)
        {
            return false;
        }

        model.UsedIds[known.Id] = true;
        LibraryCalls.Report(known.Entries, method, instance, arguments, place, body);
        return true;
    }
}
