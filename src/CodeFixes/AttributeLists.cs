using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.CodeFixes;

/// <summary>Attributes of their own in brackets of their own, laid out like those beside them.</summary>
internal static class AttributeLists
{
    /// <summary>Puts an attribute before one of a member's lists; before the member itself where it has none.</summary>
    public static MemberDeclarationSyntax InsertBefore(MemberDeclarationSyntax member, int index, AttributeSyntax attribute)
    {
        SyntaxToken first = index < member.AttributeLists.Count ? member.AttributeLists[index].GetFirstToken() : FirstWord(member);
        bool startsLine = index == 0 || first.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        AttributeListSyntax list = List(attribute)
            .WithLeadingTrivia(first.LeadingTrivia)
            .WithTrailingTrivia(startsLine ? SyntaxFactory.ElasticLineFeed : SyntaxFactory.Space);

        // Comments stay in front; what is pushed down keeps its indentation.
        MemberDeclarationSyntax below = member.ReplaceToken(first, first.WithLeadingTrivia(startsLine ? Indentation(first) : []));
        return below.WithAttributeLists(below.AttributeLists.Insert(index, list));
    }

    /// <summary>Puts an attribute after one of a member's lists.</summary>
    public static MemberDeclarationSyntax InsertAfter(MemberDeclarationSyntax member, int index, AttributeSyntax attribute)
    {
        AttributeListSyntax above = member.AttributeLists[index];
        bool endsLine = above.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        AttributeListSyntax list = endsLine
            ? List(attribute).WithLeadingTrivia(Indentation(above.GetFirstToken())).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            : List(attribute).WithTrailingTrivia(above.GetTrailingTrivia());
        SyntaxList<AttributeListSyntax> lists = endsLine
            ? member.AttributeLists
            : member.AttributeLists.Replace(above, above.WithTrailingTrivia(SyntaxFactory.Space));
        return member.WithAttributeLists(lists.Insert(index + 1, list));
    }

    // Made nodes ask the formatter to lay out what is around them; here that would undo the author's one line.
    private static AttributeListSyntax List(AttributeSyntax attribute)
    {
        AttributeListSyntax list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute));
        return list.ReplaceTokens(
            list.DescendantTokens(),
            static (_, token) => token.WithLeadingTrivia(Rigid(token.LeadingTrivia)).WithTrailingTrivia(Rigid(token.TrailingTrivia)));

        static IEnumerable<SyntaxTrivia> Rigid(SyntaxTriviaList trivia)
            => trivia.Where(static t => !t.HasAnnotation(SyntaxAnnotation.ElasticAnnotation));
    }

    private static SyntaxToken FirstWord(MemberDeclarationSyntax member)
        => member.AttributeLists.Count == 0 ? member.GetFirstToken() : member.AttributeLists.Last().GetLastToken().GetNextToken();

    private static SyntaxTriviaList Indentation(SyntaxToken token)
        => token.LeadingTrivia.Count > 0 && token.LeadingTrivia.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? [token.LeadingTrivia.Last()] : [];
}
