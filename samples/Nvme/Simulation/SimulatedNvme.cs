using System.Buffers.Binary;

namespace TopHalf.Samples.Nvme;

/// <summary>
/// An NVMe controller as C#: registers, queues in the driver's memory, phase bits, doorbells, an MSI-X vector for each completion
/// queue. Commands are done on a thread of the device's own, a batch at a time, so that completions and interrupts come together
/// as they do from a disk.
/// </summary>
public sealed partial class SimulatedNvme : SimulatedDevice
{
    private const uint BarLength = 0x4000;

    private readonly SimulatedNvmeOptions _options;
    private readonly NvmeIdentity _identity;

    // Guards the registers, the tables of queues, and whether the worker runs.
    private readonly object _state = new();
    private readonly SimulatedSubmissionQueue?[] _submission;
    private readonly SimulatedCompletionQueue?[] _completion;
    private readonly uint[] _addresses = new uint[5]; // AQA, ASQ and ACQ, by 32 bits
    private uint _configuration;
    private uint _status;
    private bool _working;
    private bool _kicked;
    private bool _stopping;
    private string? _mistake;

    /// <summary>A controller with one namespace.</summary>
    public SimulatedNvme(SimulatedNvmeOptions? options = null)
        : base(new SimulatedDeviceOptions
        {
            Name = "simulated nvme",
            VendorId = 0x1B36,
            DeviceId = 0x0010,
            Bars = { [0] = new SimulatedBar(BarLength) },
            MsiXVectors = (options ?? new SimulatedNvmeOptions()).Vectors,
        })
    {
        _options = options ?? new SimulatedNvmeOptions();
        _random = _options.Shuffle is int seed ? new Random(seed) : null;
        _submission = new SimulatedSubmissionQueue?[_options.Queues + 1];
        _completion = new SimulatedCompletionQueue?[_options.Queues + 1];
        _identity = new NvmeIdentity(
            "TopHalf simulated disk", "TH-0001", "1", 128 * 1024, (ulong)(_options.Image.Length / DiskImage.BlockSize), DiskImage.BlockSize);
        WriteConfig32(0x08, NvmeRegisters.Class << 8);
    }

    /// <summary>The first thing that the driver did against the specification, or that an IOMMU would have refused; null for nothing.</summary>
    public string? Mistake => Volatile.Read(ref _mistake);

    /// <summary>Whether the controller is enabled, and uses its queues.</summary>
    public bool IsEnabled
    {
        get
        {
            lock (_state)
            {
                return (_status & NvmeRegisters.Ready) != 0;
            }
        }
    }

    /// <inheritdoc/>
    protected override ulong ReadRegister(in RegisterAccess access)
    {
        ulong capabilities = ((ulong)_options.MaximumEntries - 1) | (1ul << 16) | (10ul << 24) | ((ulong)_options.DoorbellStride << 32) | (1ul << 37);
        lock (_state)
        {
            return access.Offset switch
            {
                NvmeRegisters.Capabilities => capabilities,
                NvmeRegisters.Capabilities + 4 => capabilities >> 32,
                NvmeRegisters.Version => 0x0001_0400,
                NvmeRegisters.Configuration => _configuration,
                NvmeRegisters.Status => _status,
                >= NvmeRegisters.AdminQueueAttributes and < NvmeRegisters.AdminQueueAttributes + 20 when access.Width == 4
                    => _addresses[(access.Offset - NvmeRegisters.AdminQueueAttributes) / 4],
                _ => 0,
            };
        }
    }

