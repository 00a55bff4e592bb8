namespace TopHalf;

/// <summary>The register of a step whose index is known: one access of exactly its width.</summary>
internal static class StepRegister
{
    public static ulong Read(PciDevice device, Step step)
    {
        Bar bar = Select(device, step);
        return step.Type.Width() switch
        {
            1 => bar.Read8(step.Offset),
            2 => bar.Read16(step.Offset),
            4 => bar.Read32(step.Offset),
            _ => bar.Read64(step.Offset),
        };
    }

    public static void Write(PciDevice device, Step step, ulong value) => Write(Select(device, step), step.Type, step.Offset, value);

    /// <summary>Names the register of an address/data pair first.</summary>
    private static Bar Select(PciDevice device, Step step)
    {
        Bar bar = device.GetBar(step.Bar);
        if (step.Address is { IndexOffset: { } offset, Index: var index })
        {
            Write(bar, step.Type, offset, index);
        }

        return bar;
    }

    private static void Write(Bar bar, RegisterType type, uint offset, ulong value)
    {
        switch (type.Width())
        {
            case 1:
                bar.Write8(offset, (byte)value);
                break;
            case 2:
                bar.Write16(offset, (ushort)value);
                break;
            case 4:
                bar.Write32(offset, (uint)value);
                break;
            default:
                bar.Write64(offset, value);
                break;
        }
    }
}
