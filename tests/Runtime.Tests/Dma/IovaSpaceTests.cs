namespace TopHalf.Runtime.Tests.Dma;

/// <summary>Which addresses a device is given.</summary>
public sealed class IovaSpaceTests
{
    private const ulong Page = 0x1000;
    private const ulong Top = ulong.MaxValue;

    [Fact]
    public void The_lowest_that_fits_is_given_from_1_MiB_on()
    {
        var space = new IovaSpace([new(0, 0x10_3FFF), new(0x20_0000, 0x20_1FFF)], Page);
        Assert.Equal(0x10_0000ul, space.Take(Page, Top));
        Assert.Equal(0x10_1000ul, space.Take(2 * Page, Top));
        Assert.Equal(0x20_0000ul, space.Take(2 * Page, Top));
        Assert.Equal(0x10_3000ul, space.Take(Page, Top));
        Assert.Null(space.Take(Page, Top));

        space.Give(0x10_1000);
        Assert.Null(space.Take(3 * Page, Top));
        Assert.Equal(0x10_1000ul, space.Take(Page, Top));
        Assert.Equal(0x10_2000ul, space.Take(Page, Top));
    }

    [Fact]
    public void A_reserved_window_is_left_out()
    {
        var space = new IovaSpace([new(0xFEF0_0000, Top), new(0xFEDF_F000, 0xFEDF_FFFF)], Page);
        Assert.Equal(0xFEDF_F000ul, space.Take(Page, Top));
        Assert.Equal(0xFEF0_0000ul, space.Take(Page, Top));
    }

    [Fact]
    public void An_address_is_not_higher_than_the_device_can_form()
    {
        var space = new IovaSpace([new(0, Top)], Page);
        Assert.Null(space.Take(Page, 0xF_FFFF));
        Assert.Null(space.Take(2 * Page, 0x10_0FFF));
        Assert.Equal(0x10_0000ul, space.Take(Page, 0x10_0FFF));
        Assert.Null(space.Take(Page, 0x10_0FFF));
    }

    [Fact]
    public void The_last_page_of_all_can_be_given_and_none_after_it()
    {
        var space = new IovaSpace([new(0xFFFF_FFFF_FFFF_E001, Top)], Page);
        Assert.Equal(0xFFFF_FFFF_FFFF_F000, space.Take(Page, Top));
        Assert.Null(space.Take(Page, Top));
        space.Give(0xFFFF_FFFF_FFFF_F000);
        Assert.Null(space.Take(2 * Page, Top));
        Assert.Equal(0xFFFF_FFFF_FFFF_F000, space.Take(Page, Top));
    }

    [Fact]
    public void A_range_that_is_shorter_than_a_page_gives_nothing()
        => Assert.Null(new IovaSpace([new(0x20_0001, 0x20_1FFE), new(Top - 1, Top)], Page).Take(Page, Top));

    [Fact]
    public void Lengths_are_rounded_to_the_IOMMUs_pages()
    {
        var space = new IovaSpace([new(0, Top)], 0x1_0000);
        Assert.Equal((0x1_0000ul, 0x1_0000ul, 0x2_0000ul), (space.RoundUp(1), space.RoundUp(0x1_0000), space.RoundUp(0x1_0001)));
    }

    /// <summary>Taken and given back at random, against a list of pages.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void At_random_nothing_overlaps_and_nothing_is_lost(int seed)
    {
        const ulong First = 0x10_0000;
        const int Pages = 200;
        var random = new Random(seed);
        var space = new IovaSpace([new(First, First + (Pages * Page) - 1)], Page);
        var used = new bool[Pages];
        Dictionary<ulong, int> held = [];
        for (int i = 0; i < 5_000; i++)
        {
            if (held.Count > 0 && random.Next(2) == 0)
            {
                (ulong address, int pages) = held.ElementAt(random.Next(held.Count));
                space.Give(address);
                held.Remove(address);
                Array.Fill(used, false, (int)((address - First) / Page), pages);
                continue;
            }

            int wanted = random.Next(1, 20);
            int expected = Enumerable.Range(0, Pages).FirstOrDefault(start => start + wanted <= Pages && !used.AsSpan(start, wanted).Contains(true), -1);
            ulong? taken = space.Take((ulong)wanted * Page, Top);
            Assert.Equal(expected < 0 ? null : First + ((ulong)expected * Page), taken);
            if (taken is ulong at)
            {
                held.Add(at, wanted);
                Array.Fill(used, true, expected, wanted);
            }
        }
    }
}
