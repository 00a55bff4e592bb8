using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Where a descriptor's register is, as far as it says more than an offset.</summary>
internal static class AddressReader
{
    /// <summary>Null where the register is simply at the offset.</summary>
    public static StepAddressModel? Read(AttributeData attribute)
    {
        var address = new StepAddressModel(
            (uint?)attribute.Argument(KnownNames.Stride) ?? 0,
            (string?)attribute.Argument(KnownNames.OffsetFrom),
            (string?)attribute.Argument(KnownNames.StrideFrom),
            (VirtioStructure)((byte?)attribute.Argument(KnownNames.Structure) ?? 0),
            (uint?)attribute.Argument(KnownNames.IndexOffset),
            (ulong?)attribute.Argument(KnownNames.Index) ?? 0,
            (ulong?)attribute.Argument(KnownNames.IndexStride) ?? 0,
            (int?)attribute.Argument(KnownNames.BitStride) ?? 0);
        return address == new StepAddressModel() ? null : address;
    }

    /// <summary>The arguments are of the types of our runtime's.</summary>
    public static bool IsOurs(AttributeData attribute)
        => attribute.MayHave<uint>(KnownNames.Stride)
            && attribute.MayHave<string>(KnownNames.OffsetFrom)
            && attribute.MayHave<string>(KnownNames.StrideFrom)
            && attribute.MayHave<byte>(KnownNames.Structure)
            && attribute.MayHave<uint>(KnownNames.IndexOffset)
            && attribute.MayHave<ulong>(KnownNames.Index)
            && attribute.MayHave<ulong>(KnownNames.IndexStride)
            && attribute.MayHave<int>(KnownNames.BitStride);
}
