using TopHalf.Runtime.Tests.UserInterrupts.Exploration;
using TopHalf.Runtime.Tests.UserInterrupts.Model;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>
/// All interleavings of two senders, a receiver and its processor: no vector that was posted is lost, and none is delivered more often than it was
/// posted. And each rule that this rests on, broken: then it is seen.
/// </summary>
public sealed class LostVectorTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_is_lost(bool byWords)
        => AssertSound(Explorer.Explore(Machines.Create(TwoSenders(byWords))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_is_lost_while_system_software_suppresses_and_looks_again(bool byWords)
    {
        Scenario scenario = TwoSenders(byWords);
        AssertSound(Explorer.Explore(Machines.Create(scenario with { Senders = [scenario.Senders[0], [Suppression.Begin, .. Suppression.End]] })));
    }

    [Fact]
    public void An_ON_that_is_never_cleared_is_found()
        => AssertLost(TwoSenders() with { Notification = [Notification.TakeRequests, Notification.Recognise] }, "nothing can happen any more");

    [Fact]
    public void A_PIR_that_is_taken_before_ON_is_cleared_is_found()
        => AssertLost(TwoSenders() with { Notification = [Notification.TakeRequests, Notification.ClearOutstanding, Notification.Recognise] }, "nothing can happen any more");

    [Fact]
    public void A_PIR_that_is_read_and_then_cleared_is_found()
        => AssertLost(
            TwoSenders() with
            {
                Notification =
                [
                    Notification.ClearOutstanding,
                    new("reads PIR", static machine => machine.Taken = machine.Upid.Requests),
                    new("zeroes PIR", static machine => machine.Upid.TakeRequests()),
                    Notification.Recognise,
                ],
            },
            "neither in PIR nor in UIRR");

    [Fact]
    public void An_UIRR_that_is_replaced_is_found()
        => AssertLost(
            TwoSenders() with
            {
                Notification =
                [
                    Notification.ClearOutstanding,
                    Notification.TakeRequests,
                    new("replaces UIRR", static machine => (machine.Receiver.Requests, machine.Taken) = (machine.Taken, 0)),
                ],
            },
            "neither in PIR nor in UIRR");

    [Fact]
    public void A_sender_that_claims_ON_before_it_posts_is_found()
        => AssertLost(
            TwoSenders() with
            {
                Senders = [[SendUipi.ReadEntry(0), new("claims ON", SendUipi.Claim), new("sets PIR", SendUipi.SetRequest), SendUipi.Notify], SendUipi.ByWords(1)],
            },
            "nothing can happen any more");

    [Fact]
    public void A_look_at_PIR_before_SN_is_cleared_is_found()
        => AssertLost(
            TwoSenders() with
            {
                Senders = [SendUipi.Locked(0), [Suppression.Begin, new("looks at PIR", Suppression.Look), new("clears SN", Suppression.Clear), SendUipi.Notify]],
            },
            "nothing can happen any more");

    [Fact]
    public void A_SN_that_is_cleared_without_a_look_is_found()
        => AssertLost(TwoSenders() with { Senders = [SendUipi.Locked(0), [Suppression.Begin, new("clears SN", Suppression.Clear)]] }, "nothing can happen any more");

    [Fact]
    public void A_delivery_that_leaves_its_bit_in_UIRR_is_found()
        => AssertLost(
            TwoSenders() with
            {
                Delivery = static (processor, memory) =>
                {
                    ulong requests = processor.Requests;
                    UserInterruptFault fault = processor.Deliver(memory);
                    processor.Requests = requests;
                    return fault;
                },
            },
            "more often than it was posted");

    // The first vector of both is the same, so that they coalesce; the receiver closes UIF for a while.
    private static Scenario TwoSenders(bool byWords = false)
    {
        Func<ulong, SenderStep[]> send = byWords ? SendUipi.ByWords : SendUipi.Locked;
        return new()
        {
            Senders = [[.. send(0), .. send(1)], [.. send(0), .. send(2)]],
            Code = Programs.At((Machines.Code, [Programs.Clui, Programs.Stui]), (Machines.Handler, Programs.Handler)),
        };
    }

    private static void AssertSound(Explored exploration)
    {
        Assert.True(exploration.Fault is null, exploration.ToString());
        Assert.True(exploration.States > 1000, exploration.ToString());
        Assert.NotEqual(0, exploration.Ends);
        TestContext.Current.TestOutputHelper?.WriteLine(exploration.ToString());
    }

    private static void AssertLost(Scenario scenario, string fault)
    {
        Explored exploration = Explorer.Explore(Machines.Create(scenario));
        Assert.Contains(fault, exploration.Fault, StringComparison.Ordinal);
        Assert.NotEmpty(exploration.Way);
        TestContext.Current.TestOutputHelper?.WriteLine(exploration.ToString());
    }
}
