using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TopHalf.Tool;

/// <summary>
/// What the metadata of an assembly says before any of its code is loaded: which drivers it has, and for which TopHalf they were
/// generated. What an incompatible runtime would do to the loader is so a sentence instead.
/// </summary>
/// <param name="Path">The whole path of the file.</param>
/// <param name="Runtime">The version of TopHalf.dll that it was built with; null where it uses none.</param>
/// <param name="Drivers">In the order of the file.</param>
internal sealed record DriverAssembly(string Path, Version? Runtime, IReadOnlyList<DriverType> Drivers)
{
    // Names of the generated file, see docs/generated-code.md.
    private const string Dispatcher = "TopHalfDispatcher";
    private const string ContractField = "Contract";

    /// <exception cref="BadInputException">There is no such file, or it is no .NET assembly.</exception>
    public static DriverAssembly Read(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new BadInputException($"{path}: there is no such file. Give the assembly that holds the driver, such as bin/Release/net10.0/Driver.dll.");
        }

        using FileStream stream = File.OpenRead(full);
        using var image = new PEReader(stream);
        try
        {
            if (image.HasMetadata)
            {
                MetadataReader metadata = image.GetMetadataReader();
                return new DriverAssembly(full, RuntimeOf(metadata), [.. DriversOf(metadata)]);
            }
        }
        catch (BadImageFormatException)
        {
            // No image at all, as a shared library of Linux.
        }

        throw new BadInputException($"{path} is no .NET assembly. A driver compiled ahead of time cannot be explained; give the .dll that it was compiled from.");
    }

    private static Version? RuntimeOf(MetadataReader metadata)
    {
        foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
        {
            AssemblyReference reference = metadata.GetAssemblyReference(handle);
            if (metadata.StringComparer.Equals(reference.Name, nameof(TopHalf)))
            {
                return reference.Version;
            }
        }

        return null;
    }

    private static IEnumerable<DriverType> DriversOf(MetadataReader metadata)
    {
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            if (metadata.StringComparer.Equals(type.Name, Dispatcher) && type.IsNested && IsDispatcher(metadata, type.BaseType))
            {
                yield return new DriverType(NameOf(metadata, type.GetDeclaringType()), ContractOf(metadata, type));
            }
        }
    }

    private static bool IsDispatcher(MetadataReader metadata, EntityHandle baseType)
    {
        if (baseType.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        TypeReference reference = metadata.GetTypeReference((TypeReferenceHandle)baseType);
        return metadata.StringComparer.Equals(reference.Name, nameof(CompilerServices.InterruptDispatcher))
            && metadata.StringComparer.Equals(reference.Namespace, "TopHalf.CompilerServices");
    }

    private static string NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string name = metadata.GetString(type.Name);
        if (type.IsNested)
        {
            return $"{NameOf(metadata, type.GetDeclaringType())}+{name}";
        }

        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    private static int? ContractOf(MetadataReader metadata, TypeDefinition dispatcher)
    {
        foreach (FieldDefinitionHandle handle in dispatcher.GetFields())
        {
            FieldDefinition field = metadata.GetFieldDefinition(handle);
            if (metadata.StringComparer.Equals(field.Name, ContractField) && field.Attributes.HasFlag(FieldAttributes.Literal))
            {
                Constant constant = metadata.GetConstant(field.GetDefaultValue());
                return constant.TypeCode == ConstantTypeCode.Int32 ? metadata.GetBlobReader(constant.Value).ReadInt32() : null;
            }
        }

        return null;
    }
}
