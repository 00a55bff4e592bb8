using System.Diagnostics;

namespace TopHalf.Benchmarks;

/// <summary>The C of a benchmark, compiled here and now with gcc -O2, beside the benchmark's own files.</summary>
internal static class Gcc
{
    /// <summary>A shared library of a source in the program's folder.</summary>
    /// <returns>Its path.</returns>
    public static string Library(string source) => Compile(source, Path.ChangeExtension(source, ".so"), "-shared", "-fPIC");

    /// <summary>An executable of a source in the program's folder.</summary>
    /// <returns>Its path.</returns>
    public static string Program(string source) => Compile(source, Path.GetFileNameWithoutExtension(source));

    private static string Compile(string source, string target, params string[] options)
    {
        string folder = AppContext.BaseDirectory;
        string path = Path.Combine(folder, target);
        using Process gcc = Process.Start("gcc", ["-O2", "-Wall", "-Werror", .. options, "-o", path, Path.Combine(folder, source)]);
        gcc.WaitForExit();
        return gcc.ExitCode == 0
            ? path
            : throw new InvalidOperationException($"gcc ended with {gcc.ExitCode}; this benchmark compares with C and needs it.");
    }
}
