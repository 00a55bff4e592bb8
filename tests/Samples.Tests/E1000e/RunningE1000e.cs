using TopHalf.Samples.E1000e;

namespace TopHalf.Samples.Tests.E1000e;

/// <summary>A card and its driver, prepared, with interrupts enabled.</summary>
internal sealed class RunningE1000e : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public RunningE1000e(SimulatedE1000e card, TopHalfMode topHalf, TimeSpan? timeLimit = null)
    {
        Card = card;
        Driver = new E1000eDriver(card, timeLimit ?? Patience);
        Driver.Prepare();
        Interrupts = Driver.EnableInterrupts(card, CheckedHandlers.Options(topHalf));
    }

    /// <summary>All ways in which a card and a top half can be.</summary>
    public static TheoryData<TopHalfMode, bool> Ways => new()
    {
        { TopHalfMode.Managed, true },
        { TopHalfMode.Managed, false },
        { TopHalfMode.Native, true },
        { TopHalfMode.Native, false },
    };

    public SimulatedE1000e Card { get; }

    public E1000eDriver Driver { get; }

    public InterruptBinding Interrupts { get; }

    /// <summary>What each handler has handled: receive, transmit, others.</summary>
    public (long, long, long) Handled => (Driver.Handled(0), Driver.Handled(1), Driver.Handled(2));

    /// <summary>A card whose other end sends back what it gets, and its driver, with the link up and all unmasked again.</summary>
    public static RunningE1000e WithEcho(TopHalfMode topHalf, bool readClears)
    {
        var running = new RunningE1000e(new SimulatedE1000e(Echo, readClears), topHalf);
        running.Driver.Start();
        running.WaitUntil(() => running.Driver.LinkChanges == 1, "the link's interrupt");
        running.WaitUntilUnmasked();
        return running;
    }

    /// <summary>The frame, to who has sent it.</summary>
    public static byte[]? Echo(byte[] frame) => [.. frame[6..12], .. frame[..6], .. frame[12..]];

    /// <summary>A frame from the card to somebody.</summary>
    public byte[] Frame(int length, byte content)
    {
        byte[] frame = new byte[length];
        frame.AsSpan(12).Fill(content);
        Driver.Address.CopyTo(frame.AsSpan(6));
        frame[0] = 0x02;
        return frame;
    }

    /// <summary>A frame for the card, from somebody.</summary>
    public byte[] FrameForUs(int length, byte content) => Echo(Frame(length, content))!;

    /// <summary>Takes a frame.</summary>
    public byte[] Receive()
    {
        byte[] frame = new byte[E1000eDriver.MostReceivedBytes];
        return frame[..Driver.Receive(frame, Patience)];
    }

    /// <summary>Waits for something that an interrupt brings about.</summary>
    public void WaitUntil(Func<bool> condition, string what)
    {
        bool came = SpinWait.SpinUntil(() => Interrupts.Completion.IsCompleted || condition(), Patience);
        Assert.False(Interrupts.Completion.IsCompleted, Interrupts.Completion.Exception?.ToString());
        Assert.True(came, $"not within {Patience}: {what}");
    }

    /// <summary>Waits until no interrupt is being handled.</summary>
    public void WaitUntilUnmasked()
        => WaitUntil(() => Card.State.Mask == (E1000eRegisters.Queues | E1000eRegisters.Others), "all unmasked");

    public void Dispose()
    {
        CheckedHandlers.End(Interrupts);
        Card.Dispose();
    }
}
