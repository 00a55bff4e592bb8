namespace TopHalf;

/// <summary>
/// The groups that are open. The kernel lets a group be opened once, so that two devices of one group share it; it is closed
/// with the last of them.
/// </summary>
internal sealed class VfioGroups(VfioHost host)
{
    // Held while a group is opened and closed too: a second opener must find it either open or closed, never in between.
    private readonly object _gate = new();
    private readonly Dictionary<int, (VfioGroup Group, int Users)> _open = [];

    /// <summary>Opens a group, or shares it; <see cref="Release"/> once for each.</summary>
    /// <param name="number">The IOMMU group.</param>
    /// <param name="device">For whom: the name in error messages.</param>
    /// <exception cref="PciDeviceException">The group cannot be used.</exception>
    public VfioGroup Acquire(int number, string device)
    {
        lock (_gate)
        {
            VfioGroup group;
            int users = 0;
            if (_open.TryGetValue(number, out (VfioGroup Group, int Users) entry))
            {
                (group, users) = entry;
            }
            else
            {
                group = VfioGroup.Open(host, number, device);
            }

            _open[number] = (group, users + 1);
            return group;
        }
    }

    public void Release(VfioGroup group)
    {
        lock (_gate)
        {
            int users = _open[group.Number].Users - 1;
            if (users > 0)
            {
                _open[group.Number] = (group, users);
                return;
            }

            _open.Remove(group.Number);
            group.Dispose();
        }
    }
}
