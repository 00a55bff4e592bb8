using System.Globalization;

namespace TopHalf.Generator.Tests.Running;

/// <summary>Sources of drivers: a class around some members, and whole drivers made at random, with every kind of descriptor.</summary>
internal static class RandomDriver
{
    private static readonly (string Name, int Bits)[] Memory = [("Mmio8", 8), ("Mmio16", 16), ("Mmio32", 32), ("Mmio64", 64)];
    private static readonly (string Name, int Bits)[] Ports = [("Port8", 8), ("Port16", 16), ("Port32", 32)];

    /// <summary>A driver class with attributes and members.</summary>
    public static string Class(string attributes, string members)
        => $"using TopHalf;\n[InterruptDriver]\n{attributes}\npublic partial class MyDriver\n{{\n{members}\n}}\n";

    /// <summary>A driver with 6 handlers; with <paramref name="many"/> of more vectors than a switch takes.</summary>
    public static string Source(Random random, bool many)
    {
        string members = "";
        int vector = random.Next(3);
        for (int i = 0; i < 6; i++)
        {
            int count = many ? random.Next(12, 30) : random.Next(1, 8);
            members += $"[MsiVector({vector}, Count = {count})]\n{Descriptors(random, withEcho: true)}"
                + $"{(random.Next(3) == 0 ? "static " : "")}void On{i}(in Interrupt irq) => Log.Add(\"On{i}\", in irq);\n";
            vector += count + random.Next(3);
        }

        // Echo on the class would need a pending register for every handler.
        return Class(Descriptors(random, withEcho: false), members);
    }

    private static string Descriptors(Random random, bool withEcho)
    {
        string text = "";
        bool hasPending = random.Next(3) > 0;
        if (hasPending)
        {
            // Bit 0 is in every mask, so that an echo has something to write back.
            text += Descriptor(random, "IrqPending", "", random.Next(3) == 0);
        }

        if (random.Next(3) > 0)
        {
            string clear = random.Next(hasPending && withEcho ? 4 : 3) switch
            {
                0 => "Constant",
                1 => "Modify",
                2 => "AtSource",
                _ => "Echo",
            };
            text += Descriptor(random, "IrqAck", $", Clear = IrqClear.{clear}, After = {(random.Next(2) == 0 ? "true" : "false")}", random.Next(2) == 0);
        }

        text += random.Next(2) == 0 ? Descriptor(random, "IrqDisable", "", random.Next(2) == 0) : "";
        text += random.Next(2) == 0 ? Descriptor(random, "IrqEnable", "", random.Next(2) == 0) : "";
        return text;
    }

    private static string Descriptor(Random random, string role, string more, bool withValue)
    {
        bool isPort = random.Next(4) == 0;
        (string type, int bits) = isPort ? Ports[random.Next(Ports.Length)] : Memory[random.Next(Memory.Length)];
        int bar = isPort ? random.Next(4, 6) : random.Next(4);
        int offset = random.Next(256 * 8 / bits) * bits / 8;
        ulong mask = (((ulong)random.NextInt64() << 1) | 1) & (ulong.MaxValue >> (64 - bits));
        string value = withValue ? $", 0x{Hex(mask & (ulong)random.NextInt64())}" : "";
        return $"[{role}(RegisterType.{type}, {bar}, {offset}, 0x{Hex(mask)}{value}{more})]\n";
    }

    private static string Hex(ulong value) => value.ToString("X", CultureInfo.InvariantCulture);
}
