using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>
/// The text of a declaration without what no declaration can depend on: bodies, initial values of what is no constant, spaces
/// and comments. Takes the hash of it, and the names in those parts of it that may decide what a constant or an attribute is.
/// </summary>
internal sealed class DeclarationText
{
    private TextHash _hash = new();

    public DeclarationText(Surroundings surroundings)
    {
        _hash.Add(surroundings.Hash);
        Mentions = [.. surroundings.Mentions];
    }

    public ulong Hash => _hash.Value;

    public HashSet<string> Mentions { get; }

    /// <summary>Adds a type's name as something around other declarations.</summary>
    public void AddName(string name, int arity)
    {
        _hash.Add(name);
        _hash.Add((ulong)arity);
        Mentions.Add(name);
    }

    /// <summary>Adds all of a node.</summary>
    public void Add(SyntaxNode node, bool mention)
    {
        // Not recursive: a sum of ten thousand terms is as deep a tree.
        foreach (SyntaxNodeOrToken part in node.DescendantNodesAndTokensAndSelf(static n => !IsBehaviour(n)))
        {
            if (part.IsToken)
            {
                Add(part.AsToken(), mention);
                continue;
            }

            // Where code is broken, the same words can be understood in different ways.
            _hash.Add((ulong)part.RawKind);
            if (mention && part.AsNode() is AttributeSyntax attribute)
            {
                Mentions.Add(RightMost(attribute.Name) + nameof(Attribute));
            }
        }
    }

    /// <summary>Adds a type with its members; of the types in it, which are on their own, only that they are there.</summary>
    /// <param name="type">The type.</param>
    /// <param name="mentionAll">All its names count; else those of base types, constants, and members with attributes.</param>
    public void AddType(MemberDeclarationSyntax type, bool mentionAll)
    {
        _hash.Add((ulong)type.RawKind);
        foreach (SyntaxNodeOrToken child in type.ChildNodesAndTokens())
        {
            switch (child.AsNode())
            {
                case null:
                    Add(child.AsToken(), mentionAll);
                    break;
                case BaseTypeDeclarationSyntax nested:
                    AddName(nested, nested.Identifier);
                    break;
                case DelegateDeclarationSyntax nested:
                    AddName(nested, nested.Identifier);
                    break;
                case AttributeListSyntax or BaseListSyntax or EnumMemberDeclarationSyntax:
                    Add(child.AsNode()!, mention: true);
                    break;
                case MemberDeclarationSyntax member:
                    Add(member, mentionAll || CanMatter(member));
                    break;
                case { } other:
                    Add(other, mentionAll);
                    break;
            }
        }
    }

    // A nested type can take the name of a generated member, if it can be seen.
    private void AddName(MemberDeclarationSyntax nested, SyntaxToken name)
    {
        _hash.Add((ulong)nested.RawKind);
        foreach (SyntaxToken modifier in nested.Modifiers)
        {
            Add(modifier, mention: false);
        }

        Add(name, mention: false);
    }

    private void Add(SyntaxToken token, bool mention)
    {
        _hash.Add(token.Text);
        if (mention && token.IsKind(SyntaxKind.IdentifierToken))
        {
            Mentions.Add(token.ValueText);
        }
    }

    // A constant, something with attributes, something that a driver may override, that a generated member may clash with, or that
    // an address may take if its type is the one that has this name almost everywhere.
    private static bool CanMatter(MemberDeclarationSyntax member)
        => member.AttributeLists.Count > 0
            || member.Modifiers.Any(static m => m.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.VirtualKeyword
                or SyntaxKind.AbstractKeyword or SyntaxKind.OverrideKeyword)
            || (member is FieldDeclarationSyntax { Declaration.Type: NameSyntax field } && IsNumber(field))
            || (member is PropertyDeclarationSyntax { Type: NameSyntax property } && IsNumber(property))
            || member is MethodDeclarationSyntax
            {
                Identifier.ValueText: KnownNames.ManifestMember or KnownNames.EnableInterruptsMember
                    or KnownNames.RunInterruptsMember or KnownNames.DispatcherMember
            };

    private static bool IsNumber(NameSyntax type) => RightMost(type) is nameof(UInt32) or nameof(Int32);

    private static bool IsBehaviour(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax or ConstructorInitializerSyntax => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } }
            => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    private static string RightMost(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
