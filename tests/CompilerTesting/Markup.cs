using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace TopHalf.CompilerTesting;

/// <summary>Source with <c>{|ID:…|}</c> around the spans where diagnostics are expected; spans may lie in each other.</summary>
/// <param name="Text">The source without the marks.</param>
/// <param name="Expected">The expected diagnostics, by position.</param>
public sealed partial record Markup(string Text, IReadOnlyList<(string Id, TextSpan Span)> Expected)
{
    /// <summary>Takes the marks out of a source.</summary>
    public static Markup Parse(string source)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var expected = new List<(string Id, TextSpan Span)>();
        int position = 0;
        foreach (Match mark in Mark().Matches(source))
        {
            text.Append(source, position, mark.Index - position);
            position = mark.Index + mark.Length;
            if (mark.Groups["id"] is { Success: true } id)
            {
                open.Push((id.Value, text.Length));
            }
            else
            {
                (string opened, int start) = open.Count > 0
                    ? open.Pop()
                    : throw new CheckFailedException("The markup closes a span that it did not open.");
                expected.Add((opened, TextSpan.FromBounds(start, text.Length)));
            }
        }

        text.Append(source, position, source.Length - position);
        return open.Count == 0
            ? new Markup(text.ToString(), [.. expected.OrderBy(static e => e.Span.Start).ThenBy(static e => e.Id, StringComparer.Ordinal)])
            : throw new CheckFailedException("The markup leaves a span open.");
    }

    [GeneratedRegex(@"\{\|(?<id>[A-Z]+[0-9]+):|\|\}")]
    private static partial Regex Mark();
}
