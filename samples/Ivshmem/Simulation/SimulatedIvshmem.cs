namespace TopHalf.Samples.Ivshmem;

/// <summary>
/// An ivshmem-doorbell as C#: its four registers, memory in BAR 2, and MSI-X. What the driver rings goes to
/// <see cref="DoorbellRung"/>; who has the other end rings by <see cref="Ring"/> and reaches the memory by Peek and Poke.
/// </summary>
/// <param name="position">The number that a server would have given it.</param>
/// <param name="memoryLength">Bytes of the shared memory; a power of two.</param>
public class SimulatedIvshmem(uint position = 1, uint memoryLength = 0x1_0000) : SimulatedDevice(new SimulatedDeviceOptions
{
    Name = "simulated ivshmem",
    VendorId = 0x1AF4,
    DeviceId = 0x1110,
    Bars = { [0] = new SimulatedBar(IvshmemRegisters.Length), [2] = new SimulatedBar(memoryLength) },
    MsiXVectors = SharedLayout.Vectors,
})
{
    /// <summary>Called with the peer's number and the vector, on the thread that has rung; must not wait.</summary>
    public Action<uint, int>? DoorbellRung { get; set; }

    /// <summary>Somebody rings a vector of the card. Another position, and a vector that it does not have, is nothing.</summary>
    /// <returns>False where nobody hears it.</returns>
    public bool Ring(uint whom, int vector)
        => whom == position && (uint)vector < SharedLayout.Vectors && Raise(vector);

    /// <inheritdoc/>
    protected override ulong ReadRegister(in RegisterAccess access) => access switch
    {
        { Bar: 2 } => base.ReadRegister(access),
        { Width: not 4 } => ulong.MaxValue,
        { Offset: IvshmemRegisters.Position } => position,
        { Offset: IvshmemRegisters.Mask or IvshmemRegisters.Status } => base.ReadRegister(access),
        _ => 0,
    };

    /// <inheritdoc/>
    protected override void WriteRegister(in RegisterAccess access)
    {
        switch (access)
        {
            case { Bar: 2 } or { Offset: IvshmemRegisters.Mask or IvshmemRegisters.Status, Width: 4 }:
                base.WriteRegister(access);
                break;
            case { Offset: IvshmemRegisters.Doorbell, Width: 4 }:
                // The card looks at 8 bits of the vector only.
                DoorbellRung?.Invoke((uint)access.Value >> 16, (byte)access.Value);
                break;
        }
    }
}
