using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>
/// Where values of a type parameter are hashed or compared by what their type says: a struct that says nothing is boxed for that. Which type it is,
/// only the caller knows.
/// </summary>
internal static class Keys
{
    /// <summary>Whether a call asks a type parameter of the caller, itself or through a comparer of it.</summary>
    public static bool AreAsked(MethodDefinition target, MethodReference reference, TypeReference? constrained)
    {
        if (constrained is GenericParameter { HasReferenceTypeConstraint: false })
        {
            return target is { Name: "GetHashCode" or "Equals", DeclaringType.FullName: "System.Object" };
        }

        return target.DeclaringType.FullName switch
        {
            "System.Collections.Generic.EqualityComparer`1" => target.Name is "Equals" or "GetHashCode" or "IndexOf" or "LastIndexOf",
            "System.Collections.Generic.IEqualityComparer`1" => true,
            _ => false,
        } && reference.DeclaringType.ContainsGenericParameter;
    }

    /// <summary>Whether a call hands type parameters of the caller on.</summary>
    public static bool HandsTypesOn(MethodReference reference)
        => reference.DeclaringType.ContainsGenericParameter
            || (reference is GenericInstanceMethod generic && generic.GenericArguments.Any(static a => a.ContainsGenericParameter));
}
