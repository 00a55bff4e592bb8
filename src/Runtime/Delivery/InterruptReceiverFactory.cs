using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>A delivery: how receivers for a device's vectors are made.</summary>
internal abstract class InterruptReceiverFactory
{
    /// <summary>Through the kernel: one eventfd per vector. Linux.</summary>
    public static InterruptReceiverFactory EventFds { get; } = new EventFdFactory();

    /// <summary>Within the process, for simulated devices on systems without eventfds.</summary>
    public static InterruptReceiverFactory Mailboxes { get; } = new MailboxFactory();

    /// <summary>A receiver for the vectors of one thread, in ascending order. It owns their lines.</summary>
    public abstract InterruptReceiver Create(PciDevice device, int[] vectors);

    private sealed class EventFdFactory : InterruptReceiverFactory
    {
        public override InterruptReceiver Create(PciDevice device, int[] vectors) => new EventFdReceiver(device, vectors);
    }

    private sealed class MailboxFactory : InterruptReceiverFactory
    {
        public override InterruptReceiver Create(PciDevice device, int[] vectors) => new MailboxReceiver(device, vectors);
    }
}
