using TopHalf.Runtime.Tests.Delivery;
using TopHalf.Runtime.Tests.NativeTopHalf;
using TopHalf.Runtime.Tests.UserInterrupts.Stubs;
using static TopHalf.Runtime.Tests.UserInterrupts.ReceiverRuns;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>Threads that interrupt each other, by bits and by emulated user interrupts; and what is said of wrong use.</summary>
public sealed class UserInterruptReceiverTests
{
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    [Theory]
    [InlineData(InterruptDelivery.Software, WaitMode.Block)]
    [InlineData(InterruptDelivery.Software, WaitMode.Spin)]
    [InlineData(InterruptDelivery.Software, WaitMode.Adaptive)]
    [InlineData(InterruptDelivery.UserInterrupt, WaitMode.Block)]
    [InlineData(InterruptDelivery.UserInterrupt, WaitMode.Spin)]
    [InlineData(InterruptDelivery.UserInterrupt, WaitMode.Adaptive)]
    public void Every_vector_that_several_threads_send_is_taken(InterruptDelivery delivery, WaitMode mode)
    {
        const int Senders = 3;
        const int Rounds = 2000;
        UserInterruptReceiverOptions options = Options(delivery, mode);
        string[] addresses = [];
        ulong seen = 0;
        long[] done = new long[Senders];
        using var isReady = new ManualResetEventSlim();
        Exception? failure = null;
        var receiver = new Thread(() =>
        {
            using var own = new UserInterruptReceiver(options);
            Assert.Equal(delivery, own.Delivery);
            addresses = [.. Enumerable.Range(0, Senders).Select(number => own.AddressOf(number * 21))];
            isReady.Set();

            // Each sender waits until its last vector was seen: one that is lost would stop it.
            while (done.Sum(static d => Volatile.Read(in d)) < Senders * Rounds)
            {
                ulong taken = own.Wait(TimeSpan.FromSeconds(30));
                if (taken == 0)
                {
                    failure = new TimeoutException($"nothing came for 30 seconds, after {string.Join(' ', done)}");
                    break;
                }

                seen |= taken;
                for (int number = 0; number < Senders; number++)
                {
                    if ((taken >> (number * 21) & 1) != 0)
                    {
                        Interlocked.Increment(ref done[number]);
                    }
                }
            }
        });
        receiver.Start();
        isReady.Wait();
        Thread[] senders = [.. Enumerable.Range(0, Senders).Select(number => new Thread(() =>
        {
            using UserInterrupt sender = Open(addresses[number], options);
            for (int round = 0; round < Rounds && receiver.IsAlive; round++)
            {
                Assert.True(sender.Send());
                while (Volatile.Read(ref done[number]) <= round && receiver.IsAlive)
                {
                    Thread.Yield();
                }
            }
        }))];
        Array.ForEach(senders, static sender => sender.Start());
        Array.ForEach(senders, static sender => sender.Join());
        receiver.Join();
        Assert.Null(failure);
        Assert.Equal(1UL | 1UL << 21 | 1UL << 42, seen);
        AssertSound(options);
    }

    [Theory]
    [InlineData(WaitMode.Block)]
    [InlineData(WaitMode.Adaptive)]
    [InlineData(WaitMode.Spin)]
    public void A_time_that_is_over_and_a_wake_bring_nothing(WaitMode mode)
    {
        using var receiver = new UserInterruptReceiver(Options(InterruptDelivery.Software, mode));
        Assert.Equal(0UL, receiver.Wait(TimeSpan.Zero));
        Assert.Equal(0UL, receiver.Wait(TimeSpan.FromMilliseconds(20)));
        receiver.Wake();
        Assert.Equal(0UL, receiver.Wait(Never));
        var other = new Thread(receiver.Wake);
        other.Start();
        Assert.Equal(0UL, receiver.Wait(Never));
        other.Join();
    }

    [Fact]
    public void What_was_sent_before_the_wait_is_there_and_what_was_sent_twice_is_one()
    {
        using var receiver = new UserInterruptReceiver(Options(InterruptDelivery.Software, WaitMode.Block));
        using UserInterrupt sender = UserInterrupt.Open(receiver.AddressOf(63));
        Assert.True(sender.IsReceiverAlive);
        Assert.True(sender.Send());
        Assert.True(sender.Send());
        Assert.Equal(1UL << 63, receiver.Wait(Never));
        Assert.Equal(0UL, receiver.Wait(TimeSpan.Zero));
    }

