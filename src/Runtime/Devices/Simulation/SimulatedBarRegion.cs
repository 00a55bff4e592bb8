using System.Buffers.Binary;

namespace TopHalf;

/// <summary>A BAR of a simulated device: every access goes to its model; a plain memory stands behind the models.</summary>
internal sealed class SimulatedBarRegion(SimulatedDevice device, int index, SimulatedBar bar)
    : BarRegion(device.Name, index, bar.Length, bar.IsPort)
{
    private const string Model = "stands for hardware: takes the bus's lock and runs the model of the card, in tests and not in production";

    private readonly byte[] _memory = new byte[checked((int)bar.Length)];
    private CalledRegisters? _called;

    public ulong Peek(ulong offset, int width)
    {
        ReadOnlySpan<byte> at = _memory.AsSpan(checked((int)offset), width);
        return width switch
        {
            1 => at[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(at),
            4 => BinaryPrimitives.ReadUInt32LittleEndian(at),
            _ => BinaryPrimitives.ReadUInt64LittleEndian(at),
        };
    }

    public void Poke(ulong offset, int width, ulong value)
    {
        Span<byte> at = _memory.AsSpan(checked((int)offset), width);
        switch (width)
        {
            case 1:
                at[0] = (byte)value;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)value);
                break;
            case 4:
                BinaryPrimitives.WriteUInt32LittleEndian(at, (uint)value);
                break;
            default:
                BinaryPrimitives.WriteUInt64LittleEndian(at, value);
                break;
        }
    }

    [InterruptUnsafe(Model)]
    internal override ulong SlowRead(ulong offset, int width)
        => device.Access(new RegisterAccess(IsWrite: false, Index, offset, width, 0));

    [InterruptUnsafe(Model)]
    internal override void SlowWrite(ulong offset, int width, ulong value)
        => device.Access(new RegisterAccess(IsWrite: true, Index, offset, width, value));

    private protected override RegisterLocation LocateSlow(ulong offset, int width)
        => (_called ??= new CalledRegisters(CheckedRead, CheckedWrite)).At(offset, width);

    private protected override void DisposeCore() => _called?.Dispose();
}
