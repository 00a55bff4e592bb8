using TopHalf.Runtime.Tests.UserInterrupts.Model;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>SENDUIPI in the model. Intel SDM, Vol. 2, SENDUIPI.</summary>
public sealed class SendUipiTests
{
    [Fact]
    public void It_posts_sets_ON_and_notifies()
    {
        Machine machine = Machines.Sending(0);
        machine.StepSender(0);
        Assert.Equal(0UL, machine.Upid.Requests);
        machine.StepSender(0);
        Assert.Equal((1UL << 5, true, 0), (machine.Upid.Requests, machine.Upid.IsOutstanding, machine.Receiver.Arrived.Count));
        machine.StepSender(0);
        Assert.Equal([Machines.NotificationVector], machine.Receiver.Arrived);
    }

    [Fact]
    public void Where_ON_is_set_it_posts_and_does_not_notify()
    {
        Machine machine = Machines.Sending(0, 1);
        machine.SendAll();
        Assert.Equal(((1UL << 5) | (1UL << 63), 1), (machine.Upid.Requests, machine.Receiver.Arrived.Count));

        machine.Receiver.Arrived.Clear();
        machine.Senders[0].Position = 0;
        machine.SendAll();
        Assert.Empty(machine.Receiver.Arrived);
    }

    [Fact]
    public void Where_SN_is_set_it_posts_and_sets_no_ON()
    {
        Machine machine = Machines.Sending(0);
        machine.Upid.Suppress();
        machine.SendAll();
        Assert.Equal((1UL << 5, false, 0), (machine.Upid.Requests, machine.Upid.IsOutstanding, machine.Receiver.Arrived.Count));
    }

    [Fact]
    public void What_was_suppressed_stays_until_somebody_notifies_and_then_all_of_it_comes()
    {
        Machine machine = Machines.Sending(0, 1);
        machine.Upid.Suppress();
        for (int i = 0; i < 3; i++)
        {
            machine.StepSender(0);
        }

        Assert.True(machine.Upid.Unsuppress());
        Assert.Equal((1UL << 5, 0), (machine.Upid.Requests, machine.Receiver.Arrived.Count));

        machine.SendAll();
        machine.Notice();
        Assert.Equal((1UL << 5) | (1UL << 63), machine.Receiver.Requests);
    }

    [Theory]
    [InlineData(true, 0x0000_0102u, 0x102u, true)]
    [InlineData(true, 0x0000_0200u, 0x2u, false)]
    [InlineData(false, 0x0000_0200u, 0x2u, true)]
    [InlineData(false, 0x0000_0002u, 0x2u, false)]
    public void The_notification_goes_to_the_APIC_id_in_all_bits_or_in_15_to_8(bool isX2Apic, uint destination, uint apicId, bool arrives)
    {
        Machine machine = Machines.Sending(0);
        (machine.Receiver.IsX2Apic, machine.Receiver.ApicId) = (isX2Apic, apicId);
        machine.Upid.Initialize(0x77, destination, isSuppressed: false);
        machine.SendAll();
        Assert.Equal(arrives ? [0x77] : [], machine.Receiver.Arrived);
        Assert.Equal(arrives ? 0 : 1, machine.Elsewhere.Count);
    }

    [Theory]
    [InlineData(nameof(UserInterruptFault.NotEnabled))]
    [InlineData(nameof(UserInterruptFault.IndexBeyondTable))]
    [InlineData(nameof(UserInterruptFault.EntryNotValid))]
    [InlineData(nameof(UserInterruptFault.EntryReservedBits))]
    [InlineData(nameof(UserInterruptFault.UpidMisaligned))]
    [InlineData(nameof(UserInterruptFault.UpidNotMapped))]
    [InlineData(nameof(UserInterruptFault.UpidReservedBits))]
    public void A_fault_posts_nothing(string name)
    {
        UserInterruptFault fault = Enum.Parse<UserInterruptFault>(name);
        Machine machine = Machines.Sending(1);
        Sender sender = machine.Senders[0];
        ulong expected = machine.Upid.Status;
        switch (fault)
        {
            case UserInterruptFault.NotEnabled: sender.IsEnabled = false; break;
            case UserInterruptFault.IndexBeyondTable: sender.HighestIndex = 0; break;
            case UserInterruptFault.EntryNotValid: machine.Uitt[1].Invalidate(); break;
            case UserInterruptFault.EntryReservedBits: machine.Uitt[1] = new(1 | (64 << 8), machine.UpidAddress); break;
            case UserInterruptFault.UpidMisaligned: machine.Uitt[1] = new(1, machine.UpidAddress + 32); break;
            case UserInterruptFault.UpidNotMapped: machine.Uitt[1] = new(1, machine.UpidAddress + 64); break;
            default: machine.Upid.SetStatus(expected |= 1 << 2); break;
        }

        machine.SendAll();

        Assert.Equal((fault, 0UL, expected, 0), (sender.Fault, machine.Upid.Requests, machine.Upid.Status, machine.Receiver.Arrived.Count));
    }

    [Fact]
    public void The_size_of_the_table_is_its_highest_index()
    {
        Machine machine = Machines.Sending(3);
        machine.SendAll();
        Assert.Equal((UserInterruptFault.None, 1UL << 40), (machine.Senders[0].Fault, machine.Upid.Requests));
    }

    [Fact]
    public void An_entry_that_was_read_is_used_though_it_is_invalid_by_then()
    {
        Machine machine = Machines.Sending(0);
        machine.StepSender(0);
        machine.Uitt[0].Invalidate();
        machine.SendAll();
        Assert.Equal(1UL << 5, machine.Upid.Requests);
    }
}
