using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;
using TopHalf.Declarations;

namespace TopHalf.Generator.Tests.Incremental;

/// <summary>
/// What the generator remembers of a driver is what it would read now: after each of thousands of edits, all models of the
/// pipeline are held against models that were parsed from the symbols, without any memory.
/// </summary>
public sealed class SameAsParsedTests
{
    private const int Projects = 12;
    private const int Edits = 80;

    [Fact]
    public void After_every_edit_the_models_are_those_of_a_fresh_parse()
    {
        int seed = Environment.GetEnvironmentVariable("TOPHALF_SEED") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : 20260;
        int healthy = 0, faulty = 0, remembered = 0;
        for (int p = 0; p < Projects; p++)
        {
            var project = new DialProject(new Random(seed + p));
            CSharpCompilation compilation = project.Create();
            var models = new ModelsGenerator();
            GeneratorDriver driver = CSharpGeneratorDriver.Create(models).RunGenerators(compilation);
            for (int e = 0; e < Edits; e++)
            {
                var before = ProjectState.Of(compilation, CancellationToken.None);
                compilation = project.Edit(compilation);
                driver = driver.RunGenerators(compilation);
                DriverModel[] expected = Sort(Parse(compilation.Clone()));
                DriverModel[] actual = Sort(models.Models);
                Assert.True(
                    expected.SequenceEqual(actual),
                    $"Seed {seed + p}, edit {e}.\nExpected:\n{Tell(expected)}\nRemembered:\n{Tell(actual)}\nFiles:\n{string.Join("\n---\n", compilation.SyntaxTrees)}");
                healthy += expected.Count(static d => !d.IsFaulty);
                faulty += expected.Count(static d => d.IsFaulty);
                var after = ProjectState.Of(compilation, CancellationToken.None);
                remembered += expected.Count(d => !after.IsAffected(d.Shell.Name, before));
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{healthy} healthy, {faulty} faulty, {remembered} remembered");
        // The project must be one in which drivers compile, do not compile, and are remembered, each often enough to tell.
        Assert.InRange(healthy, 200, int.MaxValue);
        Assert.InRange(faulty, 300, int.MaxValue);
        Assert.InRange(remembered, 300, int.MaxValue);
    }

    private static IEnumerable<DriverModel> Parse(Compilation compilation)
        => AllTypes(compilation.Assembly.GlobalNamespace)
            .Select(static type => DriverParser.FindDriverAttribute(type) is { } attribute
                ? DriverParser.Parse(type, attribute, new FaultFlag(), CancellationToken.None)
                : null)
            .OfType<DriverModel>();

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol scope)
        => scope.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(
            static m => m is INamedTypeSymbol type ? AllTypes(type).Prepend(type) : AllTypes(m));

    private static DriverModel[] Sort(IEnumerable<DriverModel> models)
        => [.. models.OrderBy(static m => $"{m.Namespace}.{string.Join('.', m.Containers)}.{m.Shell}", StringComparer.Ordinal)];

    private static string Tell(DriverModel[] models) => string.Join("\n", models.Select(static m =>
        $"{m} {string.Join(", ", m.Members)} {string.Join(", ", m.Handlers.Select(static h => $"{h.Name} {string.Join("; ", h.Vectors)} {string.Join("; ", h.Program)}"))}"));
}
