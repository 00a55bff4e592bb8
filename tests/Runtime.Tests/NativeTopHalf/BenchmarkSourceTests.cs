namespace TopHalf.Runtime.Tests.NativeTopHalf;

/// <summary>The C that benchmarks compile when they run, and that no build looks at: one of them is the native top half's own code.</summary>
public sealed class BenchmarkSourceTests
{
    public static TheoryData<string> Sources()
    {
        string folder = Path.Combine(Gcc.Root, "benchmarks");
        return [.. Directory.GetFiles(folder, "*.c", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path))];
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Compiles(string source)
    {
        Gcc.SkipUnlessThere();
        Gcc.Run("gcc", "-O2", "-Wall", "-Werror", "-fsyntax-only", "-I", Gcc.Source, Path.Combine(Gcc.Root, "benchmarks", source));
    }
}
