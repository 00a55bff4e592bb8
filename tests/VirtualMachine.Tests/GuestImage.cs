using System.Runtime.InteropServices;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>Puts together the file system that the guest lives in: an initramfs, so that no driver for a disk is needed.</summary>
/// <param name="cacheRoot">The unpacked packages: kernel modules, busybox, C library.</param>
public sealed class GuestImage(string cacheRoot)
{
    // What vfio-pci needs, the other way in, and what makes errors of a device; the order and what these need in turn is read from the
    // modules.
    private static readonly string[] Modules = ["vfio_iommu_type1", "vfio_pci", "uio_pci_generic", "aer_inject"];

    // What a .NET host and runtime are linked to, and OpenSSL, which .NET computes hashes with. ICU and the tracing library are not
    // there and not missed.
    private static readonly string[] Libraries =
    [
        "libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libgcc_s.so.1", "libstdc++.so.6", "libssl.so.3",
        "libcrypto.so.3",
    ];

    /// <summary>Writes the image.</summary>
    /// <param name="output">Takes the archive.</param>
    /// <param name="init">The script that the kernel starts.</param>
    /// <param name="programs">Assemblies with an entry point; the folder of each is copied whole.</param>
    /// <param name="native">An executable that needs no .NET; null for none.</param>
    public void Write(Stream output, string init, IEnumerable<string> programs, string? native)
    {
        using CpioWriter archive = new(output);
        archive.AddFile("init", init);
        archive.AddFile("bin/busybox", Path.Combine(cacheRoot, "busybox"));
        foreach (string folder in (string[])["dev", "proc", "sys", "tmp", "root"])
        {
            archive.AddFolder(folder);
        }

        AddModules(archive);
        AddLibraries(archive);
        AddDotNet(archive);
        foreach (string program in programs)
        {
            AddTree(archive, $"programs/{Path.GetFileNameWithoutExtension(program)}", Path.GetDirectoryName(program)!);
        }

        if (native is not null)
        {
            archive.AddFile($"programs/native/{Path.GetFileName(native)}", native);
        }
    }

    private void AddModules(CpioWriter archive)
    {
        IReadOnlyList<string> files = new KernelModules(Path.Combine(cacheRoot, "lib", "modules")).InLoadOrder(Modules);
        foreach (string file in files)
        {
            archive.AddFile($"modules/{Path.GetFileName(file)}", file);
        }

        archive.AddFile("modules/order", System.Text.Encoding.ASCII.GetBytes(string.Concat(files.Select(file => Path.GetFileName(file) + "\n"))));
    }

    // The guest's C library is that of the cache, not of this machine: it fits the loader beside it whatever the machine runs.
    private void AddLibraries(CpioWriter archive)
    {
        archive.AddFile("lib64/ld-linux-x86-64.so.2", Path.Combine(cacheRoot, "loader"));
        foreach (string library in Libraries)
        {
            string[] places = [Path.Combine(cacheRoot, "lib/x86_64-linux-gnu", library), Path.Combine(cacheRoot, "usr/lib/x86_64-linux-gnu", library)];
            archive.AddFile($"lib/x86_64-linux-gnu/{library}", places.First(File.Exists));
        }
    }

    // The runtime that runs this test, in the layout that `dotnet` expects.
    private static void AddDotNet(CpioWriter archive)
    {
        string framework = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        string version = Path.GetFileName(framework);
        string installation = Path.GetFullPath(Path.Combine(framework, "../../.."));
        archive.AddFile("dotnet/dotnet", Path.Combine(installation, "dotnet"));
        AddTree(archive, $"dotnet/host/fxr/{version}", Path.Combine(installation, "host", "fxr", version));
        AddTree(archive, $"dotnet/shared/Microsoft.NETCore.App/{version}", framework);
    }

    private static void AddTree(CpioWriter archive, string path, string source)
    {
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            archive.AddFile($"{path}/{Path.GetRelativePath(source, file)}", file);
        }
    }
}
