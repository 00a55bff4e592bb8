namespace TopHalf;

/// <content>Options that are no thread's own, and what could not be had of those that may be missing.</content>
public sealed partial class InterruptBinding
{
    private readonly OptionWarnings _warnings = new();
    private MemoryLock? _memory;
    private LineSettings? _lines;

    /// <summary>
    /// The options that were asked for at <see cref="OptionEnforcement.BestEffort"/> and could not be had, each once for a thread;
    /// empty where all are in force. It does not change after the start.
    /// </summary>
    [InterruptSafe]
    public IReadOnlyList<InterruptWarning> Warnings { get; private set; } = [];

    private void LockMemory(InterruptOptions options)
    {
        if (options.LockMemory)
        {
            _warnings.Apply(options, "", nameof(options.LockMemory), () => _memory = MemoryLock.Take());
        }
    }

    /// <summary>What concerns the kernel's interrupts; they are there only while vectors are enabled.</summary>
    private void ApplyToLines(BindingPlan[] plans)
    {
        _lines = new LineSettings(_device.Lines, _device.Name, _warnings);
        foreach (BindingPlan plan in plans)
        {
            _lines.Apply(plan with { Vectors = [.. plan.Vectors.Select(VectorOf).Distinct()] });
        }
    }

    /// <summary>The last stage of the start: nothing is applied any more.</summary>
    private void TellWarnings(InterruptOptions options)
    {
        Warnings = _warnings.Snapshot();
        foreach (InterruptWarning warning in Warnings)
        {
            InterruptEventSource.Log.OptionRefused(_device.Name, warning.Option, warning.Thread, warning.Reason);
            options.OnWarning?.Invoke(warning);
        }
    }
}
