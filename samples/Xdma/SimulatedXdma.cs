using System.Runtime.InteropServices;

namespace TopHalf.Samples.Xdma;

/// <summary>
/// An FPGA with Xilinx's DMA subsystem as C#: two channels each way, the interrupt block, a logic that counts events of sixteen
/// sources, and 64 KiB of memory. Transfers are done on a thread of the card's own, which reads and writes the driver's memory.
/// </summary>
public class SimulatedXdma : SimulatedDevice
{
    private const int Logic = 0;
    private const int Dma = 1;
    private const int CardBytes = 0x1_0000;

    // The card's own state: its engines' threads and the bus all touch it.
    private readonly object _state = new();
    private readonly SimulatedInterrupts _interrupts;
    private readonly SimulatedEngine[] _engines = [new(0x1FC0_0006), new(0x1FC0_0106), new(0x1FC1_0006), new(0x1FC1_0106)];
    private readonly uint[] _events = new uint[UserLogic.Sources];
    private readonly byte[] _card = new byte[CardBytes];

    /// <summary>A card.</summary>
    public SimulatedXdma()
        : base(new SimulatedDeviceOptions
        {
            Name = "simulated XDMA",
            VendorId = 0x10EE,
            DeviceId = 0x9034,
            Bars = { [Logic] = new SimulatedBar(0x1000), [Dma] = new SimulatedBar(0x1_0000) },
            MsiXVectors = 32,
        })
        => _interrupts = new SimulatedInterrupts(vector => Raise(vector));

    /// <summary>Which user interrupts are enabled, and which channels.</summary>
    public (uint User, uint Channels) Enabled
    {
        get
        {
            lock (_state)
            {
                return (_interrupts.UserEnable, _interrupts.ChannelEnable);
            }
        }
    }

    /// <summary>Something happens in the user's logic.</summary>
    /// <param name="source">0 to 15.</param>
    public void Happen(int source)
    {
        lock (_state)
        {
            _events[source]++;
            Update();
        }
    }

    /// <summary>The card's own memory: a copy.</summary>
    public byte[] CardMemory()
    {
        lock (_state)
        {
            return [.. _card];
        }
    }

    /// <inheritdoc/>
    protected override ulong ReadRegister(in RegisterAccess access)
    {
        uint offset = (uint)access.Offset;
        lock (_state)
        {
            uint value = access.Bar switch
            {
                _ when access.Width != 4 => uint.MaxValue,
                Logic => ReadLogic(offset),
                _ when EngineAt(offset) is { } engine => engine.Read(offset % XdmaRegisters.ChannelStride),
                _ => _interrupts.Read(offset),
            };
            Update();
            return value;
        }
    }

    /// <inheritdoc/>
    protected override void WriteRegister(in RegisterAccess access)
    {
        (uint offset, uint value) = ((uint)access.Offset, (uint)access.Value);
        lock (_state)
        {
            if (access.Width != 4 || access.Bar == Logic)
            {
                return;
            }

            if (EngineAt(offset) is { } engine)
            {
                if (engine.Write(offset % XdmaRegisters.ChannelStride, value))
                {
                    Start(engine);
                }
            }
            else if (EngineAt(offset - XdmaRegisters.ToDescriptors) is { } fetching)
            {
                WriteDescriptorRegister(fetching, offset % XdmaRegisters.ChannelStride, value);
            }
            else
            {
                _interrupts.Write(offset, value);
            }

            Update();
        }
    }

    private static void WriteDescriptorRegister(SimulatedEngine engine, uint offset, uint value)
    {
        if (offset is XdmaRegisters.FirstDescriptor or XdmaRegisters.FirstDescriptor + 4)
        {
            engine.WriteFirstDescriptor(offset != XdmaRegisters.FirstDescriptor, value);
        }
    }

