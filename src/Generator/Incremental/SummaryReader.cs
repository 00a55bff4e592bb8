using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The syntax of a file → its summary. Looks into no body.</summary>
internal sealed class SummaryReader
{
    private readonly List<TypeSummary> _types = [];
    private readonly HashSet<string> _globalMentions = [];
    private readonly HashSet<(string Name, SyntaxKind Kind)> _names = [];
    private TextHash _global = new();

    /// <summary>Reads a file from its root.</summary>
    public static FileSummary Read(SyntaxNode root)
    {
        var reader = new SummaryReader();
        if (root is CompilationUnitSyntax unit)
        {
            reader.ReadScope(unit.Externs, unit.Usings, unit.Members, Surroundings.None);
            reader.ReadAssemblyAttributes(unit);
        }

        return new FileSummary([.. reader._types], reader._global.Value, reader._globalMentions);
    }

    private void ReadScope(
        SyntaxList<ExternAliasDirectiveSyntax> externs,
        SyntaxList<UsingDirectiveSyntax> usings,
        SyntaxList<MemberDeclarationSyntax> members,
        Surroundings outer)
    {
        // What a name means in a file depends on its usings, so they count as a part of each type there.
        var header = new DeclarationText(outer);
        foreach (ExternAliasDirectiveSyntax alias in externs)
        {
            header.Add(alias, mention: true);
        }

        foreach (UsingDirectiveSyntax directive in usings)
        {
            if (directive.GlobalKeyword.IsKind(SyntaxKind.None))
            {
                header.Add(directive, mention: true);
            }
            else
            {
                var text = new DeclarationText(Surroundings.None);
                text.Add(directive, mention: true);
                AddGlobal(text);
            }
        }

        ReadMembers(members, outer with { Hash = header.Hash, Mentions = header.Mentions });
    }

    // They say of whom the assembly is a friend, and what holds for all of it: of each driver, without a word there.
    private void ReadAssemblyAttributes(CompilationUnitSyntax unit)
    {
        if (unit.AttributeLists.Count > 0)
        {
            var text = new DeclarationText(Surroundings.None);
            foreach (SyntaxNode node in unit.Usings.Concat<SyntaxNode>(unit.AttributeLists))
            {
                text.Add(node, mention: true);
            }

            AddGlobal(text);
        }
    }

    private void AddGlobal(DeclarationText text)
    {
        _global.Add(text.Hash);
        _globalMentions.UnionWith(text.Mentions);
    }

    private void ReadMembers(SyntaxList<MemberDeclarationSyntax> members, Surroundings surroundings)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    ReadNamespace(space, surroundings);
                    break;
                case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                    ReadType(member, surroundings);
                    break;
                case GlobalStatementSyntax:
                    // Statements at the top are a part of a class that is written nowhere, and their variables are seen from
                    // all files, if only to be refused there (CS8801).
                    AddName("Program", SyntaxKind.GlobalStatement);
                    AddDeclaredNames(member);
                    break;
                default:
                    // Members outside of types are errors, whose names are found nevertheless.
                    AddDeclaredNames(member);
                    break;
            }
        }
    }

    private void ReadNamespace(BaseNamespaceDeclarationSyntax space, Surroundings outer)
    {
        var name = new DeclarationText(outer);
        name.Add(space.Name, mention: true);
        string first = "";
        foreach (SyntaxToken token in space.Name.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                first = first.Length == 0 ? token.ValueText : first;
                AddName(token.ValueText, SyntaxKind.NamespaceDeclaration);
            }
        }

        bool isReserved = outer.IsReserved || (outer.IsGlobal && first is KnownNames.Namespace or nameof(System));
        ReadScope(space.Externs, space.Usings, space.Members, new Surroundings(name.Hash, name.Mentions, isReserved, IsGlobal: false));
    }

    // What comes or goes can change what the rest of the project means by its name.
    private void AddName(string name, SyntaxKind kind)
    {
        if (_names.Add((name, kind)))
        {
            _types.Add(new TypeSummary(name, (ulong)kind, []));
        }
    }

    private void AddDeclaredNames(MemberDeclarationSyntax member)
    {
        foreach (SyntaxToken token in member.DescendantTokens())
        {
            bool isDeclared = token.IsKind(SyntaxKind.IdentifierToken)
                && (token.Parent is not NameSyntax || member is not GlobalStatementSyntax);
            if (isDeclared)
            {
                AddName(token.ValueText, member.Kind());
            }
        }
    }

    private void ReadType(MemberDeclarationSyntax type, Surroundings outer)
    {
        string name = type switch
        {
            BaseTypeDeclarationSyntax t => t.Identifier.ValueText,
            DelegateDeclarationSyntax d => d.Identifier.ValueText,
            _ => "",
        };
        // Drivers, their other parts, and what our namespace declares: whatever they say can be read for a model.
        bool isReadWhole = type.AttributeLists.Count > 0 || type.Modifiers.Any(SyntaxKind.PartialKeyword) || outer.IsReserved;
        var text = new DeclarationText(outer);
        text.AddType(type, isReadWhole);
        _types.Add(new TypeSummary(name, text.Hash, text.Mentions));
        if (outer.IsReserved)
        {
            _global.Add(text.Hash);
        }

        if (type is TypeDeclarationSyntax { Members.Count: > 0 } container)
        {
            var inner = new DeclarationText(outer);
            inner.AddName(name, container.Arity);
            ReadMembers(container.Members, outer with { Hash = inner.Hash, Mentions = inner.Mentions });
        }
    }
}
