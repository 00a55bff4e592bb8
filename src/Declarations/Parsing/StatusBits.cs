using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>The bits of the status register that lead to a handler, as they were written.</summary>
internal sealed class StatusBits
{
    private StatusBits(AttributeData source)
    {
        Source = source;
        Mask = (ulong)source.Argument(KnownNames.MaskArgument)!;
        Each = source.Argument(KnownNames.Each) is true;
    }

    public AttributeData Source { get; }

    public ulong Mask { get; }

    /// <summary>One call for each set bit.</summary>
    public bool Each { get; }

    /// <summary>Reads the attribute; null where the C# compiler rejects it.</summary>
    public static StatusBits? Read(AttributeData attribute, FaultSink faults)
    {
        if (!attribute.IsWellFormed)
        {
            faults.AddRejectedByCompiler();
            return null;
        }

        if (!attribute.Has<ulong>(KnownNames.MaskArgument) || !attribute.MayHave<bool>(KnownNames.Each))
        {
            faults.AddForeign(attribute);
            return null;
        }

        var bits = new StatusBits(attribute);
        if (bits.Mask == 0)
        {
            faults.Add(
                DeclarationRules.MaskEmpty, Anchor.Argument(attribute, KnownNames.MaskArgument), "the handler is never called");
        }

        return bits;
    }
}
