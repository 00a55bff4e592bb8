/// <summary>Watchdog: the handler pets it if all tasks have reported, and says who has not.</summary>
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x9D23)]
[DeviceBar(0, 0x20)]
internal sealed partial class WatchdogBites
{
    private readonly Bar _registers;
    private readonly IReporter _reporter;
    private readonly long[] _alive = new long[8];
    private long _seen;

    public WatchdogBites(PciDevice device, IReporter? reporter = null)
    {
        _registers = device.GetBar(0);
        _reporter = reporter ?? new Counting();
    }

    public void Report(int task) => Interlocked.Increment(ref _alive[task]);

    [MsiVector(0)]
    private void OnPreTimeout(in Interrupt irq)
    {
        int late = -1;
        for (int task = 0; task < _alive.Length && late < 0; task++)
        {
            if (Interlocked.Exchange(ref _alive[task], 0) == 0)
            {
                late = task;
            }
        }

        switch (late)
        {
            case < 0:
                _registers.Write32(0x0, 0xAA55);
                _seen = 0;
                break;
            case var task when ++_seen < 3:
                _reporter.Late(task, _seen); //p TH3006
                break;
            default:
                _registers.Write32(0x4, 1);
                break;
        }
    }
}

internal interface IReporter
{
    void Late(int task, long times);
}

internal sealed class Counting : IReporter
{
    private readonly int[] _late = new int[8];

    public int Of(int task) => Volatile.Read(ref _late[task]);

    public void Late(int task, long times) => Interlocked.Increment(ref _late[task]);
}

#if PLANTED
internal abstract class Reporter : IReporter
{
    public void Late(int task, long times) => Write(task);

    protected abstract void Write(int task);
}

internal sealed class Standard : Reporter
{
    protected override void Write(int task) => Console.Error.Write((char)('0' + task));
}
#endif
