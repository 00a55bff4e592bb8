using System.Globalization;
using System.Text;
using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The name of the generated file of a driver: one file for each.</summary>
internal static class HintName
{
    public static string Of(DriverModel driver)
    {
        var name = new StringBuilder();
        Append(name, driver.Namespace);
        foreach (TypeShell container in driver.Containers)
        {
            Append(name, container);
        }

        Append(name, driver.Shell);
        return name.Append(".g.cs").ToString();
    }

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
