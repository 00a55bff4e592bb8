using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>The Dispose that the compiler calls.</summary>
internal static class Disposal
{
    public static void Visit(IUsingOperation @using, Body body)
    {
        body.Walker.VisitChildren(@using);
        VisitResources(@using.Resources, @using.IsAsynchronous, Names.PlaceOf(@using.Syntax), body);
    }

    public static void Visit(IUsingDeclarationOperation @using, Body body)
    {
        body.Walker.VisitChildren(@using);
        VisitResources(@using.DeclarationGroup, @using.IsAsynchronous, Names.PlaceOf(@using.Syntax), body);
    }

    /// <summary>Disposes of a value of this type at the end of a scope.</summary>
    public static void VisitType(ITypeSymbol type, IOperation? instance, bool isAsync, Place place, Body body)
    {
        type = body.Type(type);
        if (isAsync)
        {
            body.Report(EffectRules.Await, place, "awaits its disposal");
        }

        // Of an enumerator behind an interface the object was told where it is made.
        if (type is { Name: "IEnumerator", ContainingNamespace.Name: "Generic" })
        {
            return;
        }

        string name = isAsync ? "DisposeAsync" : "Dispose";
        IMethodSymbol? method = Pattern(type, name)
            ?? body.Model.Compilation.GetTypeByMetadataName(isAsync ? "System.IAsyncDisposable" : "System.IDisposable")?.GetMembers(name)
                .OfType<IMethodSymbol>().FirstOrDefault();
        if (method is null)
        {
            return;
        }

        bool isInterface = method.ContainingType.TypeKind == TypeKind.Interface;
        if (isInterface || Members.IsVirtual(method, instance))
        {
            Dispatch.Visit(method, instance, type, [], place, body);
        }
        else
        {
            Calls.Visit(method, instance, false, [], place, null, body);
        }
    }

    private static void VisitResources(IOperation resources, bool isAsync, Place place, Body body)
    {
        if (resources is IVariableDeclarationGroupOperation group)
        {
            foreach (IVariableDeclaratorOperation variable in group.Declarations.SelectMany(static d => d.Declarators))
            {
                VisitType(variable.Symbol.Type, variable.Initializer?.Value, isAsync, place, body);
            }
        }
        else if (resources.Type is { } type)
        {
            VisitType(type, resources, isAsync, place, body);
        }
    }

    private static IMethodSymbol? Pattern(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static m => m.Parameters.IsEmpty && !m.IsStatic) is { } method)
            {
                return method;
            }
        }

        return null;
    }
}
