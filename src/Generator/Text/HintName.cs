using System.Globalization;
using System.Text;
using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The name of the generated file of a driver: one file for each.</summary>
internal static class HintName
{
    private const string Extension = ".g.cs";

    /// <summary>The name as long as no other driver's differs in case only.</summary>
    public static string Of(DriverModel driver)
    {
        var name = new StringBuilder();
        Append(name, driver.Namespace);
        foreach (TypeShell container in driver.Containers)
        {
            Append(name, container);
        }

        Append(name, driver.Shell);
        return name.Append(Extension).ToString();
    }

    /// <summary>The name, told apart from the others by its capitals and the kinds of types where it is one of the clashes.</summary>
    public static string Of(DriverModel driver, EquatableArray<string> clashes)
    {
        string name = Of(driver);
        return clashes.Contains(name) ? MarkCapitals(name.Substring(0, name.Length - Extension.Length)) + Kinds(driver) + Extension : name;
    }

    /// <summary>
    /// Names that differ in case only, since files may be one on a disk, or not at all, as those of a class and a record of one
    /// name: C# refuses these, but Roslyn throws at the second file of a name.
    /// </summary>
    public static EquatableArray<string> FindClashes(IEnumerable<string> names) => new([.. names
        .GroupBy(static n => n, StringComparer.OrdinalIgnoreCase)
        .Where(static same => same.Skip(1).Any())
        .SelectMany(static same => same.Distinct(StringComparer.Ordinal))
        .OrderBy(static n => n, StringComparer.Ordinal)]);

    // "-u" is in no other name: after '-' there are only digits and capital hexadecimal ones.
    private static string MarkCapitals(string name)
        => string.Concat(name.Select(static c => char.ToUpperInvariant(c) == c && char.ToLowerInvariant(c) != c ? "-u" + c : c.ToString()));

    private static string Kinds(DriverModel driver) => string.Concat(driver.Containers.Append(driver.Shell)
        .Where(static t => t.Keyword != "class")
        .Select(static t => "-" + t.Keyword.Replace(' ', '-')));

    // '-' is in no identifier, so Outer<T> and Outer_1 stay apart.
    private static void Append(StringBuilder name, TypeShell shell)
        => Append(name, shell.TypeParameters.Count == 0 ? shell.Name : $"{shell.Name}-{Literals.Number(shell.TypeParameters.Count)}");

    private static void Append(StringBuilder name, string part)
    {
        if (part.Length > 0 && name.Length > 0)
        {
            name.Append('.');
        }

        foreach (char c in part)
        {
            // Identifiers may have characters that Roslyn refuses in a file name.
            if (char.IsLetterOrDigit(c) || c is '.' or '_' or '-')
            {
                name.Append(c);
            }
            else
            {
                name.Append('-').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
        }
    }
}
