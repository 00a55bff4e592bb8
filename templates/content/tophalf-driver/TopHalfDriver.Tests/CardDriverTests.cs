using TopHalf;

namespace TopHalfDriver.Tests;

public sealed class CardDriverTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Each call of a handler is looked at: what it allocates, compiles or how long it takes is a failed test.
    private static readonly InterruptOptions Checked = new() { Checked = true, OffenceDetected = static offence => Assert.Fail(offence.ToString()) };

    [Fact]
    public void Each_channel_interrupts_when_it_is_done()
    {
        using var card = new SimulatedCard();
        var driver = new CardDriver(card);
        using (InterruptBinding interrupts = driver.EnableInterrupts(card, Checked))
        {
            for (int channel = 0; channel < CardDriver.Channels; channel++)
            {
                driver.Start(channel);
                Assert.True(SpinWait.SpinUntil(() => driver.Completed(channel) == 1, Patience));
            }
        }
    }

    [Fact]
    public void What_was_seen_is_acknowledged()
    {
        using var card = new SimulatedCard();
        using RegisterTrace trace = card.StartTrace();
        var driver = new CardDriver(card);
        using (InterruptBinding interrupts = driver.EnableInterrupts(card, Checked))
        {
            driver.Start(0);
            Assert.True(SpinWait.SpinUntil(() => driver.Completed(0) == 1, Patience));
        }

        Assert.Contains(trace, static access => access is { IsWrite: true, Offset: ChannelRegisters.Status, Value: ChannelRegisters.Done });
        Assert.Equal(0u, card.Peek(0, ChannelRegisters.Status, 4));
    }

    [Fact]
    public void Interrupts_that_came_together_are_counted_each()
    {
        using var card = new SimulatedCard();
        var driver = new CardDriver(card);
        driver.OnDone(Interrupt.Create(status: ChannelRegisters.Done, signals: 3));
        Assert.Equal(3, driver.Completed(0));
    }
}
