using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using TopHalf.CompilerServices;
using TopHalf.Samples.Edu;

namespace TopHalf.Tool.Tests;

/// <summary>Assemblies that cannot be explained, and why.</summary>
public sealed class UnfitAssemblyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tophalf-explain-").FullName;

    private string Copy => Path.Combine(_folder, "Edu.dll");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_TopHalf_there_are_no_drivers()
        => Refuses(typeof(FactAttribute).Assembly.Location, " has no drivers: it does not use TopHalf.");

    [Fact]
    public void Without_a_driver_class_there_are_none()
        => Refuses(typeof(ToolCommandLine).Assembly.Location, " has no drivers: no class of it is marked [InterruptDriver].");

    [Fact]
    public void What_is_not_dotnet_is_told()
    {
        string text = Path.Combine(_folder, "text.dll");
        File.WriteAllText(text, "no assembly");
        Refuses(text, " is no .NET assembly.");

        // A library of the system, in its own format.
        Refuses(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so"), " is no .NET assembly.");
    }

    [Theory]
    [InlineData(99, "Update the tool: dotnet tool update TopHalf.Tool")]
    [InlineData(0, "Build the driver again with the package TopHalf of today.")]
    public void Another_contract_is_told_before_anything_is_loaded(int version, string remedy)
    {
        Patch((image, metadata, bytes) =>
        {
            FieldDefinition contract = metadata.FieldDefinitions.Select(metadata.GetFieldDefinition).First(field => metadata.GetString(field.Name) == "Contract");
            BlobHandle blob = metadata.GetConstant(contract.GetDefaultValue()).Value;
            int at = image.PEHeaders.MetadataStartOffset + metadata.GetHeapMetadataOffset(HeapIndex.Blob) + metadata.GetHeapOffset(blob) + 1;
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), version);
        });
        Refuses(Copy, $"TopHalf.Samples.Edu.EduDriver was generated for contract {version} of TopHalf, and this tool knows {GeneratedContract.Version6}. {remedy}");
    }

    [Fact]
    public void A_newer_TopHalf_is_told_before_anything_is_loaded()
    {
        Patch(static (image, metadata, bytes) =>
        {
            int row = metadata.AssemblyReferences.ToList().FindIndex(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == "TopHalf");
            int at = image.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef) + (row * metadata.GetTableRowSize(TableIndex.AssemblyRef));
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), 9);
        });
        Refuses(Copy, " was built with TopHalf 9.1.0.0, and this tool has 0.1.0.0.");
    }

    [Fact]
    public void The_assembly_is_thrown_away_again()
    {
        WeakReference driver = Load();
        for (int i = 0; driver.IsAlive && i < 100; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(driver.IsAlive);
        File.Delete(Copy);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Load()
    {
        File.Copy(typeof(EduDriver).Assembly.Location, Copy);
        DriverManifest manifest = DriverManifests.Load(Copy)[0];
        Assert.NotSame(EduDriver.Manifest, manifest);
        return new WeakReference(manifest);
    }

    private void Patch(Action<PEReader, MetadataReader, byte[]> change)
    {
        byte[] bytes = File.ReadAllBytes(typeof(EduDriver).Assembly.Location);
        using (var image = new PEReader(new MemoryStream(bytes)))
        {
            change(image, image.GetMetadataReader(), bytes);
        }

        File.WriteAllBytes(Copy, bytes);
    }

    private static void Refuses(string path, string sentence)
    {
        using var machine = new FakeMachine();
        Assert.Equal(2, machine.Run("explain", path));
        Assert.Contains(sentence, machine.Errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("", machine.Output.ToString());
    }
}