    [Theory]
    [InlineData(InterruptDelivery.Software, true)]
    [InlineData(InterruptDelivery.UserInterrupt, true)]
    [InlineData(InterruptDelivery.UserInterrupt, false)]
    public void A_receiver_interrupts_itself(InterruptDelivery delivery, bool hasCall)
    {
        UserInterruptReceiverOptions options = Options(delivery, WaitMode.Spin);
        if (delivery == InterruptDelivery.UserInterrupt)
        {
            options.Machine = new EmulatedMachine { Kernel = new EmulatedKernel { CanSendToSelf = hasCall } };
        }

        (int Files, int Mappings) before = Holdings();
        using (var receiver = new UserInterruptReceiver(options))
        {
            receiver.SendToSelf(63);
            receiver.SendToSelf(0);
            receiver.SendToSelf(63);
            Assert.Equal(1UL << 63 | 1, receiver.Wait(Never));
            Assert.Equal(0UL, receiver.Wait(TimeSpan.Zero));
            receiver.SendToSelf(63);
            Assert.Equal(1UL << 63, receiver.Wait(Never));
            Assert.Throws<ArgumentOutOfRangeException>(() => receiver.SendToSelf(64));
            Assert.Throws<ArgumentOutOfRangeException>(() => receiver.SendToSelf(-1));
        }

        Assert.Equal(before, Holdings());
        AssertSound(options);
        if (options.Machine is EmulatedMachine machine)
        {
            // Once for each of the two vectors, besides the detection's; and each is taken back.
            string[] made = [.. machine.Kernel.Made];
            Assert.Equal(hasCall ? (1, 3) : (3, 0), (made.Count(static m => m == "register_sender"), made.Count(static m => m == "register_self")));
            Assert.Equal(made.Count(static m => m is "register_sender" or "register_self"), made.Count(static m => m == "unregister_sender"));
        }
    }

    [Fact]
    public void A_receiver_that_the_kernel_does_not_let_send_to_itself_says_so_and_goes_on()
    {
        UserInterruptReceiverOptions options = Options(InterruptDelivery.UserInterrupt, WaitMode.Spin);
        ((EmulatedMachine)options.Machine).Kernel.Failing[("register_self", 2)] = Errno.ENOSPC; // the first is the detection's
        using var receiver = new UserInterruptReceiver(options);
        var refused = Assert.Throws<PciDeviceException>(() => receiver.SendToSelf(7));
        Assert.Contains("uintr_register_self failed: ENOSPC", refused.Message, StringComparison.Ordinal);
        receiver.SendToSelf(7);
        Assert.Equal(1UL << 7, receiver.Wait(Never));
    }

    [Fact]
    public void A_receiver_that_is_gone_takes_nothing_and_its_address_is_refused()
    {
        var receiver = new UserInterruptReceiver(Options(InterruptDelivery.Software, WaitMode.Block));
        string address = receiver.AddressOf(0);
        using UserInterrupt sender = UserInterrupt.Open(address);
        receiver.Dispose();
        receiver.Dispose();
        Assert.False(sender.Send());
        Assert.False(sender.IsReceiverAlive);
        var refused = Assert.Throws<PciDeviceException>(() => UserInterrupt.Open(address));
        Assert.Contains("is not there any more", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => receiver.Wait(Never));
        receiver.Wake();
    }

