namespace TopHalf.Runtime.Tests.Devices;

public sealed class PciAddressTests
{
    [Theory]
    [InlineData("0000:00:05.0", "0000:00:05.0")]
    [InlineData("00:05.0", "0000:00:05.0")]
    [InlineData("0001:fF:1f.7", "0001:ff:1f.7")]
    [InlineData("10000:e1:00.3", "10000:e1:00.3")]
    public void An_address_is_read_and_written_in_the_kernels_form(string text, string canonical)
        => Assert.Equal(canonical, PciAddress.Parse(text).ToString());

    [Fact]
    public void Each_part_is_where_it_belongs() => Assert.Equal(new PciAddress(0xABCD, 0x12, 0x1E, 3), PciAddress.Parse("abcd:12:1e.3"));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("05.0")]
    [InlineData("0:05.0")]
    [InlineData("00:5.0")]
    [InlineData("00:05")]
    [InlineData("00:05.8")]
    [InlineData("00:20.0")]
    [InlineData("00:05.0.0")]
    [InlineData("0000:00:05.0 ")]
    [InlineData(" 00:05.0")]
    [InlineData("0000:0000:00:05.0")]
    [InlineData("000:00:05.0")]
    [InlineData("00:+5.0")]
    [InlineData("0x00:05.0")]
    [InlineData("../../x:05.0")]
    public void Another_text_is_an_error_that_shows_the_form(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => PciAddress.Parse(text));

        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("0000:00:05.0", error.Message, StringComparison.Ordinal);
    }
}
