namespace TopHalf.Runtime.Tests.Linux;

public sealed class ProcessUserTests
{
    [Fact]
    public void A_user_has_a_name() => Assert.Equal(Environment.UserName, ProcessUser.Name);

    [Fact]
    public void A_user_without_a_name_has_a_number()
    {
        Assert.Equal("65534", ProcessUser.Describe(static () => "", 65534));
        Assert.Equal("1000", ProcessUser.Describe(static () => throw new FileNotFoundException("no /etc/passwd"), 1000));
    }
}
