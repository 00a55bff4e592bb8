using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace TopHalf.Benchmarks.EveryMethod;

/// <summary>All C# files below some folders, compiled as one project, with whatever errors that gives.</summary>
internal static class CodeBase
{
    public static CSharpCompilation Read(IEnumerable<string> folders, IEnumerable<string> symbols)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: symbols);
        IEnumerable<SyntaxTree> trees = folders.SelectMany(Files).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(path => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path)), options, path));
        return CSharpCompilation.Create(
            "CodeBase",
            trees,
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Select(static p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Disable,
                optimizationLevel: OptimizationLevel.Release));
    }

    /// <summary>Every method, accessor, constructor and operator that has code.</summary>
    public static ImmutableArray<IMethodSymbol> Methods(Compilation compilation)
    {
        var methods = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var containers = new Stack<INamespaceOrTypeSymbol>();
        containers.Push(compilation.Assembly.GlobalNamespace);
        while (containers.Count > 0)
        {
            foreach (ISymbol member in containers.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol container)
                {
                    containers.Push(container);
                }
                else if (member is IMethodSymbol { IsAbstract: false, IsExtern: false } method)
                {
                    methods.Add(method);
                }
            }
        }

        return methods.ToImmutable();
    }

    private static IEnumerable<string> Files(string folder)
        => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/artifacts/", StringComparison.Ordinal));
}
