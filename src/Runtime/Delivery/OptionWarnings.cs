namespace TopHalf;

/// <summary>Applies options, and keeps what was refused of those that are not required. Any thread; it locks itself.</summary>
internal sealed class OptionWarnings
{
    private readonly List<InterruptWarning> _warnings = [];

    /// <summary>What was refused so far.</summary>
    public InterruptWarning[] Snapshot()
    {
        lock (_warnings)
        {
            return [.. _warnings];
        }
    }

    /// <summary>Applies one option, which throws where it cannot be had.</summary>
    /// <param name="options">Whose it is: they say whether it may be missing.</param>
    /// <param name="thread">The declared name of the thread.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="apply">Puts it in force.</param>
    public void Apply(InterruptThreadOptions options, string thread, string option, Action apply)
    {
        try
        {
            apply();
        }
        catch (PciDeviceException e) when (options.Enforcement == OptionEnforcement.BestEffort)
        {
            Add(new InterruptWarning(option, thread, e.Reason, e.Remedy));
        }
        catch (PlatformNotSupportedException e) when (options.Enforcement == OptionEnforcement.BestEffort)
        {
            Add(new InterruptWarning(option, thread, e.Message, ""));
        }
    }

    private void Add(InterruptWarning warning)
    {
        lock (_warnings)
        {
            // Once for a thread, however many of its vectors it concerns.
            if (!_warnings.Exists(other => other.Option == warning.Option && other.Thread == warning.Thread))
            {
                _warnings.Add(warning);
            }
        }
    }
}
