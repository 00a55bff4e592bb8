using System.Globalization;

namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>A thread that posts: its user-interrupt state, how far it is in its steps, and what it holds between two of them.</summary>
internal sealed class Sender(int number)
{
    /// <summary>Which of the machine's senders.</summary>
    public int Number => number;

    /// <summary>CR4.UINTR and bit 0 of IA32_UINTR_TT.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>UITTSZ: the highest index.</summary>
    public uint HighestIndex { get; set; } = 3;

    /// <summary>Steps done.</summary>
    public int Position { get; set; }

    /// <summary>The UITT entry as it was read.</summary>
    public UittEntry Entry { get; set; }

    /// <summary>This sender sends the notification, with the first word of the UPID as it was then.</summary>
    public bool MustNotify { get; set; }

    public ulong Notification { get; set; }

    /// <summary>What ended it.</summary>
    public UserInterruptFault Fault { get; set; }

    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Position},{Entry.Target:X},{Entry.UpidAddress:X},{MustNotify},{Notification:X},{Fault}");

    public Sender Copy() => new(number)
    {
        IsEnabled = IsEnabled,
        HighestIndex = HighestIndex,
        Position = Position,
        Entry = Entry,
        MustNotify = MustNotify,
        Notification = Notification,
        Fault = Fault,
    };
}
