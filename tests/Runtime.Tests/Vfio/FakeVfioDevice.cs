using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>A region of a fake device: a file in memory, so that mappings of it are real and stand in /proc/self/maps.</summary>
internal sealed unsafe partial class FakeRegion : IDisposable
{
    /// <summary>The name that its mappings have there.</summary>
    public const string Name = "tophalf-region";

    private const uint CloseOnExec = 1; // linux/memfd.h: MFD_CLOEXEC

    public FakeRegion(ulong length, uint flags)
    {
        Length = length;
        Flags = flags;
        Descriptor = CreateMemoryFile(Name, CloseOnExec);
        Assert.Equal(0, Truncate(Descriptor, (long)length));
        nint address = SystemCall.Map(Descriptor, 0, (nuint)length, LinuxConstants.ProtectionRead | LinuxConstants.ProtectionWrite);
        Assert.False(address is < 0 and > -4096, "the region's memory cannot be mapped");
        Memory = (byte*)address;
    }

    /// <summary>The file.</summary>
    public int Descriptor { get; }

    /// <summary>The test's own mapping of all of it.</summary>
    public byte* Memory { get; }

    public ulong Length { get; }

    public uint Flags { get; set; }

    public RegionArea[]? Sparse { get; set; }

    public bool MsixMappable { get; set; }

    /// <summary>What came through the file instead of a mapping: offset, bytes, whether it was a write.</summary>
    public List<(ulong Offset, int Bytes, bool Write)> FileAccesses { get; } = [];

    public void Dispose()
    {
        _ = SystemCall.Unmap((nint)Memory, (nuint)Length);
        _ = SystemCall.Close(Descriptor);
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateMemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "ftruncate")]
    private static partial int Truncate(int descriptor, long length);
}

/// <summary>What VFIO would offer of a PCI function.</summary>
internal sealed unsafe class FakeVfioDevice : IDisposable
{
    public const uint ReadWrite = VfioConstants.RegionRead | VfioConstants.RegionWrite;
    public const uint Mappable = ReadWrite | VfioConstants.RegionMmap;

    public FakeVfioDevice()
    {
        Regions[7] = new FakeRegion(256, ReadWrite);
        Config(0, 2, 0x1234);
        Config(2, 2, 0x11E8);
        Regions[0] = new FakeRegion(0x10_0000, Mappable);
    }

    /// <summary>Regions by index; what is missing has length 0.</summary>
    public Dictionary<uint, FakeRegion> Regions { get; } = [];

    /// <summary>Vectors by irq index.</summary>
    public Dictionary<uint, uint> Vectors { get; } = new() { [VfioConstants.MsixIndex] = 4, [VfioConstants.MsiIndex] = 1 };

    /// <summary>The eventfds of ERR and REQ by irq index; -1 when disconnected.</summary>
    public Dictionary<uint, int> EventsConnected { get; } = [];

    public uint IrqFlags { get; set; } = VfioConstants.IrqEventFd;

    public uint DeviceFlags { get; set; } = VfioConstants.DevicePci;

    /// <summary>How many vectors the system can give; asked for more, SET_IRQS answers with this number.</summary>
    public uint VectorsAvailable { get; set; } = uint.MaxValue;

    /// <summary>How many vectors the system has given.</summary>
    public uint VectorsAllocated { get; set; }

    /// <summary>The irq index that is enabled; -1 for none.</summary>
    public int EnabledIndex { get; set; } = -1;

    /// <summary>The eventfds by vector, as SET_IRQS gave them.</summary>
    public int[] EventFds { get; set; } = [];

    public FakeRegion this[int bar] => Regions[(uint)bar];

    /// <summary>Writes to configuration space.</summary>
    public void Config(uint offset, int bytes, uint value)
    {
        Span<byte> buffer = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(buffer, value);
        buffer[..bytes].CopyTo(new Span<byte>(Regions[7].Memory + offset, bytes));
    }

    /// <summary>Gives it the capabilities of power management and, behind it, MSI-X.</summary>
    public void AddMsixTable(int bar, uint offset, uint entries)
    {
        Config(0x06, 2, 0x10);
        Config(0x34, 1, 0x40);
        Config(0x40, 2, 0x5001);
        Config(0x50, 4, 0x11 | ((entries - 1) << 16));
        Config(0x54, 4, offset | (uint)bar);
    }

    public void Dispose()
    {
        foreach (FakeRegion region in Regions.Values)
        {
            region.Dispose();
        }
    }
}
