using System.Globalization;

namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>Words at addresses that are multiples of eight, zero where nobody has written.</summary>
internal sealed class ModelMemory
{
    private readonly SortedDictionary<ulong, ulong> _words = [];

    public ulong this[ulong address]
    {
        get => _words.GetValueOrDefault(Aligned(address));
        set => _words[Aligned(address)] = value;
    }

    public string Key => string.Join(',', _words.Select(static word => string.Create(CultureInfo.InvariantCulture, $"{word.Key:X}={word.Value:X}")));

    public ModelMemory Copy()
    {
        var copy = new ModelMemory();
        foreach ((ulong address, ulong value) in _words)
        {
            copy._words.Add(address, value);
        }

        return copy;
    }

    private static ulong Aligned(ulong address)
        => address % 8 == 0 ? address : throw new ArgumentException($"0x{address:X} is no multiple of 8.", nameof(address));
}
