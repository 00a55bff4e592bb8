namespace TopHalf;

/// <summary>
/// The eventfds of one receive thread, and an epoll instance where there are several. A device adds 1 to an eventfd for each
/// interrupt; <see cref="Kick"/> adds 2^32, so that one read tells both apart, and no descriptor is needed to end a wait.
/// </summary>
internal sealed class EventFdSet : IDisposable
{
    private const ulong KickValue = 1UL << 32;

    private readonly EventFdLine[] _lines;

    /// <param name="count">How many.</param>
    /// <param name="mode">
    /// With <see cref="WaitMode.Block"/> a single eventfd is read with one call that blocks; the others must be looked at, too.
    /// </param>
    /// <param name="device">The device that they are for, to be named in an error.</param>
    /// <exception cref="PciDeviceException">The process or the system has no descriptor left.</exception>
    public EventFdSet(int count, WaitMode mode, string device)
    {
        _lines = new EventFdLine[count];
        Blocks = count == 1 && mode == WaitMode.Block;
        try
        {
            for (int slot = 0; slot < count; slot++)
            {
                _lines[slot] = new EventFdLine(EventFd.Create(Blocks, device));
            }

            if (count > 1)
            {
                Epoll = Epoll.Create(device);
                for (int slot = 0; slot < count; slot++)
                {
                    Epoll.Add(_lines[slot].EventFd, (uint)slot);
                }
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The only eventfd is a blocking one.</summary>
    public bool Blocks { get; }

    /// <summary>Waits for all of them; null where there is one only.</summary>
    public Epoll? Epoll { get; }

    public EventFdLine this[int slot] => _lines[slot];

    /// <summary>Takes what was signalled since the last time; waits for it where <see cref="Blocks"/>.</summary>
    /// <returns>The device's signals; 0 for none, or for a kick.</returns>
    public long Take(int slot) => (uint)_lines[slot].EventFd.Read();

    /// <summary>Ends a wait, or the next one. Any thread; not after the disposal.</summary>
    public void Kick() => _lines[0].EventFd.Add(KickValue);

    public void Dispose()
    {
        Epoll?.Dispose();
        foreach (EventFdLine? line in _lines)
        {
            line?.Dispose();
        }
    }
}
