using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>What an editor shows below the title of a rule: the first paragraph of its page, without the page's markup.</summary>
/// <remarks>Read when it is first asked for, which a build never does: it shows messages only.</remarks>
/// <param name="id">The rule's.</param>
public sealed class RuleDescription(string id) : LocalizableString
{
    /// <summary>The file that has all of them, a line for each.</summary>
    public const string File = "RuleDescriptions.txt";

    private static readonly Lazy<ImmutableDictionary<string, string>> ById = new(Read);

    private readonly string _id = id;

    protected override string GetText(IFormatProvider? formatProvider) => ById.Value.TryGetValue(_id, out string? text) ? text : "";

    protected override int GetHash() => StringComparer.Ordinal.GetHashCode(_id);

    protected override bool AreEqual(object? other) => other is RuleDescription description && description._id == _id;

    private static ImmutableDictionary<string, string> Read()
    {
        using Stream stream = typeof(RuleDescription).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream);
        var lines = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            int colon = line.IndexOf(':');
            lines.Add(line.Substring(0, colon), line.Substring(colon + 1).TrimStart());
        }

        return lines.ToImmutable();
    }
}
