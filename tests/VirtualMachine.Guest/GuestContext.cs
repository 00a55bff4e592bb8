namespace TopHalf.VirtualMachine.Guest;

/// <summary>What a case has at hand. Used by the case's thread; the watchdog reads the notes.</summary>
public sealed class GuestContext(GuestDevices devices)
{
    private readonly Lock _lock = new();
    private readonly List<string> _notes = [];

    /// <summary>Edu.</summary>
    public PciAddress Device => devices.Edu;

    /// <summary>The NVMe controller.</summary>
    public PciAddress MsixDevice => devices.Nvme;

    /// <summary>All devices of the machine.</summary>
    public GuestDevices Devices => devices;

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
