using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What turning a value into text calls: its ToString or TryFormat, which nobody wrote as a call.</summary>
internal static class TextOf
{
    /// <summary>Visits what a value's text costs. In a string that is made in any case, strings for its parts go without saying.</summary>
    public static void Visit(IOperation value, bool isInString, Body body)
    {
        if (value.Type is not { } declared || value.ConstantValue.HasValue)
        {
            return;
        }

        ITypeSymbol type = body.Type(declared);
        Place place = Place.Of(value.Syntax);
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            // Neither a string nor anything that can format itself: handlers look at its box.
            if (!isInString)
            {
                body.Report(EffectRules.Box, place, $"boxes {Names.Of(type)} to format it; its Value is formatted as it is");
            }

            return;
        }

        if (FindMethod(type, isInString, body) is { } method)
        {
            if (body.Model.IsSource(method))
            {
                Calls.Visit(method, value, Members.IsVirtual(method, value), [], place, null, body);
            }
            else if (!isInString && type.IsValueType && body.Model.IsSource(type) && type.TypeKind != TypeKind.Enum)
            {
                body.Report(EffectRules.NewString, place, $"makes a string, as {Names.Of(type)} does not override ToString");
            }
        }
    }

    private static IMethodSymbol? FindMethod(ITypeSymbol type, bool isInString, Body body)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Class } || type.SpecialType == SpecialType.System_String)
        {
            return null;
        }

        // Interpolation prefers TryFormat; + knows ToString only, but who has both does alike in them.
        IMethodSymbol? format = Implemented(type, "System.ISpanFormattable", "TryFormat", body) ?? Implemented(type, "System.IFormattable", "ToString", body);
        if (format is not null && !isInString)
        {
            return format;
        }

        return body.Model.Compilation.GetSpecialType(SpecialType.System_Object).GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault() is { } toString
            ? Implementations.Find(toString, type)
            : null;
    }

    private static IMethodSymbol? Implemented(ITypeSymbol type, string interfaceName, string member, Body body)
        => body.Model.Compilation.GetTypeByMetadataName(interfaceName) is { } @interface
            && type.AllInterfaces.Contains(@interface, SymbolEqualityComparer.Default)
            && @interface.GetMembers(member).OfType<IMethodSymbol>().FirstOrDefault() is { } method
                ? Implementations.Find(method, type)
                : null;
}
