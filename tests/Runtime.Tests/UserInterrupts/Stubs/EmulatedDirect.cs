namespace TopHalf.Runtime.Tests.UserInterrupts.Stubs;

/// <summary>The kernel module, over the processor of emulator.c, for one thread.</summary>
internal sealed unsafe class EmulatedDirect : IDirectInterrupts
{
    private const int Vector = 0;

    // Kept until the process ends, as an interrupt can still be on its way.
    private readonly nint _upid = new AlignedMemory(64, 64).Address;
    private readonly nint _table = new AlignedMemory(64, 64).Address;

    /// <summary>The thread that is attached; 0 for none.</summary>
    public int Thread { get; private set; }

    /// <summary>What an attach answers, below 0.</summary>
    public int Refuses { get; init; }

    public StubFault Fault { get; private set; }

    public int Attach(int eventFd, nint handler)
    {
        if (Refuses < 0)
        {
            return Refuses;
        }

        var upid = (Upid*)_upid;
        ((UittEntry*)_table)->Fill(Vector, (ulong)_upid);
        Emulator.Instance.BeginLive(handler & ~0xFFF, handler, upid, (UittEntry*)_table, highest: 0);
        upid->Suppress();
        Thread = Emulator.Instance.ThisThread();
        return 0;
    }

    public int Detach(int eventFd)
    {
        Thread = 0;
        Fault = Emulator.Instance.EndLive(out _, out _);
        return 0;
    }

    /// <summary>The device interrupts.</summary>
    public void Interrupt() => Emulator.Instance.Interrupt(Thread);
}
