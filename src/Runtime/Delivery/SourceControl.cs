namespace TopHalf;

/// <summary>
/// The descriptors that are run outside the path of an interrupt: unmasking at the start, masking and releasing at the end,
/// masking one handler's source when it threw.
/// </summary>
internal static class SourceControl
{
    /// <summary>Unmasks every handler's source, and the line.</summary>
    public static void Enable(DriverManifest manifest, PciDevice device)
        => Run(manifest.Handlers.ToArray().SelectMany(StepProgram.Start), device, static e => throw e);

    /// <summary>Masks every handler's source; what fails is reported, and the rest is done all the same.</summary>
    public static void Disable(DriverManifest manifest, PciDevice device, Action<Exception> failed)
        => Run(manifest.Handlers.ToArray().SelectMany(StepProgram.Everywhere).Where(IsDisable), device, failed);

    /// <summary>Runs the release steps; what fails is reported, and the rest is done all the same.</summary>
    public static void Release(DriverManifest manifest, PciDevice device, Action<Exception> failed)
    {
        foreach (Step step in manifest.Release)
        {
            Attempt(step, device, failed);
        }
    }

    /// <summary>Masks the source of one handler, or of those that share its vectors.</summary>
    public static void Disable(HandlerManifest handler, PciDevice device, Action<Exception> failed)
        => Run(StepProgram.Everywhere(handler).Where(IsDisable), device, failed);

    private static bool IsDisable(Step step) => step.Role == StepRole.Disable;

    private static void Run(IEnumerable<Step> steps, PciDevice device, Action<Exception> failed)
    {
        foreach (Step step in StepProgram.Once(steps))
        {
            Attempt(step, device, failed);
        }
    }

    private static void Attempt(Step step, PciDevice device, Action<Exception> failed)
    {
        try
        {
            StepInterpreter.Apply(step, device);
        }
#pragma warning disable CA1031 // The device has to be left quiet whatever one step throws; the caller keeps the exception.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failed(e);
        }
    }
}
