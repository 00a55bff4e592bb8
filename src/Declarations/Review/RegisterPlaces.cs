namespace TopHalf.Declarations;

/// <summary>The bytes of the registers that a descriptor reads or writes: one, or with a stride one for each source.</summary>
/// <param name="First">That of the first source.</param>
/// <param name="Stride">Bytes from one to the next; 0 where there is one.</param>
/// <param name="Sources">Which of them there are.</param>
internal sealed record RegisterPlaces(RegisterPlace First, uint Stride, SourceIndices Sources)
{
    private static readonly SourceIndices Single = new(1, 1);

    /// <summary>Those that the declaration tells: of a stride that the driver object knows, and of one behind an address register, the first.</summary>
    public static RegisterPlaces Of(DeclaredDriver driver, Descriptor descriptor)
        => descriptor.Address is { Stride: not 0 and uint stride, IndexStride: 0 } && SourceIndices.Of(driver, descriptor) is { } sources
            ? new RegisterPlaces(descriptor.Place, stride, sources)
            : new RegisterPlaces(descriptor.Place, 0, Single);

    /// <summary>The first of these an access of which is an access of one of the others; null where there is none.</summary>
    public RegisterPlace? Shared(RegisterPlaces others)
    {
        foreach (int index in Sources.All)
        {
            if (At(index) is var place && others.Overlaps(place))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Whether an access of one of them is an access of the other.</summary>
    public bool Overlaps(RegisterPlace other)
    {
        if (Stride == 0 || other.Last < First.Offset)
        {
            return First.Overlaps(other);
        }

        // From the last that begins in or before the other; those before the first that ends before it do too.
        for (ulong index = Math.Min((other.Last - First.Offset) / Stride, (ulong)Sources.Last); At((int)index).Last >= other.Offset; index--)
        {
            if (Sources.Contains((int)index) && At((int)index).Overlaps(other))
            {
                return true;
            }

            if (index == 0)
            {
                break;
            }
        }

        return false;
    }

    private RegisterPlace At(int index) => First with { Offset = First.Offset + ((ulong)index * Stride) };
}
