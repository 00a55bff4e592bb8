using System.Collections.Immutable;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>How a value of a type is made, in C#.</summary>
/// <param name="Field">The type of the field that holds it during the call; empty where the expression stands in the call itself.</param>
/// <param name="Values">Several expressions of that type: where a member throws for one, it may not for another.</param>
/// <param name="Use">The argument: <c>@</c> stands for the field. A span is made of an array this way.</param>
internal sealed record Recipe(string Field, ImmutableArray<string> Values, string Use = "@")
{
    /// <summary>Whether it needs no field.</summary>
    public bool IsInline => Field.Length == 0;

    /// <summary>One of the values as an expression that stands for itself.</summary>
    public string At(int variant) => IsInline ? Use : Use.Replace("@", $"(({Field})({Values[variant % Values.Length]}))", StringComparison.Ordinal);
}
