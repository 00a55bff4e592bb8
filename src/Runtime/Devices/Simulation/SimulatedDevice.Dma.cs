namespace TopHalf;

/// <content>What the device reads and writes of its driver's memory.</content>
public partial class SimulatedDevice
{
    private readonly SimulatedIommu _iommu;

    /// <summary>Reads the driver's memory, as a device does by itself.</summary>
    /// <param name="address">The device's address of it, as the driver told it: <see cref="DmaBuffer.Address"/> and what follows.</param>
    /// <param name="destination">Takes the bytes; all ones where nothing is read.</param>
    /// <returns>False where a real device's access would go nowhere: no bus mastering, or the device was removed.</returns>
    /// <exception cref="PciDeviceException">No buffer of the driver has all of it: what an IOMMU refuses.</exception>
    public bool ReadDma(ulong address, Span<byte> destination)
    {
        if (_iommu.Read(address, destination))
        {
            return true;
        }

        destination.Fill(0xFF);
        return false;
    }

    /// <summary>Writes the driver's memory, as a device does by itself. Two writes are seen in their order.</summary>
    /// <param name="address">The device's address of it, as the driver told it.</param>
    /// <param name="source">The bytes.</param>
    /// <returns>False where a real device's access would go nowhere: no bus mastering, or the device was removed.</returns>
    /// <exception cref="PciDeviceException">No buffer of the driver has all of it: what an IOMMU refuses.</exception>
    public bool WriteDma(ulong address, ReadOnlySpan<byte> source)
        => _iommu.Write(address, source);

    internal override DmaBuffer MapDma(ulong length, ulong highest)
    {
        _faults.ThrowIfArmed(SimulatedFault.AllocateDma);
        return _iommu.Map(this, length, highest);
    }

    internal override void DisconnectDma(DmaBuffer buffer) => _iommu.Disconnect(buffer);

    internal override void ReleaseDma(DmaBuffer buffer) => SimulatedIommu.Release(buffer);

    /// <summary>What the device asks of memory arrives at all.</summary>
    internal bool ReachesMemory => !_removed && BusMaster;
}
