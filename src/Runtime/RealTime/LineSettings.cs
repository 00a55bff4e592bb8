namespace TopHalf;

/// <summary>
/// What a binding has changed of the kernel's interrupts: the processors that they go to, and the priorities of the kernel's threads
/// that handle them. Disposing puts it back.
/// </summary>
/// <param name="lines">The device's; null where it has none.</param>
/// <param name="device">For messages.</param>
/// <param name="warnings">Take what cannot be had and is not required.</param>
/// <remarks>Used by the thread that starts the binding, then by the one that ends it.</remarks>
internal sealed class LineSettings(InterruptLines? lines, string device, OptionWarnings warnings) : IDisposable
{
    private readonly Stack<Action> _undo = new();

    // Both files and folders are read once, and only where an option asks for it.
    private Dictionary<int, InterruptLine>? _numbers;
    private IrqThreads? _threads;

    /// <summary>Puts a thread's options in force for each of its vectors.</summary>
    /// <exception cref="PciDeviceException">One cannot be had, and is required; what was changed before it stays until disposal.</exception>
    public void Apply(BindingPlan plan)
    {
        InterruptThreadOptions options = plan.Options;
        foreach (int vector in plan.Vectors)
        {
            if (options.IrqCpu is int cpu)
            {
                warnings.Apply(options, plan.Thread, nameof(options.IrqCpu), () => Move(vector, cpu));
            }

            if (options.IrqThreadPriority is int priority)
            {
                warnings.Apply(options, plan.Thread, nameof(options.IrqThreadPriority), () => Raise(vector, priority));
            }
        }
    }

    public void Dispose()
    {
        while (_undo.TryPop(out Action? undo))
        {
            undo();
        }
    }

    private void Move(int vector, int cpu)
    {
        InterruptLine line = Find(vector);
        var affinity = new IrqAffinity(lines!.Paths, device, line);
        string? before = affinity.Read();
        affinity.Set(cpu);
        if (before is not null)
        {
            _undo.Push(() => affinity.TryWrite(before));
        }
    }

    private void Raise(int vector, int priority)
    {
        InterruptLine line = Find(vector);
        _threads ??= IrqThreads.Read(lines!.Paths.Proc);
        _undo.Push(_threads.Raise(device, line, priority));
    }

    private InterruptLine Find(int vector)
    {
        if (lines is null)
        {
            throw new PciDeviceException(
                device,
                "find the interrupt line",
                errno: 0,
                "The vectors of a simulated device are no interrupts of the kernel's: they have no processor and no thread there.",
                "leave IrqCpu and IrqThreadPriority null for it, or set Enforcement to BestEffort");
        }

        _numbers ??= lines.Read();
        return _numbers.TryGetValue(vector, out InterruptLine line)
            ? line
            : throw new PciDeviceException(
                device,
                $"find the interrupt line of vector {vector}",
                Errno.ENOENT,
                $"{lines.Paths.Interrupts} does not show it: this is a container that has not the machine's.",
                $"see whether 'grep vfio {lines.Paths.Interrupts}' on the machine itself shows it, and run the program there");
    }
}
