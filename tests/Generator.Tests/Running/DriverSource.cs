namespace TopHalf.Generator.Tests.Running;

/// <summary>Sources of drivers.</summary>
internal static class DriverSource
{
    /// <summary>A driver class with attributes and members.</summary>
    public static string Class(string attributes, string members)
        => $"using TopHalf;\n[InterruptDriver]\n{attributes}\npublic partial class MyDriver\n{{\n{members}\n}}\n";
}
