namespace TopHalf;

/// <summary>The faults that a simulated device was told to have.</summary>
internal sealed class SimulatedFaults(string device)
{
    private readonly int[] _errnos = new int[Enum.GetValues<SimulatedFault>().Length];
    private readonly int[] _before = new int[Enum.GetValues<SimulatedFault>().Length]; // operations that still succeed

    public void Arm(SimulatedFault fault, int errno, int after)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(errno);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        Volatile.Write(ref _before[(int)fault], after);
        Volatile.Write(ref _errnos[(int)fault], errno);
    }

    /// <summary>Throws once for every <see cref="Arm"/>.</summary>
    public void ThrowIfArmed(SimulatedFault fault)
    {
        ref int armed = ref _errnos[(int)fault];
        if (Volatile.Read(ref armed) != 0 && Interlocked.Decrement(ref _before[(int)fault]) < 0 && Interlocked.Exchange(ref armed, 0) is int errno and not 0)
        {
            throw new PciDeviceException(device, fault.ToString(), errno, "A fault that FailNext asked for.", "");
        }
    }
}
