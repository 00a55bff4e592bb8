namespace TopHalf.Declarations.Tests;

public sealed class RegisterWidthTests
{
    [Theory]
    [InlineData(RegisterType.Mmio8, 8, 0xFF)]
    [InlineData(RegisterType.Port8, 8, 0xFF)]
    [InlineData(RegisterType.Mmio16, 16, 0xFFFF)]
    [InlineData(RegisterType.Port16, 16, 0xFFFF)]
    [InlineData(RegisterType.Mmio32, 32, 0xFFFF_FFFF)]
    [InlineData(RegisterType.Port32, 32, 0xFFFF_FFFF)]
    [InlineData(RegisterType.Mmio64, 64, 0xFFFF_FFFF_FFFF_FFFF)]
    public void Widths(RegisterType type, int bits, ulong allOnes)
    {
        Assert.Equal(bits, type.Bits);
        Assert.Equal((uint)bits / 8, type.Bytes);
        Assert.Equal(allOnes, type.AllOnes);
    }

    [Fact]
    public void A_number_without_a_name_has_no_width()
        => Assert.Throws<ArgumentOutOfRangeException>(static () => ((RegisterType)7).Bits);
}
