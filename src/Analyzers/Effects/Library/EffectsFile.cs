using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TopHalf.Analyzers.Effects;

/// <summary>A user's InterruptEffects.txt: the effects of code that cannot be annotated, each with the reason to believe it.</summary>
internal static class EffectsFile
{
    /// <summary>The name of the additional file.</summary>
    public const string Name = "InterruptEffects.txt";

    /// <summary>A line that says something: what it says, or what is wrong with it.</summary>
    public readonly record struct Line(string Id, EffectEntry? Entry, string Error, Location Location);

    /// <summary>Whether a file is one.</summary>
    public static bool Is(AdditionalText file) => System.IO.Path.GetFileName(file.Path) == Name;

    /// <summary>All lines of all files.</summary>
    public static ImmutableArray<Line> Read(AnalyzerOptions options, CancellationToken cancellation)
        => [.. options.AdditionalFiles.Where(Is).SelectMany(f => Read(f, cancellation))];

    /// <summary>What the lines say, without those that are not understood.</summary>
    public static EffectTable ToTable(ImmutableArray<Line> lines)
    {
        var table = new EffectTable();
        foreach (Line line in lines)
        {
            if (line.Entry is { } entry)
            {
                table.Add(line.Id, entry);
            }
        }

        return table;
    }

    /// <summary>The lines of one file.</summary>
    public static IEnumerable<Line> Read(AdditionalText file, CancellationToken cancellation)
    {
        if (file.GetText(cancellation) is not { } source)
        {
            yield break;
        }

        foreach (TextLine line in source.Lines)
        {
            string text = line.ToString();
            if (EffectLine.IsComment(text))
            {
                continue;
            }

            // Without the blanks around it.
            int start = line.Start + text.Length - text.TrimStart().Length;
            var span = TextSpan.FromBounds(start, start + text.Trim().Length);
            var location = Location.Create(file.Path, span, source.Lines.GetLinePositionSpan(span));
            if (EffectLine.Parse(text, out string error) is not { } parsed)
            {
                yield return new Line("", null, error, location);
            }
            else if (parsed.Entry.Why.Length == 0)
            {
                yield return new Line(parsed.Id, null, "the reason is missing", location);
            }
            else
            {
                yield return new Line(parsed.Id, parsed.Entry, "", location);
            }
        }
    }

    /// <summary>Whether an id names something: a member, all members of a name, a type or a namespace.</summary>
    public static bool Resolves(string id, Compilation compilation)
    {
        if (!DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation).IsEmpty)
        {
            return true;
        }

        int dot = id.LastIndexOf('.');
        if (dot < 0 || id[0] != 'M')
        {
            return false;
        }

        string name = id.Substring(dot + 1).Replace('#', '.');
        return DocumentationCommentId.GetSymbolsForDeclarationId("T:" + id.Substring(2, dot - 2), compilation)
            .OfType<INamedTypeSymbol>()
            .Any(type => type.GetMembers().OfType<IMethodSymbol>().Any(m => m.MetadataName == name));
    }
}
