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
        Visit(call.TargetMethod, call.Instance, call.IsVirtual, call.Arguments, Names.PlaceOf(call.Syntax), call.ConstrainedToType, body);
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
        EffectModel model = body.Model;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            Delegates.VisitCall(method, instance, place, body);
            return;
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            Enter(method, arguments, place, null, body);
            return;
        }

        method = model.Substitution.Apply(method, body.Code.Env);
        if (IsSettled(method, place, body))
        {
            return;
        }

        if (model.UserTable.Find(method) is { } known)
        {
            model.UsedIds[known.Id] = true;
            LibraryCalls.Report(known.Entries, method, instance, arguments, place, body);
            return;
        }

        ITypeSymbol? receiver = constrainedTo is not null ? body.Type(constrainedTo) : instance?.Type is { } type ? body.Type(type) : null;
        if (isVirtual || constrainedTo is not null || Dispatch.IsOnValue(method, receiver))
        {
            Dispatch.Visit(method, instance, receiver, arguments, place, body);
        }
        else
        {
            VisitExactly(method, instance, arguments, place, null, body);
        }
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
        if (IsSettled(method, place, body))
        {
            return;
        }

        TypeInitializers.VisitUse(method, place, body);
        if (NativeCalls.Visit(method, place, body))
        {
            return;
        }

        if (body.Model.IsSource(method))
        {
            if (!method.IsAbstract)
            {
                Enter(method, arguments, place, self, body);
                RecordMembers.Visit(method, place, body);
            }

            return;
        }

        LibraryCalls.Visit(method, instance, arguments, place, body);
    }

    // Under a contract: checked where it is declared, or vouched for. It may still come back to its caller.
    private static bool IsSettled(IMethodSymbol method, Place place, Body body)
    {
        Contracts contracts = body.Model.Contracts;
        if (contracts.IsUnsafe(method))
        {
            return true;
        }

        if (!contracts.IsChecked(method))
        {
            return false;
        }

        if (body.Model.IsSource(method) && !method.IsAbstract && !method.IsExtern)
        {
            body.Call(body.Model.GetCode(method, Env.Empty), place, isTrusted: true);
        }

        return true;
    }

    private static void Enter(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Place place, INamedTypeSymbol? self, Body body)
    {
        Env env = body.Model.Substitution.Enter(method, body.Code.Env, Delegates.Bind(method, arguments, body), self);
        body.Call(body.Model.GetCode(method, env), place);
    }
}
