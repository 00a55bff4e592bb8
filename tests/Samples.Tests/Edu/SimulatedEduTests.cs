using TopHalf.Samples.Edu;

namespace TopHalf.Samples.Tests.Edu;

/// <summary>The simulated card's registers, as QEMU's card has them.</summary>
public sealed class SimulatedEduTests
{
    private const ulong Buffer = EduRegisters.Buffer;

    [Fact]
    public void Narrow_accesses_are_not_answered_and_wide_ones_only_by_the_engine()
    {
        using var device = new SimulatedEdu();
        Bar registers = device.GetBar(0);
        Assert.Equal((0, 0), (registers.Read16(0), registers.Read8(0)));
        Assert.Equal(ulong.MaxValue, registers.Read64(0));
        registers.Write64(EduRegisters.Liveness + 4, 5); // the factorial's register
        Assert.Equal(0u, registers.Read32(EduRegisters.FactorialValue));
        registers.Write64(EduRegisters.DmaSource, 0x1234_5678_9ABC);
        Assert.Equal((0x1234_5678_9ABCul, 0x5678_9ABCu), (registers.Read64(EduRegisters.DmaSource), registers.Read32(EduRegisters.DmaSource)));
        Assert.Equal(uint.MaxValue, registers.Read32(0xA0));
    }

    [Theory]
    [InlineData(0, Buffer, 4097, 1)]
    [InlineData(0, Buffer - 1, 1, 1)]
    [InlineData(0, Buffer + 4096, 1, 5)]
    [InlineData(0, Buffer, ulong.MaxValue, 1)]
    [InlineData(Buffer + 1, 0, 4096, 3)]
    [InlineData(0, 0, 1, 3)]
    public void A_transfer_that_leaves_the_buffer_is_a_fault(ulong source, ulong destination, ulong count, ulong command)
    {
        using var device = new SimulatedEdu();
        Bar registers = device.GetBar(0);
        Tell(registers, source, destination, count);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => registers.Write64(EduRegisters.DmaCommand, command));
        Assert.Equal(
            $"The transfer of {count} bytes at 0x{(command == 3 ? source : destination):X} leaves the device's buffer, 0x40000 to 0x41000.", error.Message);
        Assert.Equal((0ul, 0u), (registers.Read64(EduRegisters.DmaCommand), registers.Read32(EduRegisters.InterruptStatus)));
    }

    [Fact]
    public void A_command_without_its_first_bit_does_nothing()
    {
        using var device = new SimulatedEdu();
        Bar registers = device.GetBar(0);
        registers.Write64(EduRegisters.DmaCommand, 6);
        Assert.Equal(0ul, registers.Read64(EduRegisters.DmaCommand));
    }

    [Fact]
    public void Without_the_third_bit_the_end_does_not_interrupt()
    {
        using var device = new SimulatedEdu();
        Bar registers = device.GetBar(0);
        Tell(registers, 0, Buffer, 8);
        Command(registers, 1);
        Assert.Equal(0u, registers.Read32(EduRegisters.InterruptStatus));
    }

    [Fact]
    public void Of_an_address_it_forms_28_bits()
    {
        using var running = new RunningEdu(By.Message);
        using DmaBuffer memory = running.Device.AllocateDma(8, addressBits: 28);
        memory.Write64(0, 0x0123_4567_89AB_CDEF);
        Tell(running.Registers, memory.Address + (1ul << 40), Buffer, 8);
        Command(running.Registers, 1);
        byte[] received = new byte[8];
        running.Card.Receive(received, 0);
        Assert.Equal(0x0123_4567_89AB_CDEFul, BitConverter.ToUInt64(received));
    }

    // As QEMU's, which hears nothing of what the IOMMU refuses.
    [Fact]
    public void What_no_buffer_has_reads_as_zeros_and_is_written_nowhere()
    {
        using var running = new RunningEdu(By.Message);
        running.Card.Send([1, 2, 3, 4, 5], 0);
        Tell(running.Registers, 0, Buffer, 4);
        Command(running.Registers, 1);
        byte[] after = new byte[5];
        running.Card.Receive(after, 0);
        Assert.Equal([0, 0, 0, 0, 5], after);

        Tell(running.Registers, Buffer, 0, 5);
        Command(running.Registers, 3);
        running.Card.Receive(after, 0);
        Assert.Equal([0, 0, 0, 0, 5], after);
    }

    private static void Command(Bar registers, uint command)
    {
        registers.Write64(EduRegisters.DmaCommand, command);
        Assert.True(SpinWait.SpinUntil(() => (registers.Read64(EduRegisters.DmaCommand) & EduRegisters.Run) == 0, TimeSpan.FromSeconds(30)));
    }

    private static void Tell(Bar registers, ulong source, ulong destination, ulong count)
    {
        registers.Write64(EduRegisters.DmaSource, source);
        registers.Write64(EduRegisters.DmaDestination, destination);
        registers.Write64(EduRegisters.DmaCount, count);
    }
}
