using TopHalf.Runtime.Tests.UserInterrupts.Model;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>UIRET, CLUI, STUI and TESTUI in the model. Intel SDM, Vol. 2.</summary>
public sealed class InstructionTests
{
    private readonly Machine _machine = Machines.Sending(0);

    private Processor Receiver => _machine.Receiver;

    [Fact]
    public void UIRET_goes_back_sets_UIF_and_clears_a_monitor()
    {
        Deliver();
        Receiver.IsMonitoring = true;
        Assert.Equal(UserInterruptFault.None, _machine.Return());
        Assert.Equal((Machines.Code, Machines.Stack, 2UL, true, false), (Receiver.Rip, Receiver.Rsp, Receiver.Rflags, Receiver.Flag, Receiver.IsMonitoring));
    }

    [Fact]
    public void UIRET_does_not_pop_the_vector()
    {
        Deliver();
        Receiver.Uiret(_machine.Memory);
        Assert.Equal((5UL, 2UL), (Receiver.Rip, Receiver.Rsp));   // each a word too early: the vector, and RFLAGS
    }

    [Fact]
    public void UIRET_restores_only_the_flags_that_a_program_may_change()
    {
        Deliver();
        Receiver.Rflags = 0x3202;                                     // IOPL and IF, as the kernel set them
        _machine.Memory[Receiver.Rsp + 16] = 0xFFFF_FFFF_FFFF_FFFF;
        _machine.Return();
        Assert.Equal(0x3202UL | 0x25_4DD5, Receiver.Rflags);
    }

    [Theory]
    [InlineData(false, 0, true)]
    [InlineData(false, 2, true)]
    [InlineData(true, 0, false)]
    [InlineData(true, 2, true)]
    public void UIRET_takes_UIF_from_the_flags_where_the_processor_has_that(bool hasUiretUif, ulong flags, bool expected)
    {
        Deliver();
        Receiver.HasUiretUif = hasUiretUif;
        _machine.Memory[Receiver.Rsp + 16] = flags;
        _machine.Return();
        Assert.Equal(expected, Receiver.Flag);
    }

    [Theory]
    [InlineData(0x0000_7FFF_FFFF_FFFF, nameof(UserInterruptFault.None))]
    [InlineData(0x0000_8000_0000_0000, nameof(UserInterruptFault.ReturnNotCanonical))]
    [InlineData(0xFFFF_7FFF_FFFF_FFFF, nameof(UserInterruptFault.ReturnNotCanonical))]
    [InlineData(0xFFFF_8000_0000_0000, nameof(UserInterruptFault.None))]
    public void UIRET_goes_to_addresses_only(ulong rip, string fault)
    {
        Deliver();
        _machine.Memory[Receiver.Rsp + 8] = rip;
        Assert.Equal(fault, _machine.Return().ToString());
        Assert.Equal(fault == nameof(UserInterruptFault.None), Receiver.Flag);
    }

    [Theory]
    [InlineData(true, 0x1)]
    [InlineData(false, 0x0)]
    public void TESTUI_tells_UIF_in_CF_and_clears_the_rest(bool flag, ulong carry)
    {
        Receiver.Flag = flag;
        Receiver.Rflags = 0x8D5 | 0x202;
        Assert.Equal(UserInterruptFault.None, Receiver.Testui());
        Assert.Equal(0x202 | carry, Receiver.Rflags);
        Assert.Equal(flag, Receiver.Flag);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Without_the_feature_each_is_an_unknown_instruction(bool isEnabled, bool is64Bit)
    {
        Deliver();
        (Receiver.IsEnabled, Receiver.Is64Bit) = (isEnabled, is64Bit);
        string before = Receiver.Key;
        Assert.All([Receiver.Clui(), Receiver.Stui(), Receiver.Testui(), Receiver.Uiret(_machine.Memory)], static fault => Assert.Equal(UserInterruptFault.NotEnabled, fault));
        Assert.Equal(before, Receiver.Key);
    }

    private void Deliver()
    {
        _machine.SendAll();
        _machine.Notice();
        _machine.Deliver();
    }
}
