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
        if (instance is IInstanceReferenceOperation && body.Code.Env.This is { } self)
        {
            receiver = self;
        }

        if (receiver.IsValueType && receiver is not ITypeParameterSymbol)
        {
            ValueReceivers.Visit(method, instance, receiver, arguments, place, body);
            return;
        }

        if (ExactTypes(instance, receiver, body) is { } exact)
        {
            foreach (INamedTypeSymbol type in exact)
            {
                if (Implementations.Find(method, type) is { } implementation)
                {
                    Calls.VisitExactly(implementation, instance, arguments, place, type, body);
                }
            }

            return;
        }

        if (receiver is INamedTypeSymbol named)
        {
            VisitHierarchy(method, instance, named, arguments, place, body);
        }
        else if (!VisitLibrary(method, instance, arguments, place, body))
        {
            ReportOpen(method, receiver, place, body);
        }
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
        if (!isSource && VisitLibrary(method, instance, arguments, place, body))
        {
            return;
        }

        var targets = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (receiver.TypeKind == TypeKind.Class && Implementations.Find(method, receiver) is { IsAbstract: false } own)
        {
            targets.Add(own);
        }

        foreach (INamedTypeSymbol type in hierarchy.Below(receiver))
        {
            if (!type.IsAbstract
                && Implementations.Instantiate(type, receiver) is { } constructed
                && Implementations.Find(method, constructed) is { IsAbstract: false } implementation)
            {
                targets.Add(implementation);
            }
        }

        bool isClosed = hierarchy.IsClosed(receiver) || (isSource && IsInternal(method) && receiver.TypeKind == TypeKind.Class);
        foreach (IMethodSymbol target in targets)
        {
            // What is in the library is said once, as open, where it can be overridden.
            if (isClosed || body.Model.IsSource(target))
            {
                Calls.VisitExactly(target, instance, arguments, place, receiver.IsSealed ? receiver : null, body);
            }
        }

        if (!isClosed)
        {
            ReportOpen(method, receiver, place, body);
        }
    }

    // Nobody outside can override what he cannot see.
    private static bool IsInternal(IMethodSymbol method)
        => method.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal or Accessibility.Private;

    private static bool VisitLibrary(
        IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        if (body.Model.IsSource(method) || LibraryTable.Instance.Find(method) is not { } known)
        {
            return false;
        }

        LibraryCalls.Report(known.Entries, method, instance, arguments, place, body);
        return true;
    }

    private static void ReportOpen(IMethodSymbol method, ITypeSymbol receiver, Place place, Body body)
    {
        bool isInterface = method.ContainingType.TypeKind == TypeKind.Interface;
        string remedy = body.Model.IsSource(method)
            ? $"[InterruptSafe] on {Names.Of(method, method.ContainingType, null)}, or a type that nobody else can extend, would prove it"
            : $"a sealed type in place of {Names.Of(receiver)} would prove it";
        body.Report(
            isInterface ? EffectRules.OpenInterface : EffectRules.OpenVirtual,
            place,
            $"anyone may {(isInterface ? "implement" : "override")} it; {remedy}",
            Names.Of(method, method.ContainingType, null));
    }

    // The classes that an object can be of: what is known of it from where it is made.
    private static ImmutableArray<INamedTypeSymbol>? ExactTypes(IOperation? instance, ITypeSymbol receiver, Body body)
    {
        if (receiver is INamedTypeSymbol { TypeKind: TypeKind.Class, IsSealed: true } or IArrayTypeSymbol)
        {
            return receiver is INamedTypeSymbol sealedType ? [sealedType] : null;
        }

        if (instance is IInstanceReferenceOperation)
        {
            return body.Code.Env.This is { } self ? [self] : null;
        }

        var types = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        return instance is not null && AddTypes(instance, body, types, 0) ? types.ToImmutable() : null;
    }

    private static bool AddTypes(IOperation value, Body body, ImmutableArray<INamedTypeSymbol>.Builder types, int depth)
    {
        switch (value)
        {
            case IObjectCreationOperation { Type: INamedTypeSymbol { TypeKind: TypeKind.Class } type } when body.Type(type) is INamedTypeSymbol created:
                types.Add(created);
                return true;
            case IConversionOperation { OperatorMethod: null, Operand.Type.IsReferenceType: true } conversion:
                return AddTypes(conversion.Operand, body, types, depth);
            case IParenthesizedOperation parenthesized:
                return AddTypes(parenthesized.Operand, body, types, depth);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return AddTypes(conditional.WhenTrue, body, types, depth) && AddTypes(otherwise, body, types, depth);
            case IConditionalAccessInstanceOperation:
                return ConditionalReceiver(value) is { } tested && AddTypes(tested, body, types, depth);
            case { ConstantValue: { HasValue: true, Value: null } }:
                return true;
            case ILocalReferenceOperation local:
                return AddKnown(local.Local);
            case IFieldReferenceOperation field:
                return AddKnown(field.Field);
            case IPropertyReferenceOperation property:
                return AddKnown(property.Property);
            default:
                return false;
        }

        bool AddKnown(ISymbol variable)
            => depth < Env.MaximalDepth
                && body.Model.Values.Of(variable) is { IsEmpty: false } values
                && values.All(v => AddTypes(v, body, types, depth + 1));
    }

    // The x of x?.M().
    internal static IOperation? ConditionalReceiver(IOperation placeholder)
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
}
