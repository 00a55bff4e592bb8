namespace TopHalf.Tool.Tests;

public sealed class RegisterWriteTests
{
    [Theory]
    [InlineData("bar0+0x60=1", 0, 0x60, 4, 1ul)]
    [InlineData("BAR5+16=0xffffffff", 5, 16, 4, 0xFFFF_FFFFul)]
    [InlineData("bar1+0x3:8=255", 1, 3, 1, 255ul)]
    [InlineData("bar1+0x2:16=0xBEEF", 1, 2, 2, 0xBEEFul)]
    [InlineData("bar2+8:64=0xFFFFFFFFFFFFFFFF", 2, 8, 8, ulong.MaxValue)]
    public void It_is_read(string text, int bar, uint offset, int width, ulong value)
        => Assert.Equal(new RegisterWrite(bar, offset, width, value), RegisterWrite.Parse(text));

    [Theory]
    [InlineData("", "is no register write")]
    [InlineData("bar0=1", "is no register write")]
    [InlineData("bar6+0=1", "is no register write")]
    [InlineData("bar0+0x60", "is no register write")]
    [InlineData("bar0+0x=1", "is no register write")]
    [InlineData("bar0+ff=1", "is no register write")]
    [InlineData("bar0+0x100000000=1", "is no register write")]
    [InlineData("bar0+0:24=1", "is no register write")]
    [InlineData("bar0+0=0x100000000", "the value does not fit into 32 bits")]
    [InlineData("bar0+0:8=256", "the value does not fit into 8 bits")]
    [InlineData("bar0+2=1", "the offset of a register of 32 bits is a multiple of 4")]
    public void Another_form_is_told(string text, string sentence)
    {
        string message = Assert.Throws<FormatException>(() => RegisterWrite.Parse(text)).Message;
        Assert.Contains($"'{text}'", message, StringComparison.Ordinal);
        Assert.Contains(sentence, message, StringComparison.Ordinal);
    }
}
