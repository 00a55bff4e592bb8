using FsCheck;
using FsCheck.Fluent;

namespace TopHalf.Generator.Tests.Properties;

/// <summary>Descriptors at random: any register type, any way to find the register, any mask; valid by construction.</summary>
internal static class DescriptorGens
{
    private static readonly (string Name, int Bits)[] Memory = [("Mmio8", 8), ("Mmio16", 16), ("Mmio32", 32), ("Mmio64", 64)];
    private static readonly (string Name, int Bits)[] Ports = [("Port8", 8), ("Port16", 16), ("Port32", 32)];

    /// <summary>Where address registers of pairs are: behind all that a stride reaches.</summary>
    private const uint IndexAt = 0xF00;

    public static Gen<bool> Either => Gen.Elements(true, false);

    /// <summary>A named argument, or none; one in <paramref name="of"/> times.</summary>
    public static Gen<(string, string)[]> Maybe(string name, string value, int of = 2)
        => Gen.Choose(1, of).Select(n => n == 1 ? new[] { (name, value) } : []);

    /// <summary>Numbers of 64 bits in the kinds that registers hold: few bits, many, all.</summary>
    public static Gen<ulong> Bits(int width)
    {
        ulong all = ulong.MaxValue >> (64 - width);
        Gen<ulong> any = Gen.Choose(0, int.MaxValue).Two().Select(n => (((ulong)n.Item1 << 33) ^ ((ulong)n.Item2 << 2) ^ (ulong)n.Item1) & all);
        Gen<ulong> one = Gen.Choose(0, width - 1).Select(static n => 1UL << n);
        return Gen.Frequency((4, any), (3, one), (1, Gen.Constant(all)), (1, one.Two().Select(static n => n.Item1 | n.Item2)), (1, Gen.Constant(0xFul & all)));
    }

