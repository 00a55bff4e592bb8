using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>Names as they are read in a message: without namespaces, as in C#.</summary>
internal static class TypeNames
{
    public static string Of(TypeReference type) => type switch
    {
        GenericInstanceType generic => $"{Bare(generic.ElementType)}<{string.Join(", ", generic.GenericArguments.Select(Of))}>",
        ArrayType array => $"{Of(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        ByReferenceType reference => Of(reference.ElementType),
        PointerType pointer => Of(pointer.ElementType) + "*",
        _ => Keyword(type.FullName) ?? (type.HasGenericParameters ? $"{Bare(type)}<{string.Join(", ", type.GenericParameters.Select(static p => p.Name))}>" : Bare(type)),
    };

    public static string Of(MethodReference method)
        => method.Name is ".ctor" or ".cctor" ? $"new {Bare(method.DeclaringType.GetElementType())}"
            : $"{Bare(method.DeclaringType.GetElementType())}.{Member(method.Name)}";

    /// <summary>The type that stands before a method's name.</summary>
    public static string OfDeclaring(MethodReference method) => Bare(method.DeclaringType.GetElementType());

    private static string Bare(TypeReference type)
    {
        // A state machine is known by the method that it was made for, and what holds lambdas by the class around it.
        if (type.Name.StartsWith('<'))
        {
            return type.Name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? type.Name[1..end]
                : type.DeclaringType is { } outer ? Bare(outer) : "an anonymous type";
        }

        return type.Name.IndexOf('`', StringComparison.Ordinal) is > 0 and var arity ? type.Name[..arity] : type.Name;
    }

    private static string Member(string name)
    {
        string last = name[(name.LastIndexOf('.') + 1)..];
        return last.StartsWith("get_", StringComparison.Ordinal) || last.StartsWith("set_", StringComparison.Ordinal) ? last[4..]
            : last.StartsWith('<') && last.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? last[1..end]
            : last;
    }

    private static string? Keyword(string name) => name switch
    {
        "System.Object" => "object",
        "System.String" => "string",
        "System.Boolean" => "bool",
        "System.Char" => "char",
        "System.Byte" => "byte",
        "System.SByte" => "sbyte",
        "System.Int16" => "short",
        "System.UInt16" => "ushort",
        "System.Int32" => "int",
        "System.UInt32" => "uint",
        "System.Int64" => "long",
        "System.UInt64" => "ulong",
        "System.IntPtr" => "nint",
        "System.UIntPtr" => "nuint",
        "System.Single" => "float",
        "System.Double" => "double",
        "System.Decimal" => "decimal",
        _ => null,
    };
}
