namespace TopHalf.Package.Tests;

/// <summary><c>dotnet new tophalf-driver</c>: what it makes builds without warnings, runs, and passes its own tests.</summary>
public sealed class TemplateTests(Packages packages)
{
    [Fact]
    public void A_new_driver_runs_and_passes_its_tests()
    {
        string folder = packages.Folder("template");
        string hive = Path.Combine(folder, "hive");
        Sdk.Succeed(folder, "new", "install", packages.PathOf("TopHalf.Templates"), "--debug:custom-hive", hive);
        Sdk.Succeed(
            folder, "new", "tophalf-driver", "--name", "Acme.Card", "--vendor", "0x1AF4", "--device", "0x1041", "--vectors", "4", "--debug:custom-hive", hive);

        string made = Path.Combine(folder, "Acme.Card");
        Assert.Contains("VendorId = 0x1AF4, DeviceId = 0x1041", File.ReadAllText(Path.Combine(made, "Acme.Card", "CardDriver.cs")), StringComparison.Ordinal);
        Sdk.Succeed(made, "build", "-nologo", "-warnaserror");
        string output = Sdk.Succeed(made, "run", "--no-build", "--project", "Acme.Card");
        Assert.EndsWith("channel 3: done\n4 interrupts handled", output.Trim(), StringComparison.Ordinal);
        Assert.Contains("Passed:     3", Sdk.Succeed(made, "test", "--no-build", "-nologo"), StringComparison.Ordinal);
        Sdk.Succeed(made, "format", "--verify-no-changes", "--no-restore");
    }
}
