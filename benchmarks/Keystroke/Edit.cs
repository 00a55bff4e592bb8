using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace TopHalf.Benchmarks.Keystroke;

/// <summary>A place in a file where somebody types: a number there gets another value with each keystroke.</summary>
/// <param name="Name">What is edited.</param>
/// <param name="File">The index of the file.</param>
/// <param name="Before">The text before the number.</param>
internal sealed record Edit(string Name, int File, string Before)
{
    public static readonly Edit[] All =
    [
        new("a method's body in another file", 1500, "int sum = first"),
        new("a member's name in another file", 1500, "public int Method3"),
        new("a constant in another file", 1500, "+ 1"),
        new("a type's name in another file", 1500, "public class Service1500"),
        new("a handler's body", 50, "irq.Signals"),
        new("an argument of a handler's attribute", 50, "[MsiVector(0"),
    ];

    /// <summary>The project after the keystroke of this number, parsed as an editor does: only what changed.</summary>
    public CSharpCompilation Apply(CSharpCompilation project, int number)
    {
        SyntaxTree tree = project.SyntaxTrees[File];
        SourceText text = tree.GetText();
        int at = text.ToString().IndexOf(Before, StringComparison.Ordinal);
        string typed = ((uint)number % 9 + 1).ToString(CultureInfo.InvariantCulture);
        SourceText edited = text.WithChanges(new TextChange(new TextSpan(at + Before.Length, 0), typed));
        return project.ReplaceSyntaxTree(tree, tree.WithChangedText(edited));
    }
}
