using System.Runtime.InteropServices;
using System.Text.Json;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>
/// Adds machine code to assemblies (ReadyToRun): an emulated machine compiles slowly. What
/// is not in there, and what is called often, the guest compiles itself, as ever.
/// </summary>
/// <param name="Program">The compiler; null where it cannot be had.</param>
/// <param name="Unavailable">Why not; null where it is there.</param>
public sealed record Crossgen(string? Program, string? Unavailable)
{
    // It comes over the network the first time, 40 MB.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(4);

    /// <summary>Restores the compiler that the SDK names.</summary>
    public static async Task<Crossgen> RestoreAsync(VirtualMachineFiles files)
    {
        string[] project =
        [
            files.GuestProject, "-nologo", "--disable-build-servers", "-p:RuntimeIdentifier=linux-x64", "-p:PublishReadyToRun=true",
            "-p:SelfContained=false", $"-p:ArtifactsPath={files.CrossgenArtifacts}",
        ];
        HostProcess restore = await HostProcess.RunAsync("dotnet", ["restore", .. project], Deadline);
        if (restore.ExitCode != 0)
        {
            return new Crossgen(null, $"dotnet restore ended with {restore.ExitCode?.ToString() ?? "nothing"}: {restore.Output.Trim()}");
        }

        HostProcess question = await HostProcess.RunAsync(
            "dotnet", ["build", .. project, "--no-restore", "-t:ResolveFrameworkReferences", "-getItem:ResolvedCrossgen2Pack"], Deadline);
        if (question.ExitCode != 0)
        {
            return new Crossgen(null, $"the SDK does not say where it is: {question.Output.Trim()}");
        }

        using JsonDocument answer = JsonDocument.Parse(question.Output);
        string folder = answer.RootElement.GetProperty("Items").GetProperty("ResolvedCrossgen2Pack")[0].GetProperty("PackageDirectory").GetString()!;
        string program = Path.Combine(folder, "tools", "crossgen2");
        return File.Exists(program) ? new Crossgen(program, null) : new Crossgen(null, $"{program} is not there");
    }

    /// <summary>Copies a program's folder, with machine code in all of its assemblies.</summary>
    /// <param name="program">The assembly with the entry point.</param>
    /// <param name="target">The new folder.</param>
    /// <returns>The assembly in the new folder.</returns>
    /// <exception cref="InvalidOperationException">An assembly could not be compiled.</exception>
    public async Task<string> CompileAsync(string program, string target)
    {
        string source = Path.GetDirectoryName(program)!;
        Directory.CreateDirectory(target);
        foreach (string file in Directory.EnumerateFiles(source))
        {
            string copy = Path.Combine(target, Path.GetFileName(file));
            if (Path.GetExtension(file) != ".dll")
            {
                File.Copy(file, copy);
                continue;
            }

            string framework = RuntimeEnvironment.GetRuntimeDirectory();
            HostProcess compiled = await HostProcess.RunAsync(
                Program!, [file, "-o", copy, "-r", $"{framework}*.dll", "-r", $"{source}/*.dll", "--targetos:linux", "--targetarch:x64", "-O"], Deadline);
            if (compiled.ExitCode != 0)
            {
                throw new InvalidOperationException($"crossgen2 ended with {compiled.ExitCode} for {file}:\n{compiled.Output}\n{compiled.Error}");
            }
        }

        return Path.Combine(target, Path.GetFileName(program));
    }
}