    /// <inheritdoc/>
    protected override void WriteRegister(in RegisterAccess access)
    {
        switch (access.Offset)
        {
            case NvmeRegisters.Configuration:
                Configure((uint)access.Value);
                break;
            case >= NvmeRegisters.AdminQueueAttributes and < NvmeRegisters.AdminQueueAttributes + 20 when access.Width == 4:
                lock (_state)
                {
                    _addresses[(access.Offset - NvmeRegisters.AdminQueueAttributes) / 4] = (uint)access.Value;
                }

                break;
            case >= NvmeRegisters.Doorbells:
                Ring((access.Offset - NvmeRegisters.Doorbells) / (4ul << _options.DoorbellStride), (uint)access.Value);
                break;
            default:
                Note($"a write of {access.Width} bytes to 0x{access.Offset:X}, which is no register that can be written");
                break;
        }
    }

    private void Configure(uint value)
    {
        lock (_state)
        {
            bool was = (_configuration & NvmeRegisters.Enable) != 0;
            bool enabled = (value & NvmeRegisters.Enable) != 0;
            _configuration = value;
            if (enabled && !was && (_stopping || (_status & NvmeRegisters.Ready) != 0))
            {
                Note("it was enabled before its reset had ended"); // what then happens no specification says; here nothing
            }
            else if (enabled && !was)
            {
                Enable();
            }
            else if (was && !enabled)
            {
                _stopping = true;
                if (!_working)
                {
                    Forget();
                }
            }
        }
    }

    private void Enable()
    {
        ulong submissions = Join(1);
        ulong completions = Join(3);
        int entries = (int)(_addresses[0] & 0xFFF) + 1;
        if (((submissions | completions) & (NvmeQueuePair.PageSize - 1)) != 0 || submissions == completions || entries < 2
            || (_configuration & ~NvmeRegisters.Enable) != NvmeRegisters.EntrySizes)
        {
            Note("it was enabled without queues, or with another configuration than this model has");
            _status = NvmeRegisters.FatalStatus;
            return;
        }

        _completion[0] = new SimulatedCompletionQueue(completions, (int)(_addresses[0] >> 16 & 0xFFF) + 1, Vector: 0);
        _submission[0] = new SimulatedSubmissionQueue(submissions, entries, _completion[0]!);
        _status = NvmeRegisters.Ready;

        ulong Join(int at) => _addresses[at] | ((ulong)_addresses[at + 1] << 32);
    }

    /// <summary>The end of a reset: the queues are no longer used.</summary>
    private void Forget()
    {
        Array.Clear(_submission);
        Array.Clear(_completion);
        _status = 0;
        _stopping = false;
    }

    private void Ring(ulong doorbell, uint value)
    {
        lock (_state)
        {
            int queue = (int)(doorbell / 2);
            bool isHead = doorbell % 2 != 0;
            int entries = queue >= _submission.Length ? 0 : isHead ? _completion[queue]?.Entries ?? 0 : _submission[queue]?.Entries ?? 0;
            if (value >= entries)
            {
                Note($"{value} was written to doorbell {doorbell}, whose queue has {entries} entries");
                return;
            }

            if (isHead)
            {
                _completion[queue]!.Head = (int)value;
            }
            else
            {
                _submission[queue]!.Tail = (int)value;
            }

            _kicked = true;
            if (_working)
            {
                return;
            }

            _working = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static device => device.Work(), this, preferLocal: false);
    }

    private void Note(string mistake) => Interlocked.CompareExchange(ref _mistake, mistake, null);

    private void WriteCompletion(SimulatedCompletionQueue queue, in SimulatedCompletion completion)
    {
        Span<byte> entry = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(entry, completion.Result);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], (uint)completion.SubmissionHead | ((uint)completion.Queue << 16));
        uint last = (uint)completion.Identifier | (queue.Phase << 16) | ((uint)completion.Status.Value << 17);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[12..], last);

        // The dword with the phase bit last: who sees it sees the rest.
        ulong at = queue.Address + (16 * (ulong)queue.Tail);
        _ = WriteDma(at, entry[..12]);
        _ = WriteDma(at + 12, entry[12..]);
        if (++queue.Tail == queue.Entries)
        {
            queue.Tail = 0;
            queue.Phase ^= 1;
        }
    }
}
