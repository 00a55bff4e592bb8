namespace TopHalf.Declarations;

/// <summary>
/// The values of <c>Interrupt.Index</c> for which a descriptor is run: its stride gives each of them a register. A number for each vector
/// of a range, and within it one for each bit, where the descriptor is run for each bit.
/// </summary>
/// <param name="Outer">How many vectors the longest range has.</param>
/// <param name="Bits">The bits within one of them; a single one where bits do not count.</param>
internal readonly record struct SourceIndices(int Outer, ulong Bits)
{
    /// <summary>The highest one.</summary>
    public int Last => (Outer * Width) - 1;

    private int Width => BitMask.Width(Bits);

    /// <summary>All of them, from the lowest.</summary>
    public IEnumerable<int> All => Enumerable.Range(0, Last + 1).Where(Contains);

    /// <summary>Whether one of the sources has this number.</summary>
    public bool Contains(int index) => index >= 0 && index <= Last && ((Bits >> (BitMask.Lowest(Bits) + (index % Width))) & 1) != 0;

    /// <summary>Those of a descriptor; null where it stands in for nobody.</summary>
    public static SourceIndices? Of(DeclaredDriver driver, Descriptor descriptor)
    {
        HandlerGroup[] groups = [.. driver.Groups.Where(g => g.Effective.Contains(descriptor))];
        return groups.Length == 0
            ? null
            : new SourceIndices(
                groups.SelectMany(static g => g.Handlers[0].Vectors).Max(static v => v.Count),
                groups.SelectMany(static g => g.Handlers).Select(h => BitsOf(h, descriptor)).FirstOrDefault(static b => b != 0) is not 0 and ulong bits ? bits : 1);
    }

    // What the class says is done once around all of a vector's handlers, and so is the read of the status register, whoever names it.
    private static ulong BitsOf(ParsedHandler handler, Descriptor descriptor)
        => descriptor.Role != AttributeKind.Pending && handler.Own.Bits is { Each: true } bits && handler.Own.All.Contains(descriptor) ? bits.Mask : 0;
}
