using TopHalf.Samples.Edu;

namespace TopHalf.Samples.Tests.Edu;

/// <summary>Interrupts of the whole card by its line and by its message: tested, acknowledged, handled by their bits.</summary>
public sealed class EduInterruptTests
{
    public static TheoryData<By, TopHalfMode> Ways => RunningEdu.Ways;

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_factorial_is_one_interrupt_and_right(By by, TopHalfMode topHalf)
    {
        using var running = new RunningEdu(by, topHalf);
        uint product = 1;
        for (uint n = 1; n <= 12; n++)
        {
            product *= n;
            Assert.Equal(product, running.Card.Factorial(n));
            Assert.Equal(EduRegisters.FactorialDone, running.Card.LastStatus);
        }

        VectorStatistics counts = running.End();
        Assert.Equal((12L, 12L, 0L, 0L), (counts.Signals, counts.Handled, counts.Spurious, counts.Unclaimed));
    }

    [Theory]
    [InlineData(By.Message)]
    [InlineData(By.Line)]
    public void The_status_is_tested_and_acknowledged_before_the_handler(By by)
    {
        using var running = new RunningEdu(by);
        using RegisterTrace trace = running.Device.StartTrace();
        running.Card.Factorial(5);
        Assert.Equal(
            ["write32 0:0x20 = 0x00000080", "write32 0:0x08 = 0x00000005", "read32 0:0x24 = 0x00000001", "write32 0:0x64 = 0x00000001", "read32 0:0x08 = 0x00000078"],
            trace.Select(access => access.ToString()));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void An_interrupt_of_another_card_is_spurious_and_the_next_one_arrives(By by, TopHalfMode topHalf)
    {
        using var running = new RunningEdu(by, topHalf);
        for (int i = 1; i <= 10; i++)
        {
            running.Device.TriggerVector(0);
            int expected = i;
            Assert.True(SpinWait.SpinUntil(() => running.Interrupts.Statistics.Spurious == expected, TimeSpan.FromSeconds(30)));
            Assert.Equal(6u, running.Card.Factorial(3));
        }

        Assert.Equal((10L, 10L), (running.End().Handled, running.Interrupts.Statistics.Spurious));
    }

    // By the line it would be high for ever.
    [Theory]
    [MemberData(nameof(Ways))]
    public void A_bit_without_a_handler_is_cleared_and_counted(By by, TopHalfMode topHalf)
    {
        using var running = new RunningEdu(by, topHalf);
        running.Registers.Write32(0x60, 0x8000_0010);
        Assert.True(SpinWait.SpinUntil(() => running.Interrupts.Statistics[0].Unclaimed == 2, TimeSpan.FromSeconds(30)));
        Assert.True(SpinWait.SpinUntil(() => running.Registers.Read32(EduRegisters.InterruptStatus) == 0, TimeSpan.FromSeconds(30)));
        Assert.Equal(24u, running.Card.Factorial(4));
        Assert.Equal(0, running.End().Storms);
    }

    [Theory]
    [InlineData(By.Message)]
    [InlineData(By.Line)]
    public void What_was_pending_before_the_driver_is_not_for_it(By by)
    {
        using var earlier = new SimulatedEdu();
        earlier.GetBar(0).Write32(0x60, EduRegisters.Handled);
        EduCard card = by == By.Line ? new EduLineDriver(earlier).Card : new EduMessageDriver(earlier).Card;
        Assert.Equal(0u, earlier.GetBar(0).Read32(EduRegisters.InterruptStatus));
        Assert.True(card.IsAlive(7));
    }

    [Theory]
    [InlineData(By.Message)]
    [InlineData(By.Line)]
    public void The_release_leaves_nothing_pending_and_the_device_without_interrupts(By by)
    {
        using var running = new RunningEdu(by);
        running.Card.Factorial(3);
        Assert.Equal(EduRegisters.RaiseWhenDone, running.Registers.Read32(EduRegisters.Status));
        running.End();
        Assert.Equal((0u, 0u), (running.Registers.Read32(EduRegisters.Status), running.Registers.Read32(EduRegisters.InterruptStatus)));
        Assert.Throws<PciDeviceException>(() => running.Device.TriggerVector(0));
    }
}
