namespace TopHalf.Package.Tests;

/// <summary>
/// A program published with everything that it needs, for each framework that drivers are built for: started, it handles an interrupt. The
/// machine has one of these frameworks only; each brings its own.
/// </summary>
public sealed class FrameworkTests(Packages packages)
{
    private const string Works = "status 5, acknowledged 5, 1 handler";

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    [InlineData("net10.0")]
    public void Self_contained_and_trimmed(string framework)
        => Assert.Equal(Works, Publish("trimmed", framework, "--self-contained", "-p:PublishTrimmed=true", "-p:TrimmerSingleWarn=false"));

    [Fact]
    public void Compiled_ahead_of_time() => Assert.Equal(Works, Publish("native", "net9.0", "-p:PublishAot=true", "-p:TrimmerSingleWarn=false"));

    // Warnings are errors in the consumer's project: of the trimmer and of the ahead-of-time compiler, too.
    private string Publish(string name, string framework, params string[] how)
    {
        string folder = packages.Create($"{name}-{framework}", framework: framework, registry: true);
        string output = Sdk.Succeed(folder, ["publish", "-nologo", "-c", "Release", "-r", "linux-x64", "-o", "out", .. how]);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        (int code, string printed) = Sdk.Run(Path.Combine(folder, "out", "Consumer"), folder);
        Assert.True(code == 0, printed);
        return printed.Trim();
    }
}
