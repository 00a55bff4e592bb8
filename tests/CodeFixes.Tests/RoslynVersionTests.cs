using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.CodeFixes.Tests;

/// <summary>These tests run twice, in two programs: each must have loaded the Roslyn that it is for.</summary>
public sealed class RoslynVersionTests
{
    [Fact]
    public void The_loaded_Roslyn_is_the_one_of_this_program()
    {
        Version? version = typeof(CSharpCompilation).Assembly.GetName().Version;
        bool isNewer = typeof(RoslynVersionTests).Assembly.GetName().Name!.Contains("Roslyn5", StringComparison.Ordinal);
        Assert.Equal(isNewer ? new Version(5, 12, 0, 0) : new Version(4, 14, 0, 0), version);
    }
}
