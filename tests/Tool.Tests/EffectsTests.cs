using TopHalf.Samples.Edu;

namespace TopHalf.Tool.Tests;

public sealed class EffectsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tophalf-effects-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_assembly_of_somebody_else_becomes_lines()
    {
        using var machine = new FakeMachine();
        Assert.Equal(0, machine.Run("effects", typeof(EduDriver).Assembly.Location));
        string text = machine.Output.ToString();
        Assert.StartsWith("# What the public members of Edu ", text, StringComparison.Ordinal);
        Assert.Contains("\nM:TopHalf.Samples.Edu.", text, StringComparison.Ordinal);
        Assert.All(
            text.Split('\n').Where(static l => l.Length > 0 && l[0] != '#'),
            static line => Assert.Equal(3, line.Split("; ", 3).Count(static column => column.Length > 0)));
    }

    [Fact]
    public void It_can_be_a_file()
    {
        using var machine = new FakeMachine();
        string file = Path.Combine(_folder, "InterruptEffects.txt");
        Assert.Equal(0, machine.Run("effects", typeof(EduDriver).Assembly.Location, "--output", file));
        Assert.Equal("", machine.Output.ToString());
        Assert.StartsWith("# What the public members of Edu ", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_may_have_another_name_than_the_assembly()
    {
        using var machine = new FakeMachine();
        string file = Path.Combine(_folder, "renamed.dll");
        File.Copy(typeof(EduDriver).Assembly.Location, file);
        Assert.Equal(0, machine.Run("effects", file));
        Assert.StartsWith("# What the public members of Edu ", machine.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_or_not_dotnet_is_bad_input()
    {
        string text = Path.Combine(_folder, "text.dll");
        File.WriteAllText(text, "no assembly");
        Refuses(Path.Combine(_folder, "missing.dll"), ": there is no such file. ");
        Refuses(text, " is no .NET assembly ");
        Refuses(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so"), " is no .NET assembly ");
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_bad_input()
    {
        using var machine = new FakeMachine();
        string file = Path.Combine(_folder, "missing", "InterruptEffects.txt");
        Assert.Equal(2, machine.Run("effects", typeof(EduDriver).Assembly.Location, "-o", file));
        Assert.StartsWith($"--output: '{file}' cannot be written. ", machine.Errors.ToString(), StringComparison.Ordinal);
    }

    private static void Refuses(string path, string complaint)
    {
        using var machine = new FakeMachine();
        Assert.Equal(2, machine.Run("effects", path));
        Assert.Contains(path + complaint, machine.Errors.ToString(), StringComparison.Ordinal);
    }
}