    /// <summary>A status register: bit 0 is in its mask, so that any echo has something to write back.</summary>
    public static Gen<DescriptorSpec> Pending(bool mayCompare)
        => from register in Register("IrqPending", strides: true)
           from value in mayCompare ? Value(register, 4) : Gen.Constant<ulong?>(null)
           from recheck in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 4)))
           from clears in Maybe("ReadClears", "true", 4)
           select register with
           {
               Value = value,
               Named = [.. register.Named, .. recheck == 0 ? [] : new[] { ("Recheck", $"{recheck}") }, .. clears],
           };

    /// <summary>An acknowledge.</summary>
    /// <param name="echo">Bits of which one at least was tested; 0 where nothing is there to be written back.</param>
    /// <param name="after">It may be after the handler; null where that takes a stride.</param>
    public static Gen<DescriptorSpec> Acknowledge(ulong echo, bool? after)
        => from register in Register("IrqAck", strides: true)
           from value in Value(register, 3)
           from clear in Gen.Choose(0, echo == 0 ? 4 : 8)
           from preserve in Preserve(register)
           from isAfter in (after ?? HasStride(register)) ? Maybe("After", "true") : Gen.Constant(Array.Empty<(string, string)>())
           from flush in Maybe("Flush", "true", 3)
           select clear switch
           {
               2 or 3 => With(register, value, [("Clear", "IrqClear.Modify")], preserve, isAfter, flush),
               4 => With(register, null, [("Clear", "IrqClear.AtSource")]),
               > 4 when (echo & Width(register)) is not 0 and ulong back
                   => With(register with { Mask = register.Mask | back }, null, [("Clear", "IrqClear.Echo")], isAfter, flush),
               _ => With(register, value, [], isAfter, flush),
           };

    /// <summary>A mask, an unmask, or what is written for sources that nobody claims.</summary>
    public static Gen<DescriptorSpec> Write(string attribute, bool strides)
        => from register in Register(attribute, strides)
           from value in Value(register, 2)
           from modify in Maybe("Modify", "true", 3)
           from preserve in Preserve(register)
           from flush in Maybe("Flush", "true", 3)
           from once in attribute == "IrqEnable" ? Maybe("Once", "true", 5) : Gen.Constant(Array.Empty<(string, string)>())
           select With(register, value, modify, modify.Length == 0 ? [] : preserve, flush, once);

    /// <summary>One whose bits may move from source to source, where those are few: 4 indices, so that the bits stay in the register.</summary>
    public static Gen<DescriptorSpec> Moving(Gen<DescriptorSpec> descriptor)
        => from still in descriptor
           from moves in Either
           let mask = (still.Mask & (Width(still) >> 4)) | 1
           select moves ? still with { Mask = mask, Value = still.Value & mask, Named = [.. still.Named, ("BitStride", "1")] } : still;

    /// <summary>A further status register.</summary>
    public static Gen<DescriptorSpec> Bank
        => from register in Register("StatusBank", strides: true)
           from first in Gen.Elements(0, 0, 5, 32)
           from whole in Maybe("Whole", "true")
           from clear in Gen.Choose(0, 3)
           from clearOffset in Gen.Choose(0, 15)
           select With(
               register,
               null,
               first == 0 ? [] : [("First", $"{first}")],
               whole,
               clear switch
               {
                   0 => [],
                   1 => [("Clear", "BankClear.EchoTo"), ("ClearOffset", $"{clearOffset * Bytes(register)}")],
                   2 => [("Clear", "BankClear.Read")],
                   _ => [("Clear", "BankClear.AtSource")],
               });

    private static ulong Width(DescriptorSpec register) => ulong.MaxValue >> (64 - (8 * Bytes(register)));

    public static bool HasStride(DescriptorSpec register) => register.Has("Stride") || register.Has("StrideFrom");

    private static int Bytes(DescriptorSpec register) => Memory.Concat(Ports).Single(t => t.Name == register.Type).Bits / 8;

    private static DescriptorSpec With(DescriptorSpec register, ulong? value, params (string, string)[][] named)
        => register with { Value = value, Named = [.. register.Named, .. named.SelectMany(static n => n)] };

    private static Gen<ulong?> Value(DescriptorSpec register, int of)
        => from bits in Bits(8 * Bytes(register))
           from given in Gen.Choose(1, of)
           select given == 1 ? bits & register.Mask : (ulong?)null;

    private static Gen<(string, string)[]> Preserve(DescriptorSpec register)
        => from bits in Bits(8 * Bytes(register))
           from given in Either
           select given && bits != 0 ? new[] { ("Preserve", $"0x{DescriptorSpec.Hex(bits)}") } : [];

    // Few registers, so that they meet each other.
    private static Gen<DescriptorSpec> Register(string attribute, bool strides)
        => from isPort in Gen.Choose(1, 4).Select(static n => n == 1)
           from type in isPort ? Gen.Elements(Ports) : Gen.Elements(Memory)
           from bar in isPort ? Gen.Choose(4, 5) : Gen.Choose(0, 3)
           from place in Gen.Choose(0, 15)
           from mask in Bits(type.Bits)
           from way in Gen.Choose(0, 13)
           let bytes = type.Bits / 8
           let named = Way(way, bytes, isPort, strides)
           select new DescriptorSpec(
               attribute, type.Name, named.Any(static n => n.Item1 == "Structure") ? 0 : bar, (uint)(place * bytes), mask | 1, null, named);

    private static (string, string)[] Way(int way, int bytes, bool isPort, bool strides) => way switch
    {
        0 when strides => [("Stride", $"{bytes}")],
        1 when strides => [("StrideFrom", $"nameof({DriverSpec.Step})")],
        2 => [("OffsetFrom", $"nameof({DriverSpec.Base})")],
        3 when strides => [("OffsetFrom", $"nameof({DriverSpec.Base})"), ("Stride", $"{2 * bytes}")],
        4 => [("IndexOffset", $"{IndexAt}"), ("Index", "0x7")],
        5 when strides => [("IndexOffset", $"{IndexAt}"), ("Index", bytes == 1 ? "0" : "0xF1"), ("IndexStride", "1")],
        6 when strides => [("IndexOffset", $"{IndexAt}"), ("Stride", $"{bytes}"), ("IndexStride", IndexStride(bytes))],
        8 => [("OffsetFrom", $"nameof({DriverSpec.Base})"), ("IndexOffset", $"{IndexAt}"), ("Index", "0x7")],
        7 when !isPort => [("Structure", "VirtioStructure.Isr")],
        _ => [],
    };

    // 255 times that, for the 64 bits of 4 vectors, fits the address register.
    private static string IndexStride(int bytes) => bytes switch
    {
        1 => "1",
        2 => "0x81",
        4 => "0x1_0001",
        _ => "0x1_0000_0001",
    };
}
