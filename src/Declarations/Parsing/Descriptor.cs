using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>A descriptor attribute as it was written. Lives only while a driver is parsed, so it may hold its attribute.</summary>
internal sealed class Descriptor
{
    private Descriptor(AttributeData source)
    {
        Source = source;
        Role = source.Kind;
        Type = (RegisterType)(byte)source.Argument(KnownNames.TypeArgument)!;
        Bar = (byte)source.Argument(KnownNames.BarArgument)!;
        Offset = (uint)source.Argument(KnownNames.OffsetArgument)!;
        Mask = (ulong)source.Argument(KnownNames.MaskArgument)!;
        Value = (ulong?)source.Argument(KnownNames.ValueArgument);
        ReadClears = Role == AttributeKind.Bank
            ? source.Argument(KnownNames.Clear) is (byte)BankClear.Read
            : source.Argument(KnownNames.ReadClears) is true;
        Clear = Role == AttributeKind.Acknowledge ? (IrqClear)((byte?)source.Argument(KnownNames.Clear) ?? 0) : default;
        After = source.Argument(KnownNames.After) is true;
        Address = AddressReader.Read(source);
        Modifies = Role == AttributeKind.Acknowledge ? Clear == IrqClear.Modify : source.Argument(KnownNames.Modify) is true;
        Preserve = (ulong?)source.Argument(KnownNames.Preserve) ?? 0;
        Flush = source.Argument(KnownNames.Flush) is true;
        Recheck = (int?)source.Argument(KnownNames.Recheck) ?? 0;
        Once = source.Argument(KnownNames.Once) is true;
    }

    public AttributeData Source { get; }

    public AttributeKind Role { get; }

    public RegisterType Type { get; }

    public byte Bar { get; }

    public uint Offset { get; }

    public ulong Mask { get; }

    public ulong? Value { get; }

    /// <summary>A read of the register clears it.</summary>
    public bool ReadClears { get; }

    public IrqClear Clear { get; }

    public bool After { get; }

    /// <summary>How the register is found; null where it is at <see cref="Offset"/>.</summary>
    public StepAddressModel? Address { get; }

    /// <summary>A read-modify-write.</summary>
    public bool Modifies { get; }

    /// <summary>Bits that a read-modify-write writes as 0.</summary>
    public ulong Preserve { get; }

    /// <summary>Read back after the write.</summary>
    public bool Flush { get; }

    /// <summary>How often a pending register is looked at again.</summary>
    public int Recheck { get; }

    /// <summary>Not after a handler: when interrupts are enabled only.</summary>
    public bool Once { get; }

    /// <summary>What a write without a value of its own writes: the bits that matter.</summary>
    public ulong ValueOrMask => Value ?? Mask;

    /// <summary>The bytes that it reads or writes.</summary>
    public RegisterPlace Place => new(Bar, Offset, Type.Bytes);

    /// <summary>
    /// Whether an access of one can be an access of the other, of registers that are found in the same way: an address that is known
    /// only at run time, or that is behind an address register, is compared with its like.
    /// </summary>
    public bool Overlaps(Descriptor other) => Place.Overlaps(other.Place) && IsFoundLike(other);

    /// <summary>Whether the offsets of both count from the same place.</summary>
    public bool IsFoundLike(Descriptor other)
        => Address?.OffsetFrom == other.Address?.OffsetFrom
            && (Address?.Structure ?? default) == (other.Address?.Structure ?? default)
            && Address?.IndexOffset == other.Address?.IndexOffset
            && (Address?.Index ?? 0) == (other.Address?.Index ?? 0);

    /// <summary>Reads and checks a descriptor; null where the C# compiler rejects the attribute.</summary>
    public static Descriptor? Read(AttributeData attribute, FaultSink faults)
    {
        if (!attribute.IsWellFormed)
        {
            faults.AddRejectedByCompiler();
            return null;
        }

        if (!HasOurFields(attribute))
        {
            faults.AddForeign(attribute);
            return null;
        }

        var descriptor = new Descriptor(attribute);
        DescriptorChecks.Check(descriptor, faults);
        return descriptor;
    }

    private static bool HasOurFields(AttributeData attribute)
        => attribute.Has<byte>(KnownNames.TypeArgument)
            && attribute.Has<byte>(KnownNames.BarArgument)
            && attribute.Has<uint>(KnownNames.OffsetArgument)
            && attribute.Has<ulong>(KnownNames.MaskArgument)
            && attribute.MayHave<ulong>(KnownNames.ValueArgument)
            && attribute.MayHave<bool>(KnownNames.ReadClears)
            && attribute.MayHave<byte>(KnownNames.Clear)
            && attribute.MayHave<bool>(KnownNames.After)
            && attribute.MayHave<bool>(KnownNames.Modify)
            && attribute.MayHave<ulong>(KnownNames.Preserve)
            && attribute.MayHave<bool>(KnownNames.Flush)
            && attribute.MayHave<int>(KnownNames.Recheck)
            && attribute.MayHave<bool>(KnownNames.Once)
            && AddressReader.IsOurs(attribute);
}
