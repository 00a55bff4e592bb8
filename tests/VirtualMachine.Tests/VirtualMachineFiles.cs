namespace TopHalf.VirtualMachine.Tests;

/// <summary>Where the scripts, the cache and the outcome of a boot are.</summary>
public sealed class VirtualMachineFiles
{
    private const int Unavailable = 69;     // the exit code of eng/vm/fetch for "cannot be had here"

    // QEMU and a kernel come over the network; what hangs longer than this is not going to come.
    private static readonly TimeSpan FetchDeadline = TimeSpan.FromMinutes(10);

    private readonly string _repository = FindRepository();

    /// <summary>The script that becomes QEMU.</summary>
    public string BootScript => Path.Combine(_repository, "eng", "vm", "boot");

    /// <summary>The unpacked packages.</summary>
    public string CacheRoot => Path.Combine(CacheFolder, "root");

    /// <summary>Takes the image and, when a case fails, the guest's console.</summary>
    public string OutputFolder => Directory.CreateDirectory(Path.Combine(_repository, "artifacts", "vm")).FullName;

    /// <summary>The project of the guest's program.</summary>
    public string GuestProject => Path.Combine(_repository, "tests", "VirtualMachine.Guest", "VirtualMachine.Guest.csproj");

    /// <summary>Where it is built a second time, ahead of time: apart from the ordinary build, which has another framework.</summary>
    public string NativeArtifacts => Path.Combine(_repository, "artifacts", "native");

    /// <summary>What comes out of that.</summary>
    public string NativeFolder => Path.Combine(NativeArtifacts, "guest");

    /// <summary>Where the restore of <see cref="Crossgen"/> leaves its notes.</summary>
    public string CrossgenArtifacts => Path.Combine(_repository, "artifacts", "crossgen");

    /// <summary>The guest's first program, beside this assembly.</summary>
    public static string Init => Path.Combine(AppContext.BaseDirectory, "init");

    /// <summary>The programs of the image (written by the build), the one with the cases first.</summary>
    public static string[] Programs => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "guest-programs.txt"));

    private string CacheFolder =>
        Environment.GetEnvironmentVariable("TOPHALF_VM_CACHE") is { Length: > 0 } folder ? folder : Path.Combine(_repository, ".cache", "vm");

    /// <summary>Fills the cache unless it is full.</summary>
    /// <returns>null, or the reason why there can be no virtual machine on this host.</returns>
    /// <exception cref="InvalidOperationException">Something went wrong that is not the host's doing.</exception>
    public async Task<string?> FetchAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            return $"the virtual machine runs on x86-64 Linux only, and this is {Environment.OSVersion}";
        }

        HostProcess fetch = await HostProcess.RunAsync(Path.Combine(_repository, "eng", "vm", "fetch"), [], FetchDeadline);
        return fetch.ExitCode switch
        {
            0 => null,
            Unavailable => fetch.Output.Trim(),
            null => $"eng/vm/fetch was not done after {FetchDeadline.TotalMinutes} minutes; run it by hand to see why",
            _ => throw new InvalidOperationException($"eng/vm/fetch ended with {fetch.ExitCode}:\n{fetch.Output}\n{fetch.Error}"),
        };
    }

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "eng", "vm", "boot")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"no folder above {AppContext.BaseDirectory} has eng/vm/boot");
    }
}
