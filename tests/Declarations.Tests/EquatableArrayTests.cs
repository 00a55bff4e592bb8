namespace TopHalf.Declarations.Tests;

public sealed class EquatableArrayTests
{
    private static EquatableArray<string> Of(params string[] items) => new([.. items]);

    [Fact]
    public void Equal_elements_make_equal_arrays()
    {
        Assert.True(Of("a", "b") == Of("a", "b"));
        Assert.True(Of("a", "b").Equals((object)Of("a", "b")));
        Assert.Equal(Of("a", "b").GetHashCode(), Of("a", "b").GetHashCode());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a", "b", "c")]
    [InlineData("b", "a")]
    [InlineData]
    public void Other_elements_make_other_arrays(params string[] items)
    {
        Assert.True(Of("a", "b") != Of(items));
        Assert.False(Of("a", "b").Equals((object)Of(items)));
    }

    [Fact]
    public void The_default_is_empty()
    {
        EquatableArray<string> none = default;
        Assert.Equal(Of(), none);
        Assert.Equal(Of().GetHashCode(), none.GetHashCode());
        Assert.Empty(none);
        Assert.Equal(0, none.Count);
    }

    [Fact]
    public void Elements_are_in_their_order()
    {
        Assert.Equal(["a", "b"], Of("a", "b"));
        Assert.Equal("b", Of("a", "b")[1]);
    }
}
