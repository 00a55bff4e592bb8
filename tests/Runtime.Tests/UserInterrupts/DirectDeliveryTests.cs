using TopHalf.Runtime.Tests.UserInterrupts.Exploration;
using TopHalf.Runtime.Tests.UserInterrupts.Model;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>
/// All interleavings of a card that interrupts three times with a receiver whose notification its MSI is: nothing is lost where PIR is posted again
/// before the card is looked at, and every other order is found.
/// </summary>
public sealed class DirectDeliveryTests
{
    private const ulong Expected = 0b111;

    [Fact]
    public void Nothing_is_lost_where_it_arms_before_it_looks()
    {
        Explored explored = Explore(Card.Arm, Card.Look);
        Assert.True(explored.Fault is null, explored.ToString());
        Assert.NotEqual(0, explored.Ends);
    }

    [Fact]
    public void Arming_after_the_look_is_found() => Assert.Contains("lost interrupt", Explore(Card.Look, Card.Arm).Fault, StringComparison.Ordinal);

    [Fact]
    public void Never_arming_again_is_found() => Assert.Contains("lost interrupt", Explore(Card.Look).Fault, StringComparison.Ordinal);

    [Fact]
    public void An_enabled_card_before_the_first_arming_is_found()
        => Assert.Contains("lost interrupt", Explore(isArmed: false, Card.Arm, Card.Look).Fault, StringComparison.Ordinal);

    [Fact]
    public void Arming_without_suppression_sends_a_notification_that_is_not_the_cards()
    {
        Machine machine = Create(isArmed: true, Card.Arm, Card.Look);
        Upid upid = machine.Upid;
        upid.Initialize(Card.Vector, machine.Receiver.ApicId, isSuppressed: false);
        Assert.True(upid.Post(Card.UserVector, out bool mustNotify) == UserInterruptFault.None && mustNotify);
        upid.Initialize(Card.Vector, machine.Receiver.ApicId, isSuppressed: true);
        Assert.True(upid.Post(Card.UserVector, out mustNotify) == UserInterruptFault.None && !mustNotify);
    }

    private static Explored Explore(params Instruction[] afterwards) => Explore(isArmed: true, afterwards);

    private static Explored Explore(bool isArmed, params Instruction[] afterwards)
    {
        Explored explored = Explorer.Explore(Create(isArmed, afterwards));
        TestContext.Current.TestOutputHelper?.WriteLine(explored.ToString());
        return explored;
    }

    private static Machine Create(bool isArmed, params Instruction[] afterwards)
    {
        Machine machine = Machines.Create(new Scenario
        {
            Senders = [[.. Card.Event(0), .. Card.Event(1)], Card.Event(2)],
            Code = Programs.At((Machines.Code, Card.Receiver(Expected, afterwards)), (Machines.Handler, Programs.Handler)),
            PostedBeforehand = 1UL << Card.UserVector,
            AtEnd = static machine => Card.AtEnd(machine, Expected),
        });
        machine.Upid.Initialize(Card.Vector, machine.Receiver.ApicId, isSuppressed: true);
        (machine.Receiver.NotificationVector, machine.Receiver.Flag) = (Card.Vector, false);
        if (isArmed)
        {
            machine.Upid.SetRequest(Card.UserVector);
            machine.Ledger.Post(Card.UserVector);
        }

        return machine;
    }
}
