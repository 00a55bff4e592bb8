namespace TopHalf.LibraryCalls.Tests;

/// <summary>One call of one member, with its type parameters filled.</summary>
/// <param name="Number">Names its method in the compiled cases.</param>
/// <param name="Member">The documentation-comment id of the member's definition.</param>
/// <param name="Call">The call in C#.</param>
/// <param name="Fields">What holds the receiver and the arguments: of each the field, and <c>r</c> or which argument it is.</param>
/// <param name="Receivers">How many receivers there are to try.</param>
internal sealed record Case(int Number, string Member, string Call, IReadOnlyList<string> Fields, int Receivers)
{
    /// <summary>How many arguments have values to try.</summary>
    public int Arguments => Fields.Count(static f => f[0] != 'r');

    /// <summary>Its source.</summary>
    public string Text => $$"""
            [TopHalf.InterruptSafe]
            public static void Call{{Number}}() { {{Call}} }

        """;
}
