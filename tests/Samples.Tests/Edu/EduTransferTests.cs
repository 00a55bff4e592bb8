using TopHalf.Samples.Edu;

namespace TopHalf.Samples.Tests.Edu;

/// <summary>Transfers between memory and the card's buffer, whose end an interrupt tells.</summary>
public sealed class EduTransferTests
{
    public static TheoryData<By, TopHalfMode> Ways => RunningEdu.Ways;

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_transfer_is_one_interrupt_and_comes_back_as_it_went(By by, TopHalfMode topHalf)
    {
        using var running = new RunningEdu(by, topHalf);
        (int Length, int Place)[] pieces = [(1, 0), (1, 4095), (4096, 0), (100, 1), (4095, 1), (4095, 0), (1000, 3000)];
        foreach ((int length, int place) in pieces)
        {
            byte[] sent = Bytes(seed: length + place, length);
            byte[] received = new byte[length];
            running.Card.Send(sent, place);
            running.Card.Receive(received, place);
            Assert.Equal(sent, received);
            Assert.Equal(EduRegisters.DmaDone, running.Card.LastStatus);
        }

        VectorStatistics counts = running.End();
        Assert.Equal((2L * pieces.Length, 2L * pieces.Length, 0L), (counts.Signals, counts.Handled, counts.Spurious));
    }

    [Fact]
    public void What_lies_beside_a_transfer_is_not_touched()
    {
        using var running = new RunningEdu(By.Message);
        byte[] before = Bytes(1, EduCard.BufferLength);
        running.Card.Send(before, 0);
        running.Card.Send([1, 2, 3], 1000);
        byte[] after = new byte[EduCard.BufferLength];
        running.Card.Receive(after, 0);
        Assert.Equal([.. before[..1000], 1, 2, 3, .. before[1003..]], after);
    }

    [Fact]
    public void The_card_is_told_addresses_that_it_can_form_and_then_the_command()
    {
        using var running = new RunningEdu(By.Line);
        using RegisterTrace trace = running.Device.StartTrace();
        running.Card.Send(new byte[16], 0x20);
        running.Card.Receive(new byte[8], 0x30);
        RegisterAccess[] writes = [.. trace.Where(access => access is { IsWrite: true, Offset: >= EduRegisters.DmaSource })];
        Assert.Equal([0x80ul, 0x88, 0x90, 0x98, 0x80, 0x88, 0x90, 0x98], writes.Select(access => access.Offset));
        Assert.Equal((0x4_0020ul, 16ul, 5ul), (writes[1].Value, writes[2].Value, writes[3].Value));
        Assert.Equal((0x4_0030ul, 8ul, 7ul), (writes[4].Value, writes[6].Value, writes[7].Value));
        Assert.InRange(writes[0].Value, 1ul, (1ul << 28) - 1);
        Assert.InRange(writes[5].Value, 1ul, (1ul << 28) - 1);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Factorials_and_transfers_go_on_at_the_same_time(By by, TopHalfMode topHalf)
    {
        using var running = new RunningEdu(by, topHalf);
        const int Rounds = 500;
        Task factorials = Task.Run(() =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                Assert.Equal(40_320u, running.Card.Factorial(8));
            }
        });
        byte[] received = new byte[64];
        for (int i = 0; i < Rounds; i++)
        {
            byte[] sent = Bytes(i, received.Length);
            running.Card.Send(sent, i);
            running.Card.Receive(received, i);
            Assert.Equal(sent, received);
        }

        await factorials;
        VectorStatistics counts = running.End();
        Assert.InRange(counts.Signals, 1, 3 * Rounds);
        Assert.Equal((0L, 0L), (counts.Unclaimed, counts.Storms));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    [InlineData(1, 4096)]
    [InlineData(4096, 1)]
    [InlineData(4097, 0)]
    [InlineData(10, int.MaxValue)]
    public void What_the_buffer_does_not_have_is_refused_before_the_card_hears_of_it(int length, int place)
    {
        using var running = new RunningEdu(By.Message);
        using RegisterTrace trace = running.Device.StartTrace();
        ArgumentException error = Assert.Throws<ArgumentException>(() => running.Card.Send(new byte[length], place));
        Assert.StartsWith($"{length} bytes at {place}: the device's buffer has 4096", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => running.Card.Receive(new byte[length], place));
        Assert.Empty(trace);
    }

    [Fact]
    public void A_transfer_whose_interrupt_is_lost_is_told_and_the_next_driver_works()
    {
        using var running = new RunningEdu(By.Message, timeLimit: TimeSpan.Zero);
        running.Device.DropInterrupts(1);
        TimeoutException error = Assert.Throws<TimeoutException>(() => running.Card.Send(new byte[10], 0));
        Assert.Equal("simulated edu: no interrupt came for the transfer of 10 bytes.", error.Message);
        Assert.True(SpinWait.SpinUntil(() => running.Registers.Read32(EduRegisters.InterruptStatus) == EduRegisters.DmaDone, TimeSpan.FromSeconds(30)));
        running.End();

        var driver = new EduLineDriver(running.Device);
        using InterruptBinding interrupts = driver.EnableInterrupts(running.Device);
        byte[] received = new byte[2];
        driver.Card.Send([5, 6], 7);
        driver.Card.Receive(received, 7);
        Assert.Equal([5, 6], received);
    }

    [Fact]
    public void Its_memory_goes_with_the_device()
    {
        var running = new RunningEdu(By.Message);
        Assert.Equal(2 * EduCard.BufferLength, running.Device.DmaBytes);
        running.Dispose();
        Assert.Equal(0, running.Device.DmaBytes);
    }

    private static byte[] Bytes(int seed, int length)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
