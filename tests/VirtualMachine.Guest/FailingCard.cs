namespace TopHalf.VirtualMachine.Guest;

/// <summary>A driver that is told of its card's errors.</summary>
[InterruptDriver]
internal sealed partial class FailingCard
{
    private int _errors;

    public int Errors => Volatile.Read(ref _errors);

    [DeviceError]
    private void OnError() => Interlocked.Increment(ref _errors);

    [MsiVector(0)]
    private void OnInterrupt(in Interrupt irq)
    {
    }
}
