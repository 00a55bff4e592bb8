using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>The statements that wait: <c>lock</c> and <c>await</c>.</summary>
internal static class Locks
{
    public static void Visit(ILockOperation @lock, Body body)
    {
        body.Walker.Visit(@lock.LockedValue);
        body.Report(EffectRules.Lock, Names.PlaceOf(@lock.Syntax), "waits for whoever holds the lock; Interlocked or a ring of one writer does not");
        body.Walker.Visit(@lock.Body);
    }

    /// <summary>A method that the runtime puts a lock around.</summary>
    public static void Visit(IMethodSymbol method, SyntaxNode declaration, Body body)
    {
        const MethodImplAttributes synchronized = MethodImplAttributes.Synchronized;
        if ((method.MethodImplementationFlags & synchronized) != 0)
        {
            body.Report(EffectRules.Lock, Names.PlaceOf(declaration), "[MethodImpl(MethodImplOptions.Synchronized)]: waits for whoever holds the lock");
        }
    }

    public static void Visit(IAwaitOperation @await, Body body)
    {
        body.Walker.Visit(@await.Operation);
        if (!body.Completion.Covers(@await.Operation))
        {
            body.Report(EffectRules.Await, Names.PlaceOf(@await.Syntax), "suspends until the task is completed");
        }
    }
}
