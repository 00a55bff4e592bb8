using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Virtual and interface calls: to the one implementation where the object's class is known, to all of the compilation where the
/// hierarchy is closed, and to what cannot be proven where others can add to it.
/// </summary>
internal static class Dispatch
{
    /// <summary>Whether it is a member of object, Enum or an interface that a struct answers to.</summary>
    public static bool IsOnValue(IMethodSymbol method, ITypeSymbol? receiver)
        => receiver is { IsValueType: true } or ITypeParameterSymbol
            && !method.IsStatic
            && (method.ContainingType.TypeKind == TypeKind.Interface
                || method.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum);

    public static void Visit(
        IMethodSymbol method,
        IOperation? instance,
        ITypeSymbol? receiver,
        ImmutableArray<IArgumentOperation> arguments,
        Place place,
        Body body)
    {
        receiver ??= method.ContainingType;
        if (instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } && body.Code.Env.This is { } self)
        {
            receiver = self;
        }

        if (receiver.IsValueType && receiver is not ITypeParameterSymbol)
        {
            ValueReceivers.Visit(method, instance, receiver, arguments, place, body);
        }
        else if (method.IsStatic)
        {
            VisitClass(method, instance, receiver, arguments, place, body);
        }
        else
        {
            body.Dispatch(() => VisitClass(method, instance, receiver, arguments, place, body));
        }
    }

    private static void VisitClass(
        IMethodSymbol method,
        IOperation? instance,
        ITypeSymbol receiver,
        ImmutableArray<IArgumentOperation> arguments,
        Place place,
        Body body)
    {
        if (ExactTypes(method, instance, receiver, body) is { } exact)
        {
            foreach (INamedTypeSymbol type in exact)
            {
                if (Implementations.Find(method, type) is { } implementation)
                {
                    Calls.VisitExactly(implementation, instance, arguments, place, body.Model.Hierarchy.IsLeaf(implementation.ContainingType) ? null : type, body);
                }
            }
        }
        else
        {
            // Of an open type parameter only its constraint is known.
            VisitHierarchy(method, instance, receiver as INamedTypeSymbol ?? method.ContainingType, arguments, place, body);
        }
    }

    private static ImmutableArray<INamedTypeSymbol>? ExactTypes(IMethodSymbol method, IOperation? instance, ITypeSymbol receiver, Body body)
    {
        if (receiver is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } named)
        {
            return null;
        }

        // A static member is that of its type argument, whatever derives from it; and nobody overrides what is sealed.
        return method.IsStatic && named.TypeKind == TypeKind.Class
            || (named.TypeKind == TypeKind.Class && Implementations.Find(method, named) is { IsSealed: true, IsOverride: true })
                ? [named]
                : Receivers.Of(instance, receiver, body);
    }

    private static void VisitHierarchy(
        IMethodSymbol method,
        IOperation? instance,
        INamedTypeSymbol receiver,
        ImmutableArray<IArgumentOperation> arguments,
        Place place,
        Body body)
    {
        Hierarchy hierarchy = body.Model.Hierarchy;
        bool isSource = body.Model.IsSource(receiver);
        if (!isSource && (Comparers.VisitCall(method, instance, place, body) || VisitLibrary(method, instance, arguments, place, body) || LibraryViews.IsRead(method, instance, body)))
        {
            return;
        }

        // In the order of the compilation, so that two runs say the same.
        var targets = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (Implementations.Find(method, receiver) is { IsAbstract: false } own && receiver.TypeKind == TypeKind.Class)
        {
            targets.Add(own);
        }

        // Nobody outside can override or implement what he cannot see.
        bool isClosed = hierarchy.IsClosed(receiver) || (body.Model.IsSource(method) && IsInternal(method));
        foreach (INamedTypeSymbol type in hierarchy.Below(receiver))
        {
            if (Implementations.Instantiate(type, receiver) is { } constructed && Implementations.Find(method, constructed) is { } implementation)
            {
                // A public class may implement an interface of this assembly with what others can override.
                isClosed &= !IsOverridable(implementation) || IsInternal(implementation) || hierarchy.IsClosed(type);
                if (!type.IsAbstract && !implementation.IsAbstract)
                {
                    targets.Add(implementation);
                }
            }
        }

        foreach (IMethodSymbol target in targets)
        {
            // What is in the library is said once, as open, where it can be overridden.
            if (isClosed || body.Model.IsSource(target))
            {
                Calls.VisitExactly(target, instance, arguments, place, null, body);
            }
        }

        if (!isClosed)
        {
            ReportOpen(method, receiver, place, body);
        }
    }

    // What implements an interface is virtual to the runtime, and only by its words to others.
    private static bool IsOverridable(IMethodSymbol method)
        => (method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed && method.ContainingType is { TypeKind: TypeKind.Class, IsSealed: false };

    private static bool IsInternal(IMethodSymbol method)
        => method.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal or Accessibility.Private;

    private static bool VisitLibrary(
        IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        if (body.Model.IsSource(method) || LibraryTable.Find(method) is not { } known)
        {
            return false;
        }

        LibraryCalls.Report(known, method, instance, arguments, place, body);
        return true;
    }

    private static void ReportOpen(IMethodSymbol method, INamedTypeSymbol receiver, Place place, Body body)
    {
        bool isInterface = method.ContainingType.TypeKind == TypeKind.Interface;
        string name = Names.Of(method, method.ContainingType, null);
        string remedy = body.Model.IsSource(method)
            ? $"[InterruptSafe] on {name}, or a type that nobody else can extend, would prove it"
            : $"a sealed type in place of {Names.Of(receiver)}, or a line in InterruptEffects.txt, would prove it";
        body.Report(
            isInterface ? EffectRules.OpenInterface : EffectRules.OpenVirtual,
            place,
            $"anyone may {(isInterface ? "implement" : "override")} it; {remedy}",
            name);
    }
}
