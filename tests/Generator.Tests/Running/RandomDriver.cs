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

    /// <summary>The members that open addresses take, for <see cref="Class"/>.</summary>
    public const string Members = "readonly uint Base = 8; static int Step => 8;\n";

    /// <summary>A driver with 6 handlers; with <paramref name="many"/> of more vectors than a switch takes.</summary>
    public static string Source(Random random, bool many)
    {
        string members = Members;
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

    /// <summary>A driver of one or two groups of handlers that share their vectors by status bits, with banks.</summary>
    public static string SharedSource(Random random)
    {
        string members = Members;
        int groups = random.Next(1, 3);
        for (int g = 0; g < groups; g++)
        {
            string vectors = $"[MsiVector({g * 5}, Count = {random.Next(1, 5)})]";
            int bit = 0;
            for (int h = 0; h < 3; h++)
            {
                ulong mask = 0;
                for (int n = random.Next(1, 4); n > 0; n--, bit += random.Next(1, 3))
                {
                    mask |= 1UL << bit;
                }

                members += $"{vectors} {Source(random, mask)} {(random.Next(3) == 0 ? "static " : "")}void On{g}{h}(in Interrupt irq) => Log.Add(\"On{g}{h}\", in irq);\n";
            }
        }

        string echo = random.Next(3) == 0 ? "" : $"[IrqAck(RegisterType.Mmio32, 0, 4, 0xFFFF, Clear = IrqClear.Echo, After = {Either(random)}, Flush = {Either(random)})]\n";
        string unclaimed = random.Next(4) switch
        {
            0 => "",
            1 => "[IrqUnclaimed(RegisterType.Mmio32, 1, 0x30, 0xFFFF, Flush = true)]\n",
            2 => "[IrqUnclaimed(RegisterType.Mmio32, 1, 0x30, 0xFFFF, 0x0F0F)]\n",
            _ => "[IrqUnclaimed(RegisterType.Mmio32, 1, 0x30, 0xFFFF, 0x0F0F, Modify = true, Preserve = 0xFF00_0000)]\n",
        };
        string around = random.Next(2) == 0 ? "" : "[IrqDisable(RegisterType.Mmio8, 0, 0x80, 1)] [IrqEnable(RegisterType.Mmio8, 0, 0x81, 1)] [IrqEnable(RegisterType.Mmio8, 0, 0x82, 2)]\n";
        return Class(
            $"[IrqPending(RegisterType.Mmio32, 0, 0, 0x1F_FFFF, Recheck = {random.Next(3)})]\n{echo}{unclaimed}{around}", members);
    }

    // Around the calls of one handler; after a call that is one of several, only what has a register of its own.
    private static string Source(Random random, ulong mask)
    {
        bool each = random.Next(2) == 0;
        int banks = random.Next(3) == 0 ? random.Next(1, 3) : 0;
        string text = $"[StatusBits(0x{Hex(mask)}, Each = {(each ? "true" : "false")})]";
        for (int b = 0; b < banks; b++)
        {
            string clear = random.Next(4) switch
            {
                0 => "",
                1 => ", Clear = BankClear.EchoTo, ClearOffset = 0x20",
                2 => ", Clear = BankClear.Read",
                _ => ", Clear = BankClear.AtSource",
            };
            string place = random.Next(3) switch
            {
                0 => ", IndexOffset = 0x40, Index = 7, IndexStride = 0x1_0000",
                1 when each => ", Stride = 4",
                _ => "",
            };
            text += $"[StatusBank(RegisterType.Mmio32, 2, {random.Next(8) * 4}, 0x{Hex(((ulong)random.Next() & 0x7FF0) | 0x10)}, First = {b * 32}, Whole = {Either(random)}{clear}{place})]";
        }

        text += random.Next(2) == 0 ? "[IrqDisable(RegisterType.Mmio16, 3, 0x10, 0x8001, Modify = true)]" : "";
        text += random.Next(2) == 0 ? $"[IrqAck(RegisterType.Mmio32, 3, 0x20, 0x{Hex(mask)}, Clear = IrqClear.Echo{(each ? ", Stride = 4" : "")})]" : "";
        bool canEnd = banks == 0;
        text += canEnd && random.Next(2) == 0
            ? $"[IrqAck(RegisterType.Mmio8, 3, 0x80, 0x0F, After = true{(each ? ", Stride = 1" : "")})]"
            : "";
        return text;
    }

    private static string Either(Random random) => random.Next(2) == 0 ? "true" : "false";

    private static string Descriptors(Random random, bool withEcho)
    {
        string text = "";
        bool hasPending = random.Next(3) > 0;
        if (hasPending)
        {
            // Bit 0 is in every mask, so that an echo has something to write back.
            text += Descriptor(random, "IrqPending", random.Next(3) == 0 ? $", Recheck = {random.Next(1, 4)}" : "", random.Next(3) == 0);
        }

        for (int n = random.Next(3); n > 0; n--)
        {
            string clear = random.Next(hasPending && withEcho ? 4 : 3) switch
            {
                0 => "Constant",
                1 => "Modify, Preserve = 0x70",
                2 => "AtSource",
                _ => "Echo",
            };
            text += Descriptor(random, "IrqAck", $", Clear = IrqClear.{clear}, After = {Either(random)}, Flush = {Either(random)}", random.Next(2) == 0);
        }

        text += random.Next(2) == 0 ? Descriptor(random, "IrqDisable", $", Modify = {Either(random)}", random.Next(2) == 0) : "";
        text += random.Next(2) == 0 ? Descriptor(random, "IrqEnable", $", Flush = {Either(random)}", random.Next(2) == 0) : "";
        return text;
    }

    private static string Descriptor(Random random, string role, string more, bool withValue)
    {
        bool isPort = random.Next(4) == 0;
        (string type, int bits) = isPort ? Ports[random.Next(Ports.Length)] : Memory[random.Next(Memory.Length)];
        int bar = isPort ? random.Next(4, 6) : random.Next(4);
        int bytes = bits / 8;
        string place = random.Next(8) switch
        {
            0 => $", Stride = {bytes}",
            1 => ", OffsetFrom = nameof(Base)",
            2 => bytes <= 2 ? ", StrideFrom = nameof(Step)" : "",
            3 => $", IndexOffset = {(256 - bytes)}, Index = 3, IndexStride = 2",
            _ => "",
        };

        // With a stride, and 30 vectors at the most, the lower half leaves room for all.
        int end = place.Contains("Stride =", StringComparison.Ordinal) || place.Length > 0 ? 16 : 248;
        int offset = random.Next(end / bytes) * bytes;
        ulong mask = (((ulong)random.NextInt64() << 1) | 1) & (ulong.MaxValue >> (64 - bits));
        string value = withValue ? $", 0x{Hex(mask & (ulong)random.NextInt64())}" : "";
        return $"[{role}(RegisterType.{type}, {bar}, {offset}, 0x{Hex(mask)}{value}{more}{place})]\n";
    }

    private static string Hex(ulong value) => value.ToString("X", CultureInfo.InvariantCulture);
}
