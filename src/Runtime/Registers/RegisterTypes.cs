using System.Globalization;

namespace TopHalf;

/// <summary>What a <see cref="RegisterType"/> means, in one place.</summary>
internal static class RegisterTypes
{
    /// <summary>Bytes of one access.</summary>
    public static int Width(this RegisterType type) => type switch
    {
        RegisterType.Mmio8 or RegisterType.Port8 => 1,
        RegisterType.Mmio16 or RegisterType.Port16 => 2,
        RegisterType.Mmio32 or RegisterType.Port32 => 4,
        RegisterType.Mmio64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such register type."),
    };

    public static bool IsPort(this RegisterType type) => type >= RegisterType.Port8;

    /// <summary>The value that a register of the width reads when no device answers.</summary>
    public static ulong AllOnes(int width) => ulong.MaxValue >> (64 - (8 * width));

    /// <summary>A value with the digits of its width, for messages: <c>0x0000002A</c>.</summary>
    public static string Format(ulong value, int width)
        => "0x" + value.ToString("X" + (2 * width).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
