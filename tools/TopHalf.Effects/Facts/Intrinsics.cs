using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>Methods whose instructions are not what runs.</summary>
internal static class Intrinsics
{
    /// <summary>Whether the JIT may replace the body.</summary>
    public static bool Is(MethodDefinition method) => IsMarked(method) || IsMarked(method.DeclaringType) || method.DeclaringType.Namespace.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal);

    private static bool IsMarked(ICustomAttributeProvider member)
        => member.HasCustomAttributes && member.CustomAttributes.Any(static a => a.AttributeType.Name == "IntrinsicAttribute");
}
