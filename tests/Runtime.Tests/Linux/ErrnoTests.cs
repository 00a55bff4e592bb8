using System.Reflection;
using System.Text.RegularExpressions;

namespace TopHalf.Runtime.Tests.Linux;

public sealed class ErrnoTests
{
    private static readonly string[] Headers = ["/usr/include/asm-generic/errno-base.h", "/usr/include/asm-generic/errno.h"];

    [Theory]
    [InlineData(1, "EPERM")]
    [InlineData(19, "ENODEV")]
    [InlineData(22, "EINVAL")]
    [InlineData(40, "ELOOP")]
    [InlineData(42, "ENOMSG")]
    [InlineData(133, "EHWPOISON")]
    [InlineData(41, "errno 41")]
    [InlineData(0, "errno 0")]
    [InlineData(134, "errno 134")]
    [InlineData(-22, "errno -22")]
    public void A_number_has_its_name(int errno, string name) => Assert.Equal(name, Errno.NameOf(errno));

    [Fact]
    public void Every_constant_has_the_number_of_its_name()
    {
        FieldInfo[] constants = [.. typeof(Errno).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)];

        Assert.NotEmpty(constants);
        Assert.All(constants, field => Assert.Equal(field.Name, Errno.NameOf((int)field.GetRawConstantValue()!)));
    }

    [Fact]
    public void The_names_are_those_of_the_kernel_header()
    {
        Assert.SkipUnless(Headers.All(File.Exists), "The kernel's headers are not installed (package linux-libc-dev).");
        MatchCollection definitions = Regex.Matches(
            string.Join('\n', Headers.Select(File.ReadAllText)), @"^#define\s+(E\w+)\s+(\d+)", RegexOptions.Multiline);

        Assert.True(definitions.Count > 100);
        Assert.All(
            definitions,
            definition => Assert.Equal(
                definition.Groups[1].Value,
                Errno.NameOf(int.Parse(definition.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))));
    }
}