    private SimulatedEngine? EngineAt(uint offset)
    {
        uint channel = offset % XdmaRegisters.FromCard / XdmaRegisters.ChannelStride;
        return offset < XdmaRegisters.Interrupts && channel < XdmaDriver.Channels
            ? _engines[(offset / XdmaRegisters.FromCard * XdmaDriver.Channels) + channel]
            : null;
    }

    private uint ReadLogic(uint offset)
    {
        if (offset is < UserLogic.Events or >= UserLogic.Events + (4 * UserLogic.Sources))
        {
            return 0;
        }

        ref uint events = ref _events[(offset - UserLogic.Events) / 4];
        uint counted = events;
        events = 0;
        return counted;
    }

    private void Start(SimulatedEngine engine)
        => ThreadPool.UnsafeQueueUserWorkItem(static both => both.Card.Work(both.Engine), (Card: this, Engine: engine), preferLocal: false);

    private void Work(SimulatedEngine engine)
    {
        bool toCard = Array.IndexOf(_engines, engine) < XdmaDriver.Channels;
        for (bool goesOn = true; goesOn;)
        {
            // One descriptor at a time: the driver sees the card between two of them.
            lock (_state)
            {
                goesOn = Move(engine, toCard);
                Update();
            }
        }
    }

    private bool Move(SimulatedEngine engine, bool toCard)
    {
        // Told to stop since the last descriptor. If it was started again meanwhile, two threads do its descriptors in turn.
        if (!engine.IsBusy)
        {
            return false;
        }

        var fetched = new byte[XdmaDescriptor.Size];
        if (!Reaches(() => ReadDma(engine.NextDescriptor, fetched)))
        {
            engine.Stop(1 << 19); // a descriptor error: unsupported request
            return false;
        }

        var descriptor = XdmaDescriptor.FromWords(MemoryMarshal.Cast<byte, uint>(fetched));
        if ((descriptor.Control & 0xFFFF_0000) != XdmaDescriptor.Magic)
        {
            engine.Stop(XdmaRegisters.WrongMagic);
            return false;
        }

        uint error = descriptor.Source % 4 != descriptor.Destination % 4 ? XdmaRegisters.AlignMismatch
            : toCard ? Take(descriptor) : Give(descriptor);
        if (error != 0)
        {
            engine.Stop(error);
            return false;
        }

        engine.NextDescriptor = descriptor.Next;
        engine.Done(descriptor.Control);
        return engine.IsBusy;
    }

    /// <summary>Moves to the card.</summary>
    /// <returns>The error; 0 for none.</returns>
    private uint Take(XdmaDescriptor descriptor) => CardAt(descriptor.Destination, descriptor.Length) is not { IsEmpty: false } memory ? 1u << 14 // write: decode error
        : Reaches(() => ReadDma(descriptor.Source, memory.Span)) ? 0 : 1u << 9; // read: unsupported request

    /// <summary>Moves from the card. That the host does not take it, the channel does not learn.</summary>
    /// <returns>The error; 0 for none.</returns>
    private uint Give(XdmaDescriptor descriptor)
    {
        if (CardAt(descriptor.Source, descriptor.Length) is not { IsEmpty: false } memory)
        {
            return 1 << 9; // read: decode error
        }

        _ = Reaches(() => WriteDma(descriptor.Destination, memory.Span));
        return 0;
    }

    // What the IOMMU refuses is an error of the channel's, and none of the model.
    private static bool Reaches(Func<bool> access)
    {
        try
        {
            return access();
        }
        catch (PciDeviceException)
        {
            return false;
        }
    }

    private Memory<byte> CardAt(ulong address, uint length)
        => address < CardBytes && length <= CardBytes - address ? _card.AsMemory((int)address, (int)length) : default;

    private void Update()
    {
        uint user = 0;
        for (int source = 0; source < _events.Length; source++)
        {
            user |= _events[source] != 0 ? 1u << source : 0;
        }

        uint channels = 0;
        for (int channel = 0; channel < _engines.Length; channel++)
        {
            channels |= _engines[channel].IsPending ? 1u << channel : 0;
        }

        _interrupts.Update(user, channels);
    }
}
