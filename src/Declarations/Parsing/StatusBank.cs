using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>A further status register as it was written.</summary>
internal sealed class StatusBank(Descriptor register)
{
    private readonly AttributeData _source = register.Source;

    /// <summary>The register and its bits.</summary>
    public Descriptor Register { get; } = register;

    /// <summary>The index of its lowest bit.</summary>
    public int First => (int?)_source.Argument(KnownNames.First) ?? 0;

    /// <summary>One call for the register instead of one for each bit.</summary>
    public bool Whole => _source.Argument(KnownNames.Whole) is true;

    public BankClear Clear => (BankClear)((byte?)_source.Argument(KnownNames.Clear) ?? 0);

    /// <summary>Where a written 1 clears one of its bits; null where nothing is written.</summary>
    public uint? Written => Clear switch
    {
        BankClear.Echo => Register.Offset,
        BankClear.EchoTo => ClearOffset,
        _ => null,
    };

    /// <summary>Where <see cref="BankClear.EchoTo"/> writes; null where it was not said.</summary>
    public uint? ClearOffset => (uint?)_source.Argument(KnownNames.ClearOffset);

    /// <summary>The arguments are of the types of our runtime's.</summary>
    public static bool IsOurs(AttributeData attribute)
        => attribute.MayHave<int>(KnownNames.First)
            && attribute.MayHave<bool>(KnownNames.Whole)
            && attribute.MayHave<uint>(KnownNames.ClearOffset);
}
