namespace TopHalf;

/// <summary>
/// Runs a step program one step at a time, straight from its definition. Slow and obvious on purpose: it is what the tests
/// hold the generated code against, and what the runtime uses where speed does not matter (masking a source whose handler
/// threw, enabling at the start, releasing at the end).
/// </summary>
internal static class StepInterpreter
{
    /// <summary>Runs a handler's program. False where its test found nothing pending, and nothing more was done.</summary>
    /// <param name="program">The steps, in order.</param>
    /// <param name="device">Whose registers.</param>
    /// <param name="handler">Called at the handler's step with the status that was read.</param>
    public static bool Run(ReadOnlySpan<Step> program, PciDevice device, Action<ulong> handler)
    {
        ulong status = 0;
        foreach (Step step in program)
        {
            switch (step.Operation)
            {
                case StepOperation.TestAny:
                    status = Read(device, step);
                    if ((status & step.Mask) == 0)
                    {
                        return false;
                    }

                    break;
                case StepOperation.TestEqual:
                    status = Read(device, step);
                    if ((status & step.Mask) != step.Value)
                    {
                        return false;
                    }

                    break;
                case StepOperation.Echo:
                    Write(device, step, status & step.Mask);
                    break;
                case StepOperation.Handle:
                    handler(status);
                    break;
                default:
                    Apply(step, device);
                    break;
            }
        }

        return true;
    }

    /// <summary>Runs a step that needs no status.</summary>
    public static void Apply(Step step, PciDevice device)
    {
        switch (step.Operation)
        {
            case StepOperation.Write:
                Write(device, step, step.Value);
                break;
            case StepOperation.Modify:
                Write(device, step, (Read(device, step) & ~step.Mask) | (step.Value & step.Mask));
                break;
            default:
                throw new InvalidOperationException($"{step.Operation} cannot run as {step.Role}: there is no status.");
        }
    }

    private static ulong Read(PciDevice device, Step step)
    {
        Bar bar = device.GetBar(step.Bar);
        return step.Type.Width() switch
        {
            1 => bar.Read8(step.Offset),
            2 => bar.Read16(step.Offset),
            4 => bar.Read32(step.Offset),
            _ => bar.Read64(step.Offset),
        };
    }

    private static void Write(PciDevice device, Step step, ulong value)
    {
        Bar bar = device.GetBar(step.Bar);
        switch (step.Type.Width())
        {
            case 1:
                bar.Write8(step.Offset, (byte)value);
                break;
            case 2:
                bar.Write16(step.Offset, (ushort)value);
                break;
            case 4:
                bar.Write32(step.Offset, (uint)value);
                break;
            default:
                bar.Write64(step.Offset, value);
                break;
        }
    }
}
