using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>Types, members and assemblies as objects: what a program gets of them is the runtime's own, and not what a builder makes or a test stands in.</summary>
internal static class Reflection
{
    private static readonly string[] Methods = ["System.Reflection.RuntimeMethodInfo", "System.Reflection.RuntimeConstructorInfo"];
    private static readonly string[] Fields = ["System.Reflection.RtFieldInfo", "System.Reflection.MdFieldInfo"];
    private static readonly string[] Others = ["System.Reflection.RuntimePropertyInfo", "System.Reflection.RuntimeEventInfo", "System.RuntimeType"];

    private static readonly Dictionary<string, string[]> Own = new(StringComparer.Ordinal)
    {
        ["System.Type"] = ["System.RuntimeType"],
        ["System.Reflection.TypeInfo"] = ["System.RuntimeType"],
        ["System.Reflection.MemberInfo"] = [.. Methods, .. Fields, .. Others],
        ["System.Reflection.MethodBase"] = Methods,
        ["System.Reflection.MethodInfo"] = [Methods[0]],
        ["System.Reflection.ConstructorInfo"] = [Methods[1]],
        ["System.Reflection.FieldInfo"] = Fields,
        ["System.Reflection.PropertyInfo"] = [Others[0]],
        ["System.Reflection.EventInfo"] = [Others[1]],
        ["System.Reflection.ParameterInfo"] = ["System.Reflection.RuntimeParameterInfo"],
        ["System.Reflection.Assembly"] = ["System.Reflection.RuntimeAssembly"],
        ["System.Reflection.Module"] = ["System.Reflection.RuntimeModule"],
    };

    /// <summary>The methods that answer to a virtual one where it is called on a class of reflection; none for any other class.</summary>
    public static IReadOnlyList<MethodDefinition> Behind(MethodDefinition method, TypeDefinition type, Hierarchy hierarchy)
        => method is { IsVirtual: true, IsFinal: false } && Own.TryGetValue(type.FullName, out string[]? own) && type.Module.Assembly.Name.Name == "System.Private.CoreLib"
            ? [.. own.Select(type.Module.GetType).OfType<TypeDefinition>().Select(t => hierarchy.ImplementationIn(t, method)).OfType<MethodDefinition>().Where(static m => !m.IsAbstract).Distinct()]
            : [];
}