    [Fact]
    public void A_number_that_is_another_file_by_now_is_refused()
    {
        using var receiver = new UserInterruptReceiver(Options(InterruptDelivery.Software, WaitMode.Block));
        UserInterruptAddress address = UserInterruptAddress.Parse(receiver.AddressOf(0));
        string other = (address with { Name = "tophalf-0123456789ABCDEF" }).ToString();
        Assert.Contains("is not there any more", Assert.Throws<PciDeviceException>(() => UserInterrupt.Open(other)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("user-interrupt")]
    [InlineData("user-interrupt:1:a:2:64")]
    [InlineData("user-interrupt:0:a:2:3")]
    [InlineData("user-interrupt:1:a:-2:3")]
    [InlineData("user-interrupt:1:a:2:3:x")]
    [InlineData("user-interrupt:1:a:2:3:4:3:471")]
    [InlineData("user-interrupt:1:a:2:3:4:2:x")]
    [InlineData("elsewhere:1:a:2:3")]
    public void What_is_no_address_is_told(string address)
        => Assert.Contains("is no address of a user interrupt", Assert.Throws<FormatException>(() => UserInterrupt.Open(address)).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_thread_is_told_whose_it_is()
    {
        var receiver = new UserInterruptReceiver(Options(InterruptDelivery.Software, WaitMode.Block));
        foreach (Action use in (Action[])[() => receiver.Wait(Never), () => receiver.AddressOf(1), () => receiver.SendToSelf(1), receiver.Dispose])
        {
            InvalidOperationException? told = null;
            var other = new Thread(() => told = Assert.Throws<InvalidOperationException>(use));
            other.Start();
            other.Join();
            Assert.Contains("belongs to the thread that made it", told!.Message, StringComparison.Ordinal);
        }

        receiver.Dispose();
    }

    [Fact]
    public void A_sender_of_user_interrupts_is_its_threads()
    {
        UserInterruptReceiverOptions options = Options(InterruptDelivery.UserInterrupt, WaitMode.Spin);
        using var receiver = new UserInterruptReceiver(options);
        string address = receiver.AddressOf(9);
        UserInterrupt? sender = null;
        using var isOpen = new ManualResetEventSlim();
        using var isTried = new ManualResetEventSlim();
        var other = new Thread(() =>
        {
            sender = Open(address, options);
            isOpen.Set();
            isTried.Wait();
            sender.Send();
            sender.Dispose();
        });
        other.Start();
        isOpen.Wait();
        Assert.Contains("belongs to the thread that opened it", Assert.Throws<InvalidOperationException>(() => sender!.Send()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => sender!.Dispose());
        isTried.Set();
        Assert.Equal(1UL << 9, receiver.Wait(TestDevices.Patience));
        other.Join();
        receiver.Dispose();
        AssertSound(options);
    }

    [Fact]
    public void A_receiver_and_a_sender_with_other_numbers_do_not_meet()
    {
        UserInterruptReceiverOptions options = Options(InterruptDelivery.UserInterrupt, WaitMode.Spin);
        using var receiver = new UserInterruptReceiver(options);
        string address = receiver.AddressOf(9);
        int made = ((EmulatedMachine)options.Machine).Kernel.Made.Count;
        Assert.Contains(
            "version 2 of the patches from system call 471 on, and this one is given as version 1 from 449 on",
            Assert.Throws<ArgumentException>(() => UserInterrupt.Open(address, UserInterruptKernel.Version1(449), options.Machine)).Message,
            StringComparison.Ordinal);
        Assert.Equal(made, ((EmulatedMachine)options.Machine).Kernel.Made.Count);
        Assert.SkipWhen(UserInterrupt.GetSupport().IsSupported, "This machine has user interrupts.");
        Assert.Contains($"They cannot be had: {UserInterrupt.GetSupport().Reason}", Assert.Throws<PciDeviceException>(() => UserInterrupt.Open(address)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public unsafe void The_longest_time_is_for_ever()
    {
        using var receiver = new UserInterruptReceiver(Options(InterruptDelivery.Software, WaitMode.Block));
        using UserInterrupt sender = UserInterrupt.Open(receiver.AddressOf(1));
        UserInterruptState* state = receiver.State;
        bool isAsleep = false;
        var other = new Thread(() =>
        {
            isAsleep = SpinWait.SpinUntil(() => Volatile.Read(ref state->Sleeping) == 1, TestDevices.Patience);
            sender.Send();
        });
        other.Start();
        Assert.Equal(1UL << 1, receiver.Wait(TimeSpan.MaxValue));
        other.Join();
        Assert.True(isAsleep);
    }

    /// <summary>Who was to wake it is gone: the next one does.</summary>
    [Fact]
    public unsafe void A_sender_that_died_before_it_woke_the_receiver_keeps_no_other_from_it()
    {
        UserInterruptReceiver? receiver = null;
        ulong taken = 0;
        using var isReady = new ManualResetEventSlim();
        UserInterruptReceiverOptions options = Options(InterruptDelivery.Software, WaitMode.Block);
        string address = "";
        var thread = new Thread(() =>
        {
            using var own = new UserInterruptReceiver(options);
            receiver = own;
            address = own.AddressOf(2);
            isReady.Set();
            while (taken != 0b110)
            {
                taken |= own.Wait(TestDevices.Patience);
            }
        });
        thread.Start();
        isReady.Wait();
        UserInterruptState* state = receiver!.State;
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref receiver.State->Sleeping) == 1, TestDevices.Patience));
        Interlocked.Or(ref state->Pending, 0b010);
        Volatile.Write(ref state->Sleeping, 2); // and no more of it
        using (UserInterrupt sender = UserInterrupt.Open(address))
        {
            sender.Send();
            thread.Join();
        }

        Assert.Equal(0b110UL, taken);
    }

    [Theory]
    [InlineData(InterruptDelivery.EventFd)]
    [InlineData((InterruptDelivery)9)]
    public void A_delivery_that_a_receiver_has_not_is_refused(InterruptDelivery delivery)
        => Assert.Contains("a receiver takes Auto, Software or UserInterrupt", Assert.Throws<ArgumentException>(() => new UserInterruptReceiver(new() { Delivery = delivery })).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_required_and_is_not_here_is_told()
    {
        Assert.SkipWhen(UserInterrupt.GetSupport().IsSupported, "This machine has user interrupts.");
        Assert.Contains(
            $"They cannot be had: {UserInterrupt.GetSupport().Reason}",
            Assert.Throws<PciDeviceException>(() => new UserInterruptReceiver(new() { Delivery = InterruptDelivery.UserInterrupt })).Message,
            StringComparison.Ordinal);
        using var receiver = new UserInterruptReceiver();
        Assert.Equal((InterruptDelivery.Software, UserInterrupt.GetSupport().Reason), (receiver.Delivery, receiver.Reason));
    }
}
