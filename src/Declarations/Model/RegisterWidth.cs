namespace TopHalf.Declarations;

/// <summary>The widths that <see cref="RegisterType"/> stands for.</summary>
public static class RegisterWidth
{
    extension(RegisterType type)
    {
        /// <summary>Bits of every access: 8, 16, 32 or 64.</summary>
        public int Bits => type switch
        {
            RegisterType.Mmio8 or RegisterType.Port8 => 8,
            RegisterType.Mmio16 or RegisterType.Port16 => 16,
            RegisterType.Mmio32 or RegisterType.Port32 => 32,
            RegisterType.Mmio64 => 64,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a register type."),
        };

        /// <summary>Bytes of every access, which its offset is a multiple of.</summary>
        public uint Bytes => (uint)type.Bits / 8;

        /// <summary>Reached through an I/O-port BAR.</summary>
        public bool IsPort => type is RegisterType.Port8 or RegisterType.Port16 or RegisterType.Port32;

        /// <summary>The register with every bit set.</summary>
        public ulong AllOnes => ulong.MaxValue >> (64 - type.Bits);
    }
}
