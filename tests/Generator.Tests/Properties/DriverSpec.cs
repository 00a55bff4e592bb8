using System.Globalization;

namespace TopHalf.Generator.Tests.Properties;

/// <summary>A descriptor as an author writes it: the five fields, and what is named after them.</summary>
/// <param name="Attribute">Its short name.</param>
/// <param name="Type">A name of <see cref="RegisterType"/>.</param>
/// <param name="Bar">The base address register.</param>
/// <param name="Offset">Bytes from its start.</param>
/// <param name="Mask">The bits that matter.</param>
/// <param name="Value">The value; null where none is written.</param>
/// <param name="Named">Named arguments, as text.</param>
internal sealed record DescriptorSpec(
    string Attribute, string Type, int Bar, uint Offset, ulong Mask, ulong? Value, (string Name, string Value)[] Named)
{
    /// <summary>How wide an access is.</summary>
    public int Bytes => int.Parse(Type.AsSpan(Type.AsSpan().IndexOfAnyInRange('0', '9')), CultureInfo.InvariantCulture) / 8;

    /// <summary>It may write or read the same register; whatever else is said of the place.</summary>
    public bool IsNear(DescriptorSpec other) => Bar == other.Bar && Offset < other.Offset + other.Bytes && other.Offset < Offset + Bytes;

    public bool Has(string name) => Named.Any(n => n.Name == name);

    public override string ToString()
    {
        string value = Value is { } written ? $", 0x{Hex(written)}" : "";
        return $"[{Attribute}(RegisterType.{Type}, {Bar}, 0x{Hex(Offset)}, 0x{Hex(Mask)}{value}{string.Concat(Named.Select(static n => $", {n.Name} = {n.Value}"))})]";
    }

    public static string Hex(ulong value) => value.ToString("X", CultureInfo.InvariantCulture);
}

/// <summary>A handler.</summary>
/// <param name="Bits">Its bits of the status register; 0 where none lead to it.</param>
/// <param name="Each">It is called for each of them.</param>
/// <param name="IsStatic">A static method.</param>
/// <param name="Own">The descriptors on the method.</param>
internal sealed record HandlerSpec(ulong Bits, bool Each, bool IsStatic, DescriptorSpec[] Own)
{
    /// <summary>Further status registers.</summary>
    public DescriptorSpec[] Banks => [.. Own.Where(static d => d.Attribute == "StatusBank")];

    public string Source(string marks, string name)
    {
        string bits = Bits == 0 ? "" : $"[StatusBits(0x{DescriptorSpec.Hex(Bits)}{(Each ? ", Each = true" : "")})]\n";
        return $"{marks}\n{bits}{string.Concat(Own.Select(static d => d + "\n"))}"
            + $"{(IsStatic ? "static " : "")}void {name}(in Interrupt irq) => Log.Add(\"{name}\", in irq);\n";
    }
}

/// <summary>Handlers that share their vectors.</summary>
/// <param name="Vectors">Ranges: first and count. None: the line.</param>
/// <param name="Handlers">One, or those that status bits tell from each other.</param>
internal sealed record GroupSpec((int First, int Count)[] Vectors, HandlerSpec[] Handlers)
{
    public string Marks => Vectors.Length == 0
        ? "[IntxLine]"
        : string.Join(" ", Vectors.Select(static v => v.Count == 1 ? $"[MsiVector({v.First})]" : $"[MsiVector({v.First}, Count = {v.Count})]"));
}

/// <summary>A driver: what FsCheck makes and shrinks.</summary>
/// <param name="OnClass">The descriptors of the class.</param>
/// <param name="Groups">Its handlers.</param>
internal sealed record DriverSpec(DescriptorSpec[] OnClass, GroupSpec[] Groups)
{
    /// <summary>What <c>OffsetFrom</c> names; a multiple of every width, as <see cref="Step"/> is.</summary>
    public const string Base = "Base";

    /// <summary>What <c>StrideFrom</c> names.</summary>
    public const string Step = "Step";

    /// <summary>The class, to stand in a file beside others.</summary>
    public string Source(string name)
    {
        string handlers = string.Concat(Groups.SelectMany(static (g, i) => g.Handlers.Select((h, n) => h.Source(g.Marks, $"On{i}{n}"))));
        return $"[InterruptDriver]\n{string.Concat(OnClass.Select(static d => d + "\n"))}public partial class {name}\n{{\n"
            + $"readonly uint {Base} = 8; static int {Step} => 8;\n{handlers}}}\n";
    }

    public override string ToString() => Source("MyDriver");
}
