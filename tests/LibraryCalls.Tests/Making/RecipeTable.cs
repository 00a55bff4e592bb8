using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>
/// The written recipes: <c>type [name of the parameter]: expression | expression</c>, or <c>via type: use</c> with the field as
/// <c>@</c>, or <c>inline expression</c>. <c>$0</c> is the first type argument, <c>#0a</c> its first value, <c>#0b</c> its second.
/// </summary>
internal sealed class RecipeTable
{
    private readonly Dictionary<string, string> _lines = new(StringComparer.Ordinal);

    public RecipeTable(string path)
    {
        foreach (string line in Repository.Read(path).Split('\n').Where(static l => l.Length > 0 && l[0] != '#'))
        {
            int colon = line.IndexOf(": ", StringComparison.Ordinal);
            _lines.Add(line[..colon], line[(colon + 2)..]);
        }
    }

    /// <summary>The recipe of a type for a parameter of a name, or for any.</summary>
    public Recipe? Find(ITypeSymbol type, string name, RecipeBook book)
        => Keys(type).SelectMany(key => new[] { $"{key} {name}", key })
            .Select(key => _lines.TryGetValue(key, out string? line) ? Read(line, type, book) : null)
            .FirstOrDefault(static r => r is not null);

    private static IEnumerable<string> Keys(ITypeSymbol type)
    {
        yield return Key(type);
        if (type is INamedTypeSymbol { IsGenericType: true } generic)
        {
            yield return Key(generic.ConstructUnboundGenericType());
        }
    }

    private static string Key(ITypeSymbol type) => TypeText.Of(type).Replace("global::", "", StringComparison.Ordinal);

    private static Recipe? Read(string line, ITypeSymbol type, RecipeBook book)
    {
        if (Fill(line, type, book) is not { } filled)
        {
            return null;
        }

        if (filled.StartsWith("inline ", StringComparison.Ordinal))
        {
            return new Recipe("", [], filled["inline ".Length..]);
        }

        if (filled.StartsWith("via ", StringComparison.Ordinal))
        {
            int colon = filled.IndexOf(": ", StringComparison.Ordinal);
            string[] use = filled[(colon + 2)..].Split(" = ", 2);
            string field = filled["via ".Length..colon];
            return use.Length == 2 ? new Recipe(field, [.. use[1].Split(" | ")], use[0]) : book.Named(field) is { } held ? held with { Use = use[0] } : null;
        }

        return new Recipe(TypeText.Of(type), [.. filled.Split(" | ")]);
    }

    private static string? Fill(string line, ITypeSymbol type, RecipeBook book)
    {
        ImmutableArray<ITypeSymbol> arguments = TypeText.AllArguments(type);
        for (int i = 0; i < arguments.Length; i++)
        {
            line = line.Replace($"${i}", TypeText.Of(arguments[i]), StringComparison.Ordinal);
            for (char variant = 'a'; variant <= 'd'; variant++)
            {
                string hole = $"#{i}{variant}";
                if (!line.Contains(hole, StringComparison.Ordinal))
                {
                    continue;
                }

                if (book.Find(arguments[i], "", 1) is not { } recipe)
                {
                    return null;
                }

                line = line.Replace(hole, recipe.At(variant - 'a'), StringComparison.Ordinal);
            }
        }

        return line;
    }
}
