using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What the types of a file say they derive from, by name. Text alone tells, so what was found stays true as long as the text does; and
/// no symbol is made of what nobody asks for.
/// </summary>
internal sealed class TypeHeads
{
    private static readonly ConditionalWeakTable<SyntaxTree, TypeHeads> Known = new();

    private TypeHeads(SyntaxTree tree)
    {
        var bases = new List<(string, TypeDeclarationSyntax)>();
        var aliases = new List<(string, string)>();
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            switch (node)
            {
                case UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias } directive:
                    aliases.Add((TypeNames.Rightmost(directive.Name) ?? alias, alias));
                    break;
                case TypeDeclarationSyntax type:
                    bases.AddRange((type.BaseList?.Types ?? default).Select(b => (TypeNames.Rightmost(b.Type) ?? "", type)));
                    if (type is RecordDeclarationSyntax)
                    {
                        bases.Add((nameof(IEquatable<>), type));
                    }

                    break;
            }
        }

        Bases = bases;
        Aliases = aliases;
    }

    /// <summary>The last name of each type in a list of bases, and the declaration that the list is of.</summary>
    public IReadOnlyList<(string Base, TypeDeclarationSyntax Type)> Bases { get; }

    /// <summary>The last name of what an alias stands for, and the alias.</summary>
    public IReadOnlyList<(string Target, string Alias)> Aliases { get; }

    /// <summary>Those of a file.</summary>
    public static TypeHeads Of(SyntaxTree tree) => Known.GetValue(tree, static t => new TypeHeads(t));
}
