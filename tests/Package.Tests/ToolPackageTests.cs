namespace TopHalf.Package.Tests;

/// <summary>The tool, installed as users install it.</summary>
public sealed class ToolPackageTests(Packages packages)
{
    [Fact]
    public void The_installed_tool_explains_a_driver_that_has_the_package()
    {
        string folder = packages.Create("explained", registry: true);
        string tools = Path.Combine(folder, "tools");
        Sdk.Succeed(folder, "tool", "install", "TopHalf.Tool", "--version", packages.Version, "--tool-path", tools);
        Sdk.Succeed(folder, "build", "-nologo", "-o", "out");
        (int code, string output) = Sdk.Run(Path.Combine(tools, "tophalf"), folder, "explain", "out/Consumer.dll");
        Assert.True(code == 0, output);
        Assert.Contains("CounterDriver", output, StringComparison.Ordinal);
        Assert.Contains("OnCount", output, StringComparison.Ordinal);
    }
}
