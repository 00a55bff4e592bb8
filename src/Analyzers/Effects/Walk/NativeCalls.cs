using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>Methods whose code is not C#: P/Invoke, and what the runtime implements.</summary>
internal static class NativeCalls
{
    /// <summary>Notes a call of one. False, if it is not.</summary>
    public static bool Visit(IMethodSymbol method, Place place, Body body)
    {
        if (!IsImport(method))
        {
            if (!method.IsExtern || !body.Model.IsSource(method))
            {
                return false;
            }

            // A field is all that this kind of extern reaches; another method could do anything.
            if (!IsFieldAccessor(method))
            {
                body.Report(EffectRules.ExternCode, place, "extern: it cannot be read; [InterruptSafe] on it vouches for it", Name(method));
            }

            return true;
        }

        if (!Has(method, "SuppressGCTransitionAttribute"))
        {
            body.Report(
                EffectRules.NativeCall, place, "P/Invoke: a transition that a collection can stop; [SuppressGCTransition] if it is short and never blocks", Name(method));
        }

        if (Marshalled(method) is { } what)
        {
            body.Report(EffectRules.Marshalling, place, $"marshals {what}", Name(method));
        }

        return true;
    }

    /// <summary>Whether it is a function of a native library.</summary>
    public static bool IsImport(IMethodSymbol method) => method.GetDllImportData() is not null || Has(method, "LibraryImportAttribute");

    private static string Name(IMethodSymbol method) => Names.Of(method, method.ContainingType, null);

    private static string? Marshalled(IMethodSymbol method)
        => IsMarshalled(method.ReturnType)
            ? "what it returns"
            : method.Parameters.FirstOrDefault(static p => IsMarshalled(p.Type)) is { } parameter
                ? $"'{parameter.Name}'" : null;

    private static bool IsMarshalled(ITypeSymbol type)
        => type.SpecialType is SpecialType.System_String or SpecialType.System_Object
            || type is { TypeKind: TypeKind.Delegate or TypeKind.Class or TypeKind.Interface } and not { SpecialType: SpecialType.System_Void }
            || type is IArrayTypeSymbol { ElementType.IsUnmanagedType: false };

    private static bool IsFieldAccessor(IMethodSymbol method) => method.GetAttributes().Any(static a =>
        a is { AttributeClass.Name: "UnsafeAccessorAttribute", ConstructorArguments: [{ Value: 3 or 4 }] }); // Field, StaticField

    private static bool Has(IMethodSymbol method, string attribute)
        => method.GetAttributes().Any(a => a.AttributeClass?.Name == attribute)
            || method.PartialDefinitionPart?.GetAttributes().Any(a => a.AttributeClass?.Name == attribute) == true;
}
