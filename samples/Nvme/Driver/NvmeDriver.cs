namespace TopHalf.Samples.Nvme;

/// <summary>
/// A driver for NVMe controllers: an admin queue and I/O queues, a vector of MSI-X for each, and one I/O queue without, which is
/// polled to compare.
/// </summary>
/// <remarks>
/// Enable interrupts, then <see cref="Start"/>. Commands come from one thread at a time. The end of the binding resets the
/// controller, so that it has forgotten the queues before their memory is freed.
/// </remarks>
[InterruptDriver(TooFewVectors = VectorShortage.CallAll)] // a phase bit tells each handler whether there is something for it
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: NvmeRegisters.Configuration, mask: 0xFFFF_FFFF, value: 0)]
public sealed partial class NvmeDriver : IDisposable
{
    /// <summary>The I/O queues that interrupt.</summary>
    public const int IoQueues = 4;

    private const uint FirstNamespace = 1;

    // A command that takes longer is lost: disks answer in milliseconds, or with an error.
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(10);

    private readonly PciDevice _device;
    private readonly TimeSpan _readTimeout;
    private readonly Bar _registers;
    private readonly NvmeCapabilities _capabilities;
    private readonly List<IDisposable> _memory = []; // all that follows
    private readonly NvmeQueuePair _admin;
    private readonly NvmeQueuePair[] _io = new NvmeQueuePair[IoQueues];
    private readonly NvmeQueuePair _polled;
    private readonly DmaBuffer _page; // for what admin commands answer
    private int[] _vectors = []; // of the I/O queues
    private NvmeIdentity? _identity;
    private long _interrupts;

    /// <summary>Allocates the queues; the controller is left as it is.</summary>
    /// <param name="device">The controller.</param>
    /// <param name="readTimeout">After how long a read is taken for lost; ten seconds unless told.</param>
    /// <exception cref="NvmeException">The device is no NVMe controller, or one that this driver is too simple for.</exception>
    /// <exception cref="PciDeviceException">There is no memory for it.</exception>
    public NvmeDriver(PciDevice device, TimeSpan? readTimeout = null)
    {
        _device = device;
        _readTimeout = readTimeout ?? CommandTimeout;
        if (device.ReadConfig32(0x08) >> 8 != NvmeRegisters.Class)
        {
            throw new NvmeException(device.Name, $"its class is 0x{device.ReadConfig32(0x08) >> 8:X6}, and 0x{NvmeRegisters.Class:X6} is that of an NVMe controller.");
        }

        _registers = device.GetBar(0);
        _capabilities = new NvmeCapabilities(ReadInHalves(NvmeRegisters.Capabilities));
        if (_capabilities.MinimumPage > NvmeQueuePair.PageSize || !_capabilities.HasNvmCommands)
        {
            throw new NvmeException(device.Name, $"it has pages of {_capabilities.MinimumPage} bytes at least, or not the NVM command set: this driver uses that, and 4096.");
        }

        try
        {
            _admin = Own(new NvmeQueuePair(device, _registers, 0, _capabilities));
            for (int i = 0; i < IoQueues; i++)
            {
                _io[i] = Own(new NvmeQueuePair(device, _registers, i + 1, _capabilities));
            }

            _polled = Own(new NvmeQueuePair(device, _registers, IoQueues + 1, _capabilities));
            _page = Own(device.AllocateDma(NvmeIdentity.Size));
        }
        catch
        {
            Free();
            throw;
        }
    }

    /// <summary>What the controller and its namespace said of themselves; after <see cref="Start"/>.</summary>
    public NvmeIdentity Identity => _identity ?? throw new InvalidOperationException("The driver was not started.");

    /// <summary>How many commands a queue takes at a time.</summary>
    public int MaximumDepth => _polled.Slots;

    /// <summary>Interrupts of the I/O queues so far.</summary>
    public long Interrupts => Volatile.Read(ref _interrupts);

    /// <summary>The controller's version, as in 1.4.</summary>
    public string Version
    {
        get
        {
            uint version = _registers.Read32(NvmeRegisters.Version);
            return $"{version >> 16}.{version >> 8 & 0xFF}";
        }
    }

    [VectorsGranted]
    private void OnVectorsGranted(InterruptBinding binding) => _vectors = Array.ConvertAll(_io, queue => binding.VectorOf(queue.Id));

    [MsiVector(0)]
    private void OnAdmin(in Interrupt irq) => _admin.Drain();

    [MsiVector(1, Count = IoQueues, Thread = "io")]
    private void OnIo(in Interrupt irq)
    {
        // Before the thread is woken that may look at the count.
        Volatile.Write(ref _interrupts, _interrupts + irq.Signals);
        _io[irq.Index].Drain();
    }
}
