using Microsoft.CodeAnalysis.CSharp;
using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>Names of the author's as C# text.</summary>
internal static class Identifiers
{
    /// <summary>
    /// A name, with <c>@</c> where it is a keyword, be it only in some places: <c>record</c> is a fine name for a method
    /// but not for a type, and one rule for both is easier to trust.
    /// </summary>
    public static string Escape(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>
    /// The name of a type that is declared. One of small letters only gets <c>@</c>: without it C# warns (CS8981) at each
    /// part of the type, and the author cannot silence it at ours.
    /// </summary>
    public static string EscapeDeclared(string typeName)
        => typeName.All(static c => c is >= 'a' and <= 'z') ? "@" + typeName : Escape(typeName);

    /// <summary>A namespace with dots.</summary>
    public static string EscapeNamespace(string space) => string.Join(".", space.Split('.').Select(Escape));

    /// <summary>The driver class with everything around it, after <c>global::</c>.</summary>
    public static string GlobalName(DriverModel driver)
    {
        string space = driver.Namespace.Length == 0 ? "" : EscapeNamespace(driver.Namespace) + ".";
        string outer = string.Concat(driver.Containers.Select(static c => WithTypeParameters(c, Escape(c.Name)) + "."));
        return "global::" + space + outer + WithTypeParameters(driver.Shell, Escape(driver.Shell.Name));
    }

    /// <summary>The driver class with everything around it, as people read it.</summary>
    public static string DisplayName(DriverModel driver)
    {
        string space = driver.Namespace.Length == 0 ? "" : driver.Namespace + ".";
        return space + string.Concat(driver.Containers.Select(static c => c.Name + ".")) + driver.Shell.Name;
    }

    /// <summary>The line that opens a type: <c>partial class Name&lt;T&gt;</c>.</summary>
    public static string Reopen(TypeShell shell)
        => $"partial {shell.Keyword} {WithTypeParameters(shell, EscapeDeclared(shell.Name))}";

    private static string WithTypeParameters(TypeShell shell, string name) => shell.TypeParameters.Count == 0
        ? name
        : $"{name}<{string.Join(", ", shell.TypeParameters.Select(EscapeDeclared))}>";
}
