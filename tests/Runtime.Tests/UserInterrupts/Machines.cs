using TopHalf.Runtime.Tests.UserInterrupts.Model;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>A receiver that is set up as a kernel would: a UPID that names it, a handler, and a UITT of vectors that differ.</summary>
internal static class Machines
{
    public const byte NotificationVector = 0xEC;
    public const ulong Handler = 0x8000;
    public const ulong Code = 0x4000;
    public const ulong Stack = 0x7FF0_0000_0108;

    /// <summary>Vectors of UITT entries 0 to 3.</summary>
    public static readonly int[] Vectors = [5, 63, 0, 40];

    public static Machine Create(Scenario scenario)
    {
        var machine = new Machine(scenario);
        Processor receiver = machine.Receiver;
        machine.Upid.Initialize(NotificationVector, receiver.ApicId, isSuppressed: false);
        for (int i = 0; i < Vectors.Length; i++)
        {
            machine.Uitt[i].Fill(Vectors[i], machine.UpidAddress);
        }

        (receiver.NotificationVector, receiver.Handler, receiver.StackAdjust) = (NotificationVector, Handler, 128);
        (receiver.Rip, receiver.Rsp, receiver.Flag) = (Code, Stack, true);
        return machine;
    }

    /// <summary>One sender that sends by these entries.</summary>
    public static Machine Sending(params ulong[] indexes)
        => Create(new() { Senders = [[.. indexes.SelectMany(SendUipi.Locked)]] });

    /// <summary>All steps of the sender, with nothing in between.</summary>
    public static void SendAll(this Machine machine, int number = 0)
    {
        while (machine.Moves().Any(move => move.Name.StartsWith($"sender {number} ", StringComparison.Ordinal)))
        {
            machine.StepSender(number);
        }
    }

    /// <summary>The notification that has arrived is processed.</summary>
    public static void Notice(this Machine machine)
    {
        machine.Accept(NotificationVector);
        while (machine.IsProcessing)
        {
            machine.StepNotification();
        }
    }

    /// <summary>The handler takes the vector off the stack, and returns.</summary>
    public static UserInterruptFault Return(this Machine machine)
    {
        machine.Receiver.Rsp += 8;
        return machine.Receiver.Uiret(machine.Memory);
    }
}
