using System.Buffers.Binary;

namespace TopHalf.Tool;

/// <summary>What sysfs says of a PCI function, as it was when it was read.</summary>
/// <param name="Name">The address.</param>
/// <param name="Vendor">The vendor id.</param>
/// <param name="Device">The device id.</param>
/// <param name="Class">Base class, subclass and programming interface, a byte each.</param>
/// <param name="Driver">The kernel driver; null for none.</param>
/// <param name="Group">The IOMMU group; null for none.</param>
/// <param name="IsBridge">Whether functions lie behind it, which VFIO hands to nobody.</param>
/// <param name="Vectors">Its messages; null where this user may not see its capabilities.</param>
internal sealed record PciFunction(
    string Name, ushort Vendor, ushort Device, uint Class, string? Driver, int? Group, bool IsBridge, VectorCounts? Vectors)
{
    // PCI Local Bus Specification 3.0, section 6.2.1: the layout of the header, 0 for an ordinary function; bit 7 says that there are several.
    private const int HeaderType = 0x0E;
    private const int HeaderLength = 64;

    /// <summary>All functions, by address.</summary>
    public static IReadOnlyList<PciFunction> All(VfioHost host)
    {
        string folder = host.Paths.PciDevice("");
        return Directory.Exists(folder)
            ? [.. Directory.GetFileSystemEntries(folder).Select(static entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal).Select(name => Read(host, name)).OfType<PciFunction>()]
            : [];
    }

    /// <summary>One function; null where it is not there, or went away meanwhile.</summary>
    public static PciFunction? Read(VfioHost host, string name)
    {
        try
        {
            string folder = host.Paths.PciDevice(name);
            byte[] config = ReadConfig($"{folder}/config");
            return new PciFunction(
                name,
                (ushort)Number($"{folder}/vendor"),
                (ushort)Number($"{folder}/device"),
                Number($"{folder}/class"),
                host.Sysfs.Driver(name),
                host.Sysfs.IommuGroup(name),
                config.Length > HeaderType && (config[HeaderType] & 0x7F) != 0,
                config.Length > HeaderLength ? VectorCounts.Read((offset, length) => ReadFrom(config, offset, length)) : null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // The kernel gives those who are not root the header only.
    private static byte[] ReadConfig(string path)
    {
        byte[] buffer = new byte[PciConfig.ConventionalLength];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        int length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return buffer[..length];
    }

    private static uint ReadFrom(byte[] config, uint offset, int length)
    {
        Span<byte> value = stackalloc byte[sizeof(uint)];
        value.Clear();
        if (offset + (uint)length <= (uint)config.Length)
        {
            config.AsSpan((int)offset, length).CopyTo(value);
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(value);
    }

    private static uint Number(string path)
        => Convert.ToUInt32(File.ReadAllText(path).Trim(), 16);
}
