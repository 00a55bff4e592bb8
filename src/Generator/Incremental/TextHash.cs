namespace TopHalf.Generator;

/// <summary>A hash of texts in their order: FNV-1a, 64 bits, so that no two states of one project meet by accident.</summary>
internal struct TextHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private ulong _value;

    public TextHash() => _value = Offset;

    public readonly ulong Value => _value;

    public void Add(string text)
    {
        foreach (char c in text)
        {
            Add(c);
        }

        // Ends the text, so that "a", "bc" is another thing than "ab", "c". No text of a token has this character.
        Add('\uFFFF');
    }

    public void Add(ulong value) => _value = unchecked((_value ^ value) * Prime);
}
