namespace TopHalf.Benchmarks.Latency;

/// <summary>One that receives the card's events, from its construction on.</summary>
internal abstract class Receiver : IDisposable
{
    /// <summary>How long a receiver that can no longer get an event may take to handle what it got.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How long an adaptive receiver looks before it sleeps: about what a sleep and a wake-up cost.</summary>
    public static readonly TimeSpan AdaptiveSpin = TimeSpan.FromMicroseconds(50);

    /// <summary>What the card rings.</summary>
    public abstract EventFd Bell { get; }

    /// <summary>Returns when all events are handled; the card has raised them.</summary>
    public abstract void Finish(int events);

    public abstract void Dispose();

    /// <summary>Until a register has a value. Nothing is measured meanwhile.</summary>
    protected static void WaitFor(Card card, uint register, uint value)
    {
        if (!SpinWait.SpinUntil(() => card.Registers.Read32(register) == value, Patience))
        {
            throw new TimeoutException($"Register 0x{register:X} is {card.Registers.Read32(register)} and should be {value}.");
        }
    }
}
