using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.Uio;

/// <summary>
/// A machine in a temporary folder with a function that uio_pci_generic has. Its files are files: the kernel's own calls read, write and
/// map them, and a pipe with a name stands for the device's file, which the test writes counts to.
/// </summary>
internal sealed unsafe partial class UioMachine : IDisposable
{
    public const string Name = "0000:00:05.0";
    public const int MemoryLength = 0x10000;

    private const uint Command = 0x04;
    private const uint InterruptPin = 0x3D;
    private const ushort LineDisabled = 0x400;

    private readonly string _root = Directory.CreateTempSubdirectory("tophalf-uio-").FullName;
    private uint _count;

    public UioMachine(uint counted = 0, string driver = "uio_pci_generic")
    {
        Paths = new VfioPaths($"{_root}/sys", $"{_root}/dev", $"{_root}/proc");
        Kernel = new FailingKernel();
        Host = new VfioHost(Kernel, Paths);
        _count = counted;
        Directory.CreateDirectory(Paths.Dev);
        Directory.CreateDirectory($"{Paths.PciDrivers}/{driver}");
        Directory.CreateDirectory($"{Folder}/uio/uio3");
        Directory.CreateDirectory(Path.GetDirectoryName(Paths.UioCount(3))!);
        Directory.CreateSymbolicLink($"{Folder}/driver", $"../../drivers/{driver}");
        File.WriteAllText(Paths.UioCount(3), $"{counted}\n");
        File.WriteAllText(
            $"{Folder}/resource",
            $"0x00000000feb00000 0x{0xfeb00000 + MemoryLength - 1:x16} 0x0000000000040200\n" +
            "0x0000000000006000 0x000000000000601f 0x0000000000040101\n" +
            "0x0000000000000000 0x0000000000000000 0x0000000000000000\n" +
            "0x00000000feb20100 0x00000000feb201ff 0x0000000000040200\n");
        File.WriteAllBytes($"{Folder}/resource0", new byte[MemoryLength]);
        File.WriteAllBytes($"{Folder}/resource1", new byte[0x20]);
        File.WriteAllBytes($"{Folder}/resource3", new byte[0x1000]);
        byte[] config = new byte[256];
        BitConverter.TryWriteBytes(config, 0x11E8_1234);
        config[Command] = 0x07; // memory, ports, bus mastering
        config[InterruptPin] = 1;
        File.WriteAllBytes($"{Folder}/config", config);
        Assert.Equal(0, MakePipe(Paths.Uio(3), 0x180));
    }

    public VfioPaths Paths { get; }

    public FailingKernel Kernel { get; }

    public VfioHost Host { get; }

    public string Folder => Paths.PciDevice(Name);

    public ushort CommandRegister
    {
        get => BitConverter.ToUInt16(File.ReadAllBytes($"{Folder}/config"), (int)Command);
        set => WriteAt($"{Folder}/config", Command, BitConverter.GetBytes(value));
    }

    public bool IsLineMasked => (CommandRegister & LineDisabled) != 0;

    public UioDevice Open() => UioDevice.Open(Name, Host);

    public PciDeviceException OpenFails()
    {
        PciDeviceException error = Assert.Throws<PciDeviceException>(Open);
        Assert.Equal(Name, error.Device);
        AssertNothingIsOpen();
        return error;
    }

    public void Resource(int bar, int offset, uint value) => WriteAt($"{Folder}/resource{bar}", (uint)offset, BitConverter.GetBytes(value));

    /// <summary>Interrupts as the kernel does: the line is masked, and the count is higher.</summary>
    public void Interrupt(uint times = 1)
    {
        CommandRegister |= LineDisabled;
        _count = unchecked(_count + times);
        int fd = SystemCall.Open(Paths.Uio(3), LinuxConstants.OpenReadWrite);
        uint count = _count;
        Assert.Equal(sizeof(uint), SystemCall.Write(fd, &count, sizeof(uint)));
        _ = SystemCall.Close(fd);
    }

    /// <summary>Files and mappings of this machine that the process has.</summary>
    public (int Files, int Mappings) Held()
        => (Directory.GetFiles("/proc/self/fd").Count(fd => new FileInfo(fd).LinkTarget is { } target && target.StartsWith(_root, StringComparison.Ordinal)),
            File.ReadLines("/proc/self/maps").Count(line => line.Contains(_root, StringComparison.Ordinal)));

    public void AssertNothingIsOpen() => Assert.Equal((0, 0), Held());

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void WriteAt(string file, uint offset, byte[] bytes)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        stream.Position = offset;
        stream.Write(bytes);
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, uint mode);
}

/// <summary>How much a pipe holds.</summary>
internal static unsafe class PipeLength
{
    private const uint BytesToRead = 0x541B; // asm-generic/ioctls.h: FIONREAD

    public static int Of(int fd)
    {
        int bytes = 0;
        Assert.Equal(0, SystemCall.Ioctl(fd, BytesToRead, &bytes));
        return bytes;
    }
}

/// <summary>The kernel that runs, but for calls that are to fail.</summary>
internal sealed unsafe class FailingKernel : IVfioKernel
{
    private readonly LinuxVfioKernel _real = new();

    /// <summary>The errno of a call with a file's name, or of another with its own; 0 to let it be.</summary>
    public Func<string, int> Fault { get; set; } = static _ => 0;

    public int Open(string path) => Fault(path) is > 0 and int errno ? -errno : _real.Open(path);

    public void Close(int fd) => _real.Close(fd);

    public int Ioctl(int fd, uint request, void* argument) => throw new NotSupportedException("UIO needs no ioctl.");

    public nint Map(int fd, ulong offset, nuint length, int protection)
        => Fault("mmap") is > 0 and int errno ? -errno : _real.Map(fd, offset, length, protection);

    public void Unmap(nint address, nuint length) => _real.Unmap(address, length);

    public nint MapMemory(nuint length) => throw new NotSupportedException("UIO has no memory for devices.");

    public int DoNotFork(nint address, nuint length) => throw new NotSupportedException("UIO has no memory for devices.");

    public nint ReadAt(int fd, Span<byte> destination, ulong offset)
        => Fault("pread") is > 0 and int errno ? -errno : _real.ReadAt(fd, destination, offset);

    public nint WriteAt(int fd, ReadOnlySpan<byte> source, ulong offset)
        => Fault("pwrite") is > 0 and int errno ? -errno : _real.WriteAt(fd, source, offset);
}
