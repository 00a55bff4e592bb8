using System.Diagnostics;
using Microsoft.CodeAnalysis;
using TopHalf.Analyzers.Effects;

namespace TopHalf.Benchmarks.EveryMethod;

/// <summary>What the first question about a member of the platform costs, which loads the tables, and what the others cost.</summary>
internal static class TableLoad
{
    public static string Measure(Compilation code)
    {
        IMethodSymbol[] members =
        [
            .. code.References.Select(code.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()
                .SelectMany(static a => Types(a.GlobalNamespace))
                .SelectMany(static t => t.GetMembers().OfType<IMethodSymbol>())
                .Where(static m => m.DeclaredAccessibility == Accessibility.Public),
        ];
        long start = Stopwatch.GetTimestamp();
        _ = LibraryTable.Find(members[0]);
        TimeSpan first = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        int known = members.Count(static m => LibraryTable.Find(m) is not null);
        TimeSpan all = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        _ = members.Count(static m => LibraryTable.Find(m) is not null);
        TimeSpan again = Stopwatch.GetElapsedTime(start);
        return $"{members.Length} members of the platform, {known} known: the first in {first.TotalMilliseconds:F1} ms, "
            + $"all {all.TotalMicroseconds / members.Length:F1} µs each, and {again.TotalMicroseconds / members.Length:F1} µs when asked again";
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol scope)
        => scope.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static m => m is INamedTypeSymbol type ? [type, .. Types(type)] : Types(m));
}
