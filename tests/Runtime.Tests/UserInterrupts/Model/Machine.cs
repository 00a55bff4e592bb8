using System.Globalization;
using System.Numerics;
using TopHalf.Runtime.Tests.UserInterrupts.Exploration;

namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>
/// A receiver on its processor, its UPID, and those who post to it. Nothing happens by itself: <see cref="Moves"/> are all the steps that
/// could come next, and a test or an <see cref="Explorer"/> chooses. That a user interrupt can be delivered does not mean that it is
/// delivered at this boundary: another instruction may run first.
/// </summary>
internal sealed class Machine : IWorld<Machine>
{
    private readonly Scenario _scenario;
    private int _notificationStep = -1;
    private Upid _upid;

    public Machine(Scenario scenario)
    {
        _scenario = scenario;
        Receiver = new Processor();
        Senders = [.. scenario.Senders.Select(static (_, number) => new Sender(number))];
    }

    private Machine(Machine other)
    {
        _scenario = other._scenario;
        _notificationStep = other._notificationStep;
        _upid = other._upid;
        Receiver = other.Receiver.Copy();
        Senders = [.. other.Senders.Select(static sender => sender.Copy())];
        Memory = other.Memory.Copy();
        Uitt = [.. other.Uitt];
        Elsewhere = [.. other.Elsewhere];
        Ledger = other.Ledger.Copy();
        (Taken, ReceiverFault) = (other.Taken, other.ReceiverFault);
    }

    /// <summary>Of the receiver's UPID, the only one there is.</summary>
    public ulong UpidAddress => 0x1000;

    public ref Upid Upid => ref _upid;

    public Processor Receiver { get; }

    public IReadOnlyList<Sender> Senders { get; }

    public ModelMemory Memory { get; } = new();

    public UittEntry[] Uitt { get; } = new UittEntry[4];

    /// <summary>What a notification has taken from PIR and not yet added to UIRR.</summary>
    public ulong Taken { get; set; }

    public Ledger Ledger { get; } = new();

    /// <summary>First words of UPIDs whose notifications went to another processor.</summary>
    public List<ulong> Elsewhere { get; } = [];

    /// <summary>What ended the receiver.</summary>
    public UserInterruptFault ReceiverFault { get; private set; }

    /// <summary>A notification is being processed.</summary>
    public bool IsProcessing => _notificationStep >= 0;

    public string Key => string.Create(
        CultureInfo.InvariantCulture,
        $"{_upid.Status:X},{_upid.Requests:X},{Taken:X},{_notificationStep},{ReceiverFault}|{Ledger.Key}|{Receiver.Key}|{string.Join('|', Senders.Select(static sender => sender.Key))}|{Memory.Key}|{string.Join(',', Elsewhere)}");

    public Machine Copy() => new(this);

    /// <summary>An ordinary interrupt on its way, as a UPID's first word says.</summary>
    public void Send(ulong status)
    {
        var sent = default(Upid);
        sent.SetStatus(status);
        if (Receiver.IsDestination(sent.NotificationDestination))
        {
            Receiver.Arrived.Add(sent.NotificationVector);
        }
        else
        {
            Elsewhere.Add(status);
        }
    }

    public IEnumerable<Move<Machine>> Moves()
    {
        foreach (Sender sender in Senders)
        {
            IReadOnlyList<SenderStep> steps = _scenario.Senders[sender.Number];
            if (sender.Fault == UserInterruptFault.None && sender.Position < steps.Count)
            {
                int number = sender.Number;
                yield return new($"sender {number} {steps[sender.Position].Name}", machine => machine.StepSender(number));
            }
        }

        if (ReceiverFault != UserInterruptFault.None)
        {
            yield break;
        }

        if (IsProcessing)
        {
            yield return new($"the processor {_scenario.Notification[_notificationStep].Name}", static machine => machine.StepNotification());
            yield break;
        }

        foreach (byte vector in Receiver.Arrived)
        {
            yield return new($"the processor accepts interrupt 0x{vector:X}", machine => machine.Accept(vector));
        }

        if (Receiver.CanDeliver)
        {
            yield return new($"vector {BitOperations.Log2(Receiver.Requests)} is delivered", static machine => machine.Deliver());
        }

        if (!Receiver.IsAsleep && _scenario.Code.TryGetValue(Receiver.Rip, out Instruction? instruction))
        {
            yield return new($"the receiver runs {instruction.Name}", static machine => machine.StepReceiver());
        }
    }

    public void StepSender(int number)
    {
        Sender sender = Senders[number];
        _scenario.Senders[number][sender.Position].Run(this, sender);
        sender.Position++;
    }

    public void Accept(byte vector)
    {
        if (Receiver.Accept(vector))
        {
            _notificationStep = 0;
        }
    }

    public void StepNotification()
    {
        _scenario.Notification[_notificationStep].Run(this);
        _notificationStep = _notificationStep + 1 == _scenario.Notification.Count ? -1 : _notificationStep + 1;
    }

    public void Deliver()
    {
        int vector = BitOperations.Log2(Receiver.Requests);
        ReceiverFault = _scenario.Delivery(Receiver, Memory);
        if (ReceiverFault == UserInterruptFault.None)
        {
            Ledger.Deliver(vector);
        }
    }

    public void StepReceiver() => ReceiverFault = _scenario.Code[Receiver.Rip].Run(this);

    public string? Fault()
    {
        ulong lost = Owed & ~(_upid.Requests | Taken | Receiver.Requests);
        return Ledger.Fault ?? (lost == 0 ? null : $"lost: 0x{lost:X} is posted, not delivered, and neither in PIR nor in UIRR");
    }

    public string? FaultAtEnd()
        => Owed != 0 ? $"lost: nothing can happen any more, and 0x{Owed:X} is posted and not delivered" : _scenario.AtEnd(this);

    private ulong Owed => Ledger.Owed & ~_scenario.PostedBeforehand;
}
