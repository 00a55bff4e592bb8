using System.Collections.Immutable;

namespace TopHalf.Declarations;

/// <summary>What is needed to open a partial type again in another file.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>interface</c>, <c>record</c> or <c>record struct</c>.</param>
/// <param name="Name">The type's name, without any <c>@</c>.</param>
/// <param name="TypeParameters">The names of its type parameters.</param>
public sealed record TypeShell(string Keyword, string Name, EquatableArray<string> TypeParameters)
{
    public TypeShell(string keyword, string name)
        : this(keyword, name, new EquatableArray<string>(ImmutableArray<string>.Empty))
    {
    }
}
