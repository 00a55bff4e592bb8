using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.CompilerTesting.Fire;

/// <summary>Damages sources as typing, pasting and merging do, and worse.</summary>
/// <param name="sources">What a damaged source gets appended.</param>
/// <param name="words">What it gets inserted.</param>
public sealed class Mutation(string[] sources, string[] words)
{
    /// <summary>One of the sources, with one to four damages.</summary>
    public string Any(Random random) => Damage(Pick(sources, random), random);

    /// <summary>A source with one to four damages.</summary>
    public string Damage(string source, Random random)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            source = Once(source, random);
        }

        return source;
    }

    /// <summary>Words without any sense.</summary>
    public string Soup(Random random)
        => string.Concat(Enumerable.Range(0, random.Next(5, 120)).Select(_ => Pick(words, random) + (random.Next(3) == 0 ? "" : " ")));

    private string Once(string source, Random random)
    {
        // Whole tokens: most damage to characters gives words that mean nothing at all.
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens()];
        SyntaxToken one = Pick(tokens, random), other = Pick(tokens, random);
        int at = random.Next(source.Length + 1);
        int length = random.Next(Math.Min(40, source.Length - at + 1));
        return random.Next(9) switch
        {
            0 => source[..at],
            1 => source.Remove(at, length),
            2 => source.Insert(at, source.Substring(at, length)),
            3 => source.Insert(at, Pick(words, random)),
            4 => Replace(source, one, ""),
            5 => Replace(source, one, Pick(words, random)),
            6 => Replace(source, one, other.Text),
            7 => source + "\n" + Pick(sources, random),
            _ => source.Insert(at, ((char)random.Next(char.MaxValue + 1)).ToString()),
        };
    }

    private static string Replace(string source, SyntaxToken token, string by)
        => source.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, by);

    private static T Pick<T>(T[] items, Random random) => items[random.Next(items.Length)];
}
