namespace TopHalf.Tests.EndingProcess;

/// <summary>A driver whose handler may be what ends the process, or keeps it.</summary>
[InterruptDriver]
[IrqDisable(RegisterType.Mmio32, 0, 0x10, 1)]
[IrqEnable(RegisterType.Mmio32, 0, 0x14, 1)]
[IrqRelease(RegisterType.Mmio32, 0, 0x18, 1)]
public sealed partial class EndingDriver
{
    public required string Way { get; init; }

    public ManualResetEventSlim Entered { get; } = new();

    /// <summary>Is never set: who waits for it stays until the process ends.</summary>
    public static ManualResetEventSlim Never { get; } = new();

#pragma warning disable TH2001, TH3002, TH3003, TH3006, TH3008, TH5010, TH6003, TH6005, TH6006 // It does what no handler should: that is what is tried here.
    [MsiVector(0)]
    private void OnIt(in Interrupt irq)
    {
        Console.WriteLine("handled");
        Entered.Set();
        if (Way == "exit-in-handler")
        {
            Environment.Exit(4);
        }

        if (Way == "hang-in-handler")
        {
            Never.Wait();
        }
    }
}
