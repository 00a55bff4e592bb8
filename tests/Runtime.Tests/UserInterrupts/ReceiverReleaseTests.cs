using System.Runtime.CompilerServices;
using TopHalf.Runtime.Tests.Delivery;
using TopHalf.Runtime.Tests.NativeTopHalf;
using TopHalf.Runtime.Tests.UserInterrupts.Stubs;
using static TopHalf.Runtime.Tests.UserInterrupts.ReceiverRuns;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>Nothing is left of a receiver or a sender: when it is disposed, forgotten, or refused.</summary>
public sealed class ReceiverReleaseTests
{
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    [Fact]
    public void A_thread_that_the_kernel_refuses_has_bits_where_that_is_allowed()
    {
        UserInterruptReceiverOptions options = Options(InterruptDelivery.UserInterrupt, WaitMode.Spin);
        var machine = new EmulatedMachine { HasWaitPackage = false }; // a thread that is no receiver has no emulated processor
        machine.Kernel.Failing[("register_handler", 2)] = Errno.EBUSY; // the first is the detection's
        (options.Delivery, options.Machine) = (InterruptDelivery.Auto, machine);
        (int Files, int Mappings) before = Holdings();
        using (var receiver = new UserInterruptReceiver(options))
        {
            Assert.Equal(
                (InterruptDelivery.Software, "setting up user interrupts failed: uintr_register_handler failed: EBUSY (16). The thread is a receiver already, and has one handler only."),
                (receiver.Delivery, receiver.Reason));
            Send(receiver.AddressOf(4), options);
            Assert.Equal(1UL << 4, receiver.Wait(Never));
        }

        Assert.Equal(before, Holdings());

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Send(string address, UserInterruptReceiverOptions options)
        {
            using UserInterrupt sender = Open(address, options);
            Assert.True(sender.Send());
        }
    }

    /// <summary>Whoever is in the middle of a send still sends, and never into memory that is not there.</summary>
    [Fact]
    public void A_sender_may_be_disposed_while_other_threads_send()
    {
        const int Rounds = 300;
        using var receiver = new UserInterruptReceiver(Options(InterruptDelivery.Software, WaitMode.Block));
        string address = receiver.AddressOf(1);
        for (int round = 0; round < Rounds; round++)
        {
            UserInterrupt sender = UserInterrupt.Open(address);
            int sent = 0;
            Exception? failure = null;
            var thread = new Thread(() =>
            {
                while (failure is null)
                {
                    failure = Record.Exception(() => Assert.True(sender.Send()));
                    Volatile.Write(ref sent, sent + 1);
                }
            });
            thread.Start();
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref sent) > 3, TestDevices.Patience));
            sender.Dispose();
            thread.Join();
            Assert.IsType<ObjectDisposedException>(failure);
            Assert.Throws<ObjectDisposedException>(() => sender.IsReceiverAlive);
            sender.Dispose();
        }

        Assert.Equal(1UL << 1, receiver.Wait(Never));
    }

    [Fact]
    public void What_nobody_disposes_is_released_when_nobody_can_reach_it_any_more()
    {
        (int Files, int Mappings) before = Holdings();
        Assert.Equal((before.Files + 4, before.Mappings + 4), Forget());
        Assert.True(SpinWait.SpinUntil(() => before == Holdings(), TestDevices.Patience));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (int Files, int Mappings) Forget()
        {
            (int Files, int Mappings) held = default;
            var thread = new Thread(() =>
            {
                for (int i = 0; i < 2; i++)
                {
                    var receiver = new UserInterruptReceiver(Options(InterruptDelivery.Software, WaitMode.Block));
                    UserInterrupt.Open(receiver.AddressOf(5)).Send();
                    Assert.Equal(1UL << 5, receiver.Wait(Never));
                }

                held = Held();
            });
            thread.Start();
            thread.Join();
            return held;
        }
    }

    [Fact]
    public void What_a_thread_that_has_ended_left_is_released_on_another()
    {
        UserInterruptReceiverOptions options = Options(InterruptDelivery.UserInterrupt, WaitMode.Spin);
        (int Files, int Mappings) before = Holdings();
        UserInterruptReceiver? receiver = null;
        UserInterrupt? sender = null;
        string address = "";
        OnAnotherThread(() =>
        {
            receiver = new UserInterruptReceiver(options);
            address = receiver.AddressOf(9);
        });
        OnAnotherThread(() => sender = Open(address, options));
        OnAnotherThread(() => Assert.Throws<InvalidOperationException>(() => sender!.Send())); // which may have a number that was another's
        OnAnotherThread(() => Assert.Throws<InvalidOperationException>(() => receiver!.Wait(Never)));
        sender!.Dispose();
        receiver!.Dispose();
        sender = null;
        Assert.Equal(before, Holdings());

        static void OnAnotherThread(Action action)
        {
            Exception? failure = null;
            var thread = new Thread(() => failure = Record.Exception(action));
            thread.Start();
            thread.Join();
            Assert.Null(failure);
        }
    }

    [Theory]
    [InlineData("register_handler", 2, Errno.EBUSY, "The thread is a receiver already")]
    [InlineData("vector_fd", 2, Errno.ENOSPC, "The receiver has 64 vectors")] // the first is the detection's
    [InlineData("register_sender", 3, EmulatedKernel.ESHUTDOWN, "The receiver has ended")] // and the sender's detection's
    public void A_call_that_the_kernel_refuses_leaves_nothing(string call, int which, int errno, string meaning)
    {
        UserInterruptReceiverOptions options = Options(InterruptDelivery.UserInterrupt, WaitMode.Spin);
        EmulatedKernel kernel = ((EmulatedMachine)options.Machine).Kernel;
        (int Files, int Mappings) before = Holdings();
        kernel.Failing[(call, which)] = errno;
        var refused = Assert.Throws<PciDeviceException>(() =>
        {
            using var receiver = new UserInterruptReceiver(options);
            string address = receiver.AddressOf(3);
            Exception? failure = null;
            var other = new Thread(() => failure = Record.Exception(() => Open(address, options).Dispose()));
            other.Start();
            other.Join();
            if (failure is not null)
            {
                throw failure;
            }
        });
        Assert.Equal(errno, refused.Errno);
        Assert.Contains(meaning, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Holdings());
        AssertSound(options);
    }
}
