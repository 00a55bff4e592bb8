using System.Diagnostics;

namespace TopHalf.Package.Tests;

/// <summary>The SDK's command and what it builds, run as a user runs them: with nothing of the build that runs these tests.</summary>
internal static class Sdk
{
    private static readonly string Compiler = $"tophalf-package-{Environment.ProcessId}";

    /// <summary>Ends what would wait for ten minutes for more to compile.</summary>
    public static void EndCompiler(string folder)
    {
        string version = Succeed(folder, "--version").Trim();
        string sdk = Succeed(folder, "--list-sdks").Split('\n').Single(line => line.StartsWith(version + " ", StringComparison.Ordinal)).Split('[')[1].TrimEnd().TrimEnd(']');
        Succeed(folder, Path.Combine(sdk, version, "Roslyn", "bincore", "VBCSCompiler.dll"), "-shutdown", $"-pipename:{Compiler}");
    }

    /// <summary>Runs <c>dotnet</c> and returns its exit code and all that it printed.</summary>
    public static (int Code, string Output) Dotnet(string folder, params string[] arguments) => Run("dotnet", folder, arguments);

    /// <summary>Runs <c>dotnet</c>, which must succeed, and returns what it printed.</summary>
    public static string Succeed(string folder, params string[] arguments)
    {
        (int code, string output) = Dotnet(folder, arguments);
        Assert.True(code == 0, output);
        return output;
    }

    /// <summary>Runs a program and returns its exit code and all that it printed.</summary>
    public static (int Code, string Output) Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The outer build's settings must not leak into a user's project.
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0";

        // One compiler for all of them, of this run alone: most of what a small build costs is to get one going.
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["SharedCompilationId"] = Compiler;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
