using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.Analyzers.Effects;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Every method of a source as if it were a handler.</summary>
internal static class EveryRoot
{
    /// <summary>The newest language that the loaded Roslyn parses.</summary>
    public static readonly ProjectOptions Options = new() { Language = LanguageVersion.Preview, AllowUnsafe = true };

    /// <summary>What is told of each method, in the order of the source.</summary>
    public static string[] Tell(string source) => Tell(DriverProject.Create(Options, source));

    /// <summary>What is told of each method of a project, in the order of the source.</summary>
    public static string[] Tell(Compilation compilation)
    {
        var model = new EffectModel(compilation, new EffectTable());
        return [.. Methods(compilation).SelectMany(root => Tell(root, model))];
    }

    /// <summary>What is told of each method, and what a build with the analyzers does: neither throws.</summary>
    public static string[] Analyze(Compilation compilation)
    {
        try
        {
            AnalyzerTest.Analyze(compilation).GetAwaiter().GetResult();
        }
        catch (Exception e) when (!e.ToString().Contains("TopHalf.Analyzers.Effects.", StringComparison.Ordinal) && e is not CheckFailedException)
        {
            // Roslyn itself cannot read it: 4.14 fails on an extension block in a variant interface.
            return [];
        }

        return Tell(compilation);
    }

    /// <summary>The same, in any order and on several threads at a time.</summary>
    public static string[] TellShuffled(Compilation compilation, int seed)
    {
        var model = new EffectModel(compilation, new EffectTable());
        IMethodSymbol[] roots = [.. Methods(compilation)];
        int[] order = [.. Enumerable.Range(0, roots.Length)];
        new Random(seed).Shuffle(order);
        var told = new string[roots.Length][];
        Parallel.ForEach(order, i => told[i] = Tell(roots[i], model));
        return [.. told.SelectMany(static t => t)];
    }

    private static string[] Tell(IMethodSymbol root, EffectModel model)
        => [.. Roots.Diagnose(model.GetCode(root, Env.Empty), model, CancellationToken.None).Select(static d =>
            $"{d.Id} {d.Location.SourceSpan} {d.GetMessage(CultureInfo.InvariantCulture)} {string.Join(" ", d.AdditionalLocations.Select(static l => l.SourceSpan))}")];

    private static IEnumerable<IMethodSymbol> Methods(Compilation compilation)
    {
        var containers = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
        while (containers.TryPop(out INamespaceOrTypeSymbol? container))
        {
            foreach (ISymbol member in container.GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                {
                    containers.Push(inner);
                }
                else if (member is IMethodSymbol method)
                {
                    yield return method;
                }
            }
        }
    }
}
