namespace TopHalf.VirtualMachine.Tests;

public sealed class KernelModulesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tophalf-modules-");

    [Fact]
    public void Dependencies_come_first_and_each_module_once()
    {
        AddModule("drivers/top.ko", "left_side,right-side");
        AddModule("left-side.ko", "base");
        AddModule("right_side.ko", "base");
        AddModule("base.ko", "");

        Assert.Equal(["base.ko", "left-side.ko", "right_side.ko", "top.ko"], Order("top"));
    }

    [Fact]
    public void A_module_that_is_not_there_is_named()
    {
        AddModule("top.ko", "gone");

        FileNotFoundException exception = Assert.Throws<FileNotFoundException>(() => Order("top"));
        Assert.Contains("gone", exception.Message);
    }

    [Fact]
    public void Other_strings_of_a_module_do_not_count()
    {
        Assert.Equal(["a", "b_c"], KernelModules.DependenciesOf("license=GPL\0softdepends=x\0depends=a,b-c\0name=y\0"u8));
        Assert.Empty(KernelModules.DependenciesOf("license=GPL\0depends=\0"u8));
        Assert.Empty(KernelModules.DependenciesOf("license=GPL\0"u8));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string[] Order(string module) =>
        new KernelModules(_folder.FullName).InLoadOrder(module).Select(file => Path.GetFileName(file)).ToArray();

    private void AddModule(string path, string dependencies)
    {
        string file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"ELF\0license=GPL\0depends={dependencies}\0retpoline=Y\0");
    }
}
