using TopHalf.Runtime.Tests.Delivery;
using TopHalf.Runtime.Tests.Vfio;

namespace TopHalf.Runtime.Tests.RealTime;

/// <summary>A fake machine that shows interrupt lines and the threads that handle them; the threads are real ones of the tests.</summary>
internal sealed class FakeLines : IDisposable
{
    private const string KernelThreadFlags = "2129984"; // 0x208040, as a kernel thread has them

    private readonly FakeMachine _machine = FakeMachine.WithDevice();
    private readonly ManualResetEvent _end = new(false);
    private readonly List<Thread> _threads = [];
    private readonly List<string> _lines = ["           CPU0       CPU1", "  4:         12          0   IO-APIC   4-edge      ttyS0"];

    /// <summary>The lines 24, 25 and 26 of the vectors 0 to 2, each at the processor 3.</summary>
    public FakeLines()
    {
        for (int vector = 0; vector < 3; vector++)
        {
            Add(24 + vector, $"vfio-msix[{vector}]({FakeMachine.Edu})");
        }

        Add(30, "vfio-msix[0](0000:00:06.0)");
        Device = _machine.Open();
    }

    public VfioPaths Paths => _machine.Paths;

    public VfioDevice Device { get; }

    public FakeVfioDevice Fake => _machine.Kernel.Devices[FakeMachine.Edu];

    /// <summary>Vector 0 with the default thread, 1 and 2 with rx.</summary>
    public InterruptBinding Bind(InterruptOptions options)
        => new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0), new VectorRange(1, 2, "rx")).Enable(Device, options);

    public string Affinity(int line) => File.ReadAllLines(Paths.IrqAffinity(line))[0];

    /// <summary>A thread that the machine shows as a kernel's.</summary>
    public int AddThread(string name, string flags = KernelThreadFlags)
    {
        var id = new TaskCompletionSource<int>();
        var thread = new Thread(() =>
        {
            id.SetResult(TestThread.Id);
            _end.WaitOne();
        });
        thread.Start();
        _threads.Add(thread);
        int number = id.Task.GetAwaiter().GetResult();
        Show(number, name, flags);
        return number;
    }

    public void Show(int thread, string name, string flags = KernelThreadFlags)
    {
        Directory.CreateDirectory($"{Paths.Proc}/{thread}");
        File.WriteAllText($"{Paths.Proc}/{thread}/stat", $"{thread} ({name}) S 2 0 0 0 -1 {flags} 0 0 0 0 0 0 0 0 -51 0 1 0 93 0 0");
    }

    public void Dispose()
    {
        _end.Set();
        _threads.ForEach(static thread => thread.Join());
        _end.Dispose();
        Device.Dispose();
        _machine.Dispose();
    }

    private void Add(int number, string name)
    {
        _lines.Add($" {number}:          0          7   IR-PCI-MSIX-0000:00:05.0   {number - 24}-edge      {name}");
        File.WriteAllLines(Paths.Interrupts, _lines);
        Directory.CreateDirectory(Path.GetDirectoryName(Paths.IrqAffinity(number))!);
        File.WriteAllText(Paths.IrqAffinity(number), "3\n");
    }
}
