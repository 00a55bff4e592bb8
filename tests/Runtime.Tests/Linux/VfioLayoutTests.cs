using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.Linux;

/// <summary>Sizes and offsets of the kernel's structures, as a C compiler lays them out.</summary>
public sealed class VfioLayoutTests
{
    // Structure; size; its fields with their offsets, all of them.
    private static readonly (Type Type, int Size, (string Field, int Offset)[] Fields)[] Layouts =
    [
        (typeof(VfioGroupStatus), 8, [("ArgSz", 0), ("Flags", 4)]),
        (typeof(VfioDeviceInfo), 16, [("ArgSz", 0), ("Flags", 4), ("RegionCount", 8), ("IrqCount", 12)]),
        (typeof(VfioRegionInfo), 32, [("ArgSz", 0), ("Flags", 4), ("Index", 8), ("CapOffset", 12), ("Size", 16), ("Offset", 24)]),
        (typeof(VfioInfoCapHeader), 8, [("Id", 0), ("Version", 2), ("Next", 4)]),
        (typeof(VfioRegionSparseMmap), 16, [("Header", 0), ("AreaCount", 8), ("Reserved", 12)]),
        (typeof(VfioSparseArea), 16, [("Offset", 0), ("Size", 8)]),
        (typeof(VfioIrqInfo), 16, [("ArgSz", 0), ("Flags", 4), ("Index", 8), ("Count", 12)]),
        (typeof(VfioIrqSet), 20, [("ArgSz", 0), ("Flags", 4), ("Index", 8), ("Start", 12), ("Count", 16)]),
        (typeof(VfioIommuInfo), 24, [("ArgSz", 0), ("Flags", 4), ("PageSizes", 8), ("CapOffset", 16), ("Pad", 20)]),
        (typeof(VfioIovaRanges), 16, [("Header", 0), ("Count", 8), ("Reserved", 12)]),
        (typeof(VfioIovaRange), 16, [("Start", 0), ("End", 8)]),
        (typeof(VfioDmaMap), 32, [("ArgSz", 0), ("Flags", 4), ("Memory", 8), ("Address", 16), ("Size", 24)]),
        (typeof(VfioDmaUnmap), 24, [("ArgSz", 0), ("Flags", 4), ("Address", 8), ("Size", 16)]),
    ];

    public static TheoryData<string> Structures => [.. Layouts.Select(layout => layout.Type.Name)];

    [Theory]
    [MemberData(nameof(Structures))]
    public void A_structure_has_the_kernels_layout(string name)
    {
        (Type type, int size, (string Field, int Offset)[] fields) = Layouts.Single(layout => layout.Type.Name == name);
        FieldInfo[] actual = type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);

        Assert.Equal(size, Marshal.SizeOf(type));
        Assert.Equal(
            fields.Select(field => (field.Field, (nint)field.Offset)),
            actual.Select(field => (field.Name, Marshal.OffsetOf(type, field.Name))));
    }

    [Fact]
    public void Memory_has_the_same_sizes_as_the_marshaller()
    {
        Assert.Equal(8, Unsafe.SizeOf<VfioGroupStatus>());
        Assert.Equal(16, Unsafe.SizeOf<VfioDeviceInfo>());
        Assert.Equal(32, Unsafe.SizeOf<VfioRegionInfo>());
        Assert.Equal(8, Unsafe.SizeOf<VfioInfoCapHeader>());
        Assert.Equal(16, Unsafe.SizeOf<VfioRegionSparseMmap>());
        Assert.Equal(16, Unsafe.SizeOf<VfioSparseArea>());
        Assert.Equal(16, Unsafe.SizeOf<VfioIrqInfo>());
        Assert.Equal(20, Unsafe.SizeOf<VfioIrqSet>());
        Assert.Equal(24, Unsafe.SizeOf<VfioIommuInfo>());
        Assert.Equal(16, Unsafe.SizeOf<VfioIovaRanges>());
        Assert.Equal(16, Unsafe.SizeOf<VfioIovaRange>());
        Assert.Equal(32, Unsafe.SizeOf<VfioDmaMap>());
        Assert.Equal(24, Unsafe.SizeOf<VfioDmaUnmap>());
    }

    [Fact]
    public void Every_structure_is_in_the_table()
    {
        IEnumerable<string> structures = typeof(VfioIrqSet).Assembly.GetTypes()
            .Where(type => type.IsValueType && !type.IsNested && type.Name.StartsWith("Vfio", StringComparison.Ordinal))
            .Select(type => type.Name);

        Assert.Equal(structures.Order(), Layouts.Select(layout => layout.Type.Name).Order());
    }
}
