namespace TopHalf;

/// <summary>The interrupts of a VFIO device: which it offers, which eventfd each vector signals.</summary>
/// <remarks>Any thread. One lock, held during the call of the kernel, orders them.</remarks>
internal sealed class VfioInterrupts(VfioHandle handle, string device)
{
    // With a count, it signals those vectors; without one, it disables the index.
    private const uint TriggerWithoutData = VfioConstants.IrqSetDataNone | VfioConstants.IrqSetActionTrigger;

    private readonly object _gate = new();
    private VectorKind _kind = VectorKind.None; // while no index is enabled
    private bool[] _connected = []; // by vector

    /// <summary>Of messages MSI-X where the device has it, MSI otherwise; a count of 0 where it has neither, or no line.</summary>
    public VectorCapability GetCapability(bool line)
    {
        if (line)
        {
            VfioIrqInfo intx = GetInfo(VfioConstants.IntxIndex);
            return VfioIrqs.IsUsable(intx) ? new VectorCapability(VectorKind.Intx, (int)intx.Count, NoResize: true) : VectorCapability.Nothing;
        }

        VfioIrqInfo info = GetInfo(VfioConstants.MsixIndex);
        VectorKind kind = VectorKind.MsiX;
        if (!VfioIrqs.IsUsable(info))
        {
            info = GetInfo(VfioConstants.MsiIndex);
            kind = VectorKind.Msi;
        }

        return VfioIrqs.IsUsable(info)
            ? new VectorCapability(kind, (int)info.Count, (info.Flags & VfioConstants.IrqNoResize) != 0)
            : VectorCapability.Nothing;
    }

    /// <summary>Connects vectors from 0 on; null leaves one out. All or none.</summary>
    public void Enable(VectorKind kind, ReadOnlySpan<EventFd?> eventFds)
    {
        int[] numbers = new int[eventFds.Length];
        bool[] connected = new bool[eventFds.Length];
        for (int vector = 0; vector < eventFds.Length; vector++)
        {
            numbers[vector] = eventFds[vector]?.Number ?? -1;
            connected[vector] = eventFds[vector] is not null;
        }

        lock (_gate)
        {
            int result = Array.IndexOf(numbers, -1) >= 0 && CanGrow(kind) ? ConnectRuns(kind, numbers) : Connect(kind, numbers, start: 0, numbers.Length);
            if (result != 0)
            {
                throw NotEnabled(kind, eventFds.Length, result);
            }

            // The kernel holds its own references of the eventfds from here on.
            _kind = kind;
            _connected = connected;
        }
    }

    /// <summary>Disconnects all vectors; does nothing where none is connected.</summary>
    public void Disable(VectorKind kind)
    {
        lock (_gate)
        {
            if (_kind == VectorKind.None || _kind != kind)
            {
                return;
            }

            int result = VfioIrqs.Set(handle, (uint)kind, TriggerWithoutData, start: 0, count: 0);

            // EINVAL: not enabled any more. A reset does that behind our back, and it is what was asked for.
            if (result is not (0 or -Errno.EINVAL))
            {
                throw new PciDeviceException(
                    device, VfioIrqs.SetIrqs, -result, $"The {Name(kind)} vectors cannot be disabled.", "close the device");
            }

            _kind = VectorKind.None;
            _connected = [];
        }
    }

    /// <summary>Signals a connected vector's eventfd as the device would.</summary>
    public void Trigger(int vector)
    {
        lock (_gate)
        {
            if (vector < 0 || vector >= _connected.Length || !_connected[vector])
            {
                // The kernel would take it for a vector without an eventfd, and do nothing.
                throw new PciDeviceException(
                    device,
                    "trigger a vector",
                    Errno.EINVAL,
                    $"Vector {vector} is not enabled.",
                    "enable interrupts first, or declare the vector");
            }

            int result = VfioIrqs.Set(handle, (uint)_kind, TriggerWithoutData, (uint)vector, count: 1);
            if (result != 0)
            {
                throw new PciDeviceException(
                    device,
                    VfioIrqs.SetIrqs,
                    Math.Max(0, -result),
                    $"Vector {vector} cannot be triggered.",
                    "enable interrupts again if the device was reset");
            }
        }
    }

    // Documentation/driver-api/vfio.rst, VFIO_IRQ_INFO_NORESIZE: MSI-X has not had it since Linux 6.5.
    private bool CanGrow(VectorKind kind)
        => kind == VectorKind.MsiX && VfioIrqs.Describe(handle, (uint)kind, out VfioIrqInfo info) >= 0 && (info.Flags & VfioConstants.IrqNoResize) == 0;

    /// <summary>Run by run, so that the kernel allocates nothing for the gaps between them. All or none.</summary>
    private int ConnectRuns(VectorKind kind, int[] numbers)
    {
        int end = 0;
        while (Array.FindIndex(numbers, end, static n => n >= 0) is >= 0 and int start)
        {
            end = Array.IndexOf(numbers, -1, start) is >= 0 and int gap ? gap : numbers.Length;
            int result = Connect(kind, numbers, start, end);
            if (result != 0)
            {
                _ = VfioIrqs.Set(handle, (uint)kind, TriggerWithoutData, start: 0, count: 0);
                return result;
            }
        }

        return 0;
    }

    private int Connect(VectorKind kind, int[] numbers, int start, int end)
    {
        const uint Flags = VfioConstants.IrqSetDataEventFd | VfioConstants.IrqSetActionTrigger;
        return VfioIrqs.Set(handle, (uint)kind, Flags, (uint)start, (uint)(end - start), numbers.AsSpan(start, end - start));
    }

    private static string Name(VectorKind kind) => kind switch
    {
        VectorKind.Intx => "INTx",
        VectorKind.MsiX => "MSI-X",
        _ => "MSI",
    };

    private VfioIrqInfo GetInfo(uint index)
    {
        int result = VfioIrqs.Describe(handle, index, out VfioIrqInfo info);
        return result >= 0 ? info : throw VfioIrqs.NotDescribed(device, index, result);
    }

    private PciDeviceException NotEnabled(VectorKind kind, int wanted, int result)
    {
        if (result > 0)
        {
            return new PciDeviceException(
                device,
                VfioIrqs.SetIrqs,
                0,
                $"{wanted} {Name(kind)} vectors were asked for, but the system has only {result} for the device; none is enabled.",
                $"declare no vector above {result - 1}, free vectors that other devices hold, or let vectors share with [InterruptDriver(TooFewVectors = VectorShortage.Share)]")
            {
                AvailableVectors = result,
            };
        }

        return -result switch
        {
            Errno.ENOSPC => Refused("The system has no interrupt vector left.", "free vectors that other devices hold"),
            Errno.EINVAL => Refused(
                $"The device does not take {wanted} {Name(kind)} vectors: another kind of interrupt is enabled, or it has fewer.",
                "close whatever else has enabled interrupts of this device"),
            _ => Refused($"{wanted} {Name(kind)} vectors cannot be enabled.", "look at the last lines of dmesg"),
        };

        PciDeviceException Refused(string problem, string remedy) => new(device, VfioIrqs.SetIrqs, -result, problem, remedy);
    }
}
