using TopHalf.Samples.Ivshmem;

namespace TopHalf.Samples.Tests.Ivshmem;

/// <summary>The simulated card answers as QEMU's.</summary>
public sealed class SimulatedIvshmemTests
{
    [Fact]
    public void Registers_are_those_of_the_specification()
    {
        using var card = new SimulatedIvshmem(position: 5);
        Bar registers = card.GetBar(0);
        registers.Write32(IvshmemRegisters.Position, 9);
        registers.Write32(IvshmemRegisters.Mask, 7);
        Assert.Equal((5u, 7u, 0u), (registers.Read32(IvshmemRegisters.Position), registers.Read32(IvshmemRegisters.Mask), registers.Read32(IvshmemRegisters.Doorbell)));
        Assert.Equal(0xFF, registers.Read8(IvshmemRegisters.Position)); // only 32 bits
        card.GetBar(2).Write64(0x40, 0x0123_4567_89AB_CDEF);
        Assert.Equal(0x89AB_CDEFu, card.GetBar(2).Read32(0x40));
    }

    [Fact]
    public void A_doorbell_goes_to_whom_it_names()
    {
        using var card = new SimulatedIvshmem();
        var rung = new List<(uint, int)>();
        card.DoorbellRung = (whom, vector) => rung.Add((whom, vector));
        card.GetBar(0).Write32(IvshmemRegisters.Doorbell, IvshmemRegisters.Ring(3, 2));
        card.GetBar(0).Write32(IvshmemRegisters.Doorbell, 0xFFFF_0101);
        card.GetBar(0).Write16(IvshmemRegisters.Doorbell, 1);
        Assert.Equal([(3u, 2), (0xFFFFu, 1)], rung);
    }

    [Fact]
    public void Who_rings_another_number_or_vector_is_not_heard()
    {
        using var running = new RunningIvshmem(TopHalfMode.Managed, withPeer: false);
        Assert.False(running.Card.Ring(RunningIvshmem.Position + 1, 0));
        Assert.False(running.Card.Ring(RunningIvshmem.Position, SharedLayout.Vectors));
        Assert.True(running.Card.Ring(RunningIvshmem.Position, 0));
    }
}
