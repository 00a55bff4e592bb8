namespace TopHalf.CodeFixes.Tests;

/// <summary>Every fix of the assembly.</summary>
internal static class AllFixes
{
    public static IReadOnlyList<DriverCodeFix> Instances { get; } =
    [
        .. typeof(DriverCodeFix).Assembly.GetTypes()
            .Where(static t => t.IsSubclassOf(typeof(DriverCodeFix)))
            .OrderBy(static t => t.Name, StringComparer.Ordinal)
            .Select(static t => (DriverCodeFix)Activator.CreateInstance(t)!),
    ];
}
