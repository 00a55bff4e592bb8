namespace TopHalf.VirtualMachine.Guest;

/// <summary>The devices that /init bound to vfio-pci.</summary>
/// <param name="Edu">QEMU's educational device: MSI, one vector, registers that interrupt on demand.</param>
/// <param name="Nvme">QEMU's NVMe controller: MSI-X, 65 vectors.</param>
public sealed record GuestDevices(PciAddress Edu, PciAddress Nvme);

/// <summary>What a case has at hand. Used by the case's thread; the watchdog reads the notes.</summary>
public sealed class GuestContext(GuestDevices devices)
{
    private readonly Lock _lock = new();
    private readonly List<string> _notes = [];

    /// <summary>Edu.</summary>
    public PciAddress Device => devices.Edu;

    /// <summary>The NVMe controller.</summary>
    public PciAddress MsixDevice => devices.Nvme;

    /// <summary>Everything noted so far, a line each.</summary>
    public string Notes
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _notes);
            }
        }
    }

    /// <summary>
    /// Says what was measured, or how far the case has come. Notes reach the host's test output whatever the result; of a
    /// case that hangs they are the only trace.
    /// </summary>
    public void Note(string text)
    {
        lock (_lock)
        {
            _notes.Add(text);
        }
    }
}
