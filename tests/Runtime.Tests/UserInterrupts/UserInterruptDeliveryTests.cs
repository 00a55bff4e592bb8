using TopHalf.Runtime.Tests.UserInterrupts.Model;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>Notifications and deliveries in the model. Intel SDM, Vol. 3, "User Interrupts".</summary>
public sealed class UserInterruptDeliveryTests
{
    [Fact]
    public void A_notification_clears_ON_and_moves_PIR_to_UIRR()
    {
        Machine machine = Machines.Sending(0, 1);
        machine.SendAll();
        machine.Receiver.Requests = 1UL << 7;

        machine.Accept(Machines.NotificationVector);
        machine.StepNotification();
        Assert.Equal((false, (1UL << 5) | (1UL << 63)), (machine.Upid.IsOutstanding, machine.Upid.Requests));
        machine.StepNotification();
        Assert.Equal((0UL, 1UL << 7), (machine.Upid.Requests, machine.Receiver.Requests));
        machine.StepNotification();
        Assert.Equal((false, (1UL << 5) | (1UL << 7) | (1UL << 63)), (machine.IsProcessing, machine.Receiver.Requests));
        Assert.Empty(machine.Receiver.Ordinary);
    }

    [Fact]
    public void A_post_between_the_steps_of_a_notification_notifies_again()
    {
        Machine machine = Machines.Sending(0, 1);
        machine.StepSender(0);
        machine.StepSender(0);
        machine.StepSender(0);
        machine.Accept(Machines.NotificationVector);
        machine.StepNotification();
        machine.SendAll();
        Assert.Equal([Machines.NotificationVector], machine.Receiver.Arrived);
    }

    [Theory]
    [InlineData(0x21, true, true)]
    [InlineData(Machines.NotificationVector, false, true)]
    [InlineData(Machines.NotificationVector, true, false)]
    public void Any_other_interrupt_is_an_ordinary_one(byte vector, bool isEnabled, bool is64Bit)
    {
        Machine machine = Machines.Sending(0);
        machine.SendAll();
        machine.Receiver.Arrived.Add(vector);
        (machine.Receiver.IsEnabled, machine.Receiver.Is64Bit) = (isEnabled, is64Bit);

        machine.Accept(vector);

        Assert.Equal((false, 1UL << 5, 0UL), (machine.IsProcessing, machine.Upid.Requests, machine.Receiver.Requests));
        Assert.Equal([vector], machine.Receiver.Ordinary);
    }

    [Fact]
    public void A_notification_is_processed_in_the_kernel_too_and_delivered_outside()
    {
        Machine machine = Machines.Sending(0);
        machine.SendAll();
        machine.Receiver.PrivilegeLevel = 0;
        machine.Notice();
        Assert.Equal((1UL << 5, false), (machine.Receiver.Requests, machine.Receiver.CanDeliver));
        machine.Receiver.PrivilegeLevel = 3;
        Assert.True(machine.Receiver.CanDeliver);
    }

    [Fact]
    public void Two_posts_of_a_vector_are_one_delivery_and_the_highest_vector_is_first()
    {
        Machine machine = Machines.Sending(0, 2, 1, 1, 3, 0);
        machine.SendAll();
        machine.Notice();
        while (machine.Receiver.CanDeliver)
        {
            machine.Deliver();
            Assert.Equal(UserInterruptFault.None, machine.Return());
        }

        Assert.Equal([63, 40, 5, 0], machine.Ledger.Delivered);
        Assert.Equal((0UL, 0UL), (machine.Ledger.Owed, machine.Receiver.Requests));
    }

    [Theory]
    [InlineData(128, Machines.Stack - 128)]
    [InlineData(0, Machines.Stack)]
    [InlineData(0x6000_0000_1009, 0x6000_0000_1009)]
    public void The_frame_is_vector_RIP_RFLAGS_and_RSP_on_a_stack_that_is_aligned(ulong adjust, ulong top)
    {
        Machine machine = Machines.Sending(1);
        machine.SendAll();
        machine.Notice();
        Processor receiver = machine.Receiver;
        (receiver.StackAdjust, receiver.Rflags) = (adjust, 0x1_0346);

        machine.Deliver();

        ulong rsp = (top & ~0xFUL) - 32;
        Assert.Equal((rsp, Machines.Handler, false, 0UL), (receiver.Rsp, receiver.Rip, receiver.Flag, receiver.Requests));
        Assert.Equal((63UL, Machines.Code, 0x1_0346UL, Machines.Stack), (machine.Memory[rsp], machine.Memory[rsp + 8], machine.Memory[rsp + 16], machine.Memory[rsp + 24]));
        Assert.Equal(0x246UL, receiver.Rflags);   // without TF and RF
    }

    [Fact]
    public void UIF_cleared_keeps_it_until_STUI()
    {
        Machine machine = Machines.Sending(0);
        Processor receiver = machine.Receiver;
        Assert.Equal(UserInterruptFault.None, receiver.Clui());
        machine.SendAll();
        machine.Notice();
        Assert.Equal((1UL << 5, false), (receiver.Requests, receiver.CanDeliver));
        Assert.Equal(UserInterruptFault.None, receiver.Stui());
        Assert.True(receiver.CanDeliver);
    }

    [Fact]
    public void Nothing_is_delivered_where_it_must_not_be()
    {
        Machine machine = Machines.Sending(0);
        machine.SendAll();
        machine.Notice();
        Processor receiver = machine.Receiver;
        Action<Processor, bool>[] conditions =
        [
            static (p, on) => p.IsEnabled = on, static (p, on) => p.Flag = on, static (p, on) => p.PrivilegeLevel = on ? 3 : 0,
            static (p, on) => p.Is64Bit = on, static (p, on) => p.IsBlocked = !on,
        ];
        foreach (Action<Processor, bool> set in conditions)
        {
            set(receiver, false);
            Assert.False(receiver.CanDeliver);
            Assert.Throws<InvalidOperationException>(machine.Deliver);
            set(receiver, true);
            Assert.True(receiver.CanDeliver);
        }
    }

    [Fact]
    public void A_handler_that_is_no_address_is_a_fault_and_nothing_changes()
    {
        Machine machine = Machines.Sending(0);
        machine.SendAll();
        machine.Notice();
        machine.Receiver.Handler = 0x8000_0000_0000;
        machine.Deliver();
        Assert.Equal(UserInterruptFault.HandlerNotCanonical, machine.ReceiverFault);
        Assert.Equal((1UL << 5, true, Machines.Stack, Machines.Code), (machine.Receiver.Requests, machine.Receiver.Flag, machine.Receiver.Rsp, machine.Receiver.Rip));
        Assert.Empty(machine.Ledger.Delivered);
    }
}
