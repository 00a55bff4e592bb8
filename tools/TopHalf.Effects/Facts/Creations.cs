using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>The word for an object by its class.</summary>
internal static class Creations
{
    public static string WordFor(TypeDefinition? type)
    {
        if (type is null)
        {
            return "object";
        }

        if (type.FullName == "System.String")
        {
            return "string";
        }

        if (type.BaseType is { Name: "MulticastDelegate" })
        {
            return "delegate";
        }

        return type.Name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal) ? "closure"
            : type.Name.StartsWith('<') && type.Interfaces.Any(static i => i.InterfaceType.Name is "IEnumerator" or "IEnumerable") ? "iterator"
            : "object";
    }
}
