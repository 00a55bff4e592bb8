namespace TopHalf.VirtualMachine.Tests;

/// <summary>The guest's program compiled ahead of time, made when the machine is about to boot.</summary>
/// <param name="Program">The executable; null where it cannot be made on this host.</param>
/// <param name="Unavailable">Why not, and how to get what is missing; null where it was made.</param>
public sealed record NativeGuest(string? Program, string? Unavailable)
{
    private readonly Lazy<NativeCode> _code = new(() => new NativeCode(Program!));

    /// <summary>What it consists of.</summary>
    public NativeCode Code => _code.Value;

    private const string Missing = "the guest's program cannot be compiled ahead of time (NativeAOT): ";

    // The compiler comes over the network the first time, 100 MB; what hangs longer than this is not going to come.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(8);

    /// <summary>Publishes it; quick when nothing has changed.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static async Task<NativeGuest> PublishAsync(VirtualMachineFiles files)
    {
        if (!IsOnPath("gcc"))
        {
            return new NativeGuest(null, Missing + "there is no gcc to link with; to get it, sudo apt-get install gcc libc6-dev zlib1g-dev");
        }

        // Restored apart from the rest: what cannot be had is the host's lack, what does not compile is ours.
        HostProcess restore = await DotNetAsync(files, "restore");
        if (restore.ExitCode != 0)
        {
            string reason = restore.Output.Split('\n').FirstOrDefault(static line => line.Contains("error", StringComparison.Ordinal))?.Trim()
                ?? $"dotnet restore ended with {restore.ExitCode?.ToString() ?? "nothing"}";
            return new NativeGuest(null, $"{Missing}{reason}; to get it, give this machine a package source with runtime.linux-x64.Microsoft.DotNet.ILCompiler");
        }

        HostProcess publish = await DotNetAsync(files, "publish", "--no-restore", "-c", "Release", "-o", files.NativeFolder);
        return publish.ExitCode == 0
            ? new NativeGuest(Path.Combine(files.NativeFolder, "TopHalf.VirtualMachine.Guest"), null)
            : throw new InvalidOperationException($"dotnet publish ended with {publish.ExitCode}:\n{publish.Output}\n{publish.Error}");
    }

    // No build servers: they would keep the output open that is read to its end here.
    private static Task<HostProcess> DotNetAsync(VirtualMachineFiles files, string command, params string[] more)
        => HostProcess.RunAsync(
            Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
            [
                command, files.GuestProject, .. more, "-nologo", "--disable-build-servers", "-nodeReuse:false",
                "-p:NativeAot=true", $"-p:ArtifactsPath={files.NativeArtifacts}",
            ],
            Deadline);

    private static bool IsOnPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
