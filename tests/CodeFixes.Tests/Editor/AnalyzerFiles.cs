using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TopHalf.CodeFixes.Tests.Editor;

/// <summary>
/// Generator, analyzers and fixes as the package gives them to a project: as files, in which an editor looks for what is marked.
/// Who is not marked is not found here either.
/// </summary>
internal static class AnalyzerFiles
{
    private static readonly Loader FromDisk = new();

    /// <summary>The references of a project that has the package.</summary>
    public static IReadOnlyList<AnalyzerFileReference> References { get; } =
    [
        .. new[] { "TopHalf.Declarations", "TopHalf.Generator", "TopHalf.Analyzers", "TopHalf.CodeFixes" }
            .Select(static name => new AnalyzerFileReference(Path.Combine(AppContext.BaseDirectory, name + ".dll"), FromDisk)),
    ];

    /// <summary>The fixes that those files export.</summary>
    public static IReadOnlyList<CodeFixProvider> Fixes { get; } =
    [
        .. References.SelectMany(static r => r.GetAssembly().GetTypes())
            .Where(static t => t.GetCustomAttribute<ExportCodeFixProviderAttribute>() is { } export && export.Languages.Contains(LanguageNames.CSharp))
            .Select(static t => (CodeFixProvider)Activator.CreateInstance(t)!),
    ];

    // These tests have the same files loaded already.
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => AssemblyLoadContext.Default.LoadFromAssemblyPath(fullPath);
    }
}
