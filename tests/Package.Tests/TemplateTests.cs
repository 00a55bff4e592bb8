namespace TopHalf.Package.Tests;

/// <summary><c>dotnet new tophalf-driver</c>: what it makes builds without warnings, runs, and passes its own tests.</summary>
public sealed class TemplateTests(Packages packages)
{
    [Fact]
    public void A_new_driver_runs_and_passes_its_tests()
    {
        string made = Make("template", "--vendor", "0x1AF4", "--device", "0x1041", "--vectors", "4");
        Assert.Contains("VendorId = 0x1AF4, DeviceId = 0x1041", Driver(made), StringComparison.Ordinal);
        Sdk.Succeed(made, "build", "-nologo", "-warnaserror");
        string output = Sdk.Succeed(made, "run", "--no-build", "--project", "Acme.Card");
        Assert.EndsWith("channel 3: done\ninterrupts handled: 4", output.Trim(), StringComparison.Ordinal);
        Assert.Contains("Passed:     3", Sdk.Succeed(made, "test", "--no-build", "-nologo"), StringComparison.Ordinal);
        Sdk.Succeed(made, "format", "--verify-no-changes", "--no-restore");
    }

    /// <summary>One vector, and the ids as lspci shows them.</summary>
    [Fact]
    public void A_new_driver_of_one_vector_has_no_stride()
    {
        string made = Make("one-vector", "--vendor", "8086", "--device", "10fb");
        Assert.Contains("VendorId = 0x8086, DeviceId = 0x10fb", Driver(made), StringComparison.Ordinal);
        Sdk.Succeed(made, "build", "-nologo", "-warnaserror");
        string output = Sdk.Succeed(made, "run", "--no-build", "--project", "Acme.Card");
        Assert.EndsWith("channel 0: done\ninterrupts handled: 1", output.Trim(), StringComparison.Ordinal);

        (int code, output) = Sdk.Dotnet(made, "run", "--no-build", "--project", "Acme.Card", "--", "0000:ff:1f.7");
        Assert.Equal(1, code);
        Assert.StartsWith("0000:ff:1f.7: ", output, StringComparison.Ordinal);
        Assert.Single(output.TrimEnd().Split('\n'));
    }

    private static string Driver(string made) => File.ReadAllText(Path.Combine(made, "Acme.Card", "CardDriver.cs"));

    private string Make(string name, params string[] options)
    {
        string folder = packages.Folder(name);
        string hive = Path.Combine(folder, "hive");
        Sdk.Succeed(folder, "new", "install", packages.PathOf("TopHalf.Templates"), "--debug:custom-hive", hive);
        Sdk.Succeed(folder, ["new", "tophalf-driver", "--name", "Acme.Card", .. options, "--debug:custom-hive", hive]);
        return Path.Combine(folder, "Acme.Card");
    }
}
