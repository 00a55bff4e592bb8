using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TopHalf.Runtime.Tests.NativeTopHalf;

/// <summary>gcc and what comes with it, for what these tests have to see of C.</summary>
internal static class Gcc
{
    /// <summary>The folder of the C source.</summary>
    public static string Source => Path.GetFullPath(Path.Combine(Here(), "../../../src/Runtime/NativeTopHalf"));

    /// <summary>The root of the repository.</summary>
    public static string Root => Path.GetFullPath(Path.Combine(Here(), "../../.."));

    /// <summary>The major version; 0 where there is none.</summary>
    public static int Version()
    {
        try
        {
            return int.Parse(Run("gcc", "-dumpversion").Split('.')[0], null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }

    public static void SkipUnlessThere() => Assert.SkipUnless(Version() > 0, "gcc is not here; install it (apt-get install gcc).");

    /// <summary>Runs a program to its end, which must be a good one; gives what it wrote.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {error.Result}");
        return output;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
