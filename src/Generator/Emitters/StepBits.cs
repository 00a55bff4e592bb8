using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The bits of one step as C# text, for one index: mask and value move from source to source where the step has a stride of bits.</summary>
/// <param name="step">The step.</param>
/// <param name="index">The expression of the index; null where it is 0.</param>
internal sealed class StepBits(StepModel step, string? index)
{
    /// <summary>They are computed, as <c>ulong</c>; else they are constants of the register's width.</summary>
    public bool Move => index is not null && step.Address is { BitStride: not 0 };

    /// <summary>The step's mask.</summary>
    public string Mask => Of(step.Mask);

    /// <summary>The step's value.</summary>
    public string Value => Of(step.Value);

    /// <summary>Some bits of those.</summary>
    public string Of(ulong bits)
    {
        if (!Move)
        {
            return Literals.Bits(bits, step.Type.Bits);
        }

        int stride = step.Address!.BitStride;
        return $"({Literals.Bits(bits, step.Type.Bits)}UL << {(stride == 1 ? index : $"({index} * {Literals.Number(stride)})")})";
    }
}
