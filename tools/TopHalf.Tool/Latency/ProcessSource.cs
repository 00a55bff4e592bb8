namespace TopHalf.Tool;

/// <summary>Interrupts of another process of this tool: it signals an eventfd, as the kernel does for a card, and needs no hardware.</summary>
internal sealed class ProcessSource : ILatencySource
{
    private readonly EventFdDevice _device = new();
    private readonly string _file;

    public ProcessSource()
    {
        string folder = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        _file = Path.Combine(folder, $"tophalf-{Guid.NewGuid():N}");
        Log = RaiseLog.Create(_file);
    }

    public string Description => "another process, by an eventfd";

    public PciDevice Device => _device;

    public RaiseLog Log { get; }

    public LatencyCounting Counting(long skipped) => new(Exact: true, skipped);

    public IRaiser Start(RaiseSchedule schedule)
    {
        int fd = _device.DuplicateForChild();
        try
        {
            return new ProcessRaiser(schedule, Log, _file, fd);
        }
        finally
        {
            _ = SystemCall.Close(fd); // the child has its own by now, or will never have
        }
    }

    public void Dispose()
    {
        _device.Dispose();
        Log.Dispose();
        File.Delete(_file);
    }
}
