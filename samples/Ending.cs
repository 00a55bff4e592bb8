namespace TopHalf.Samples;

/// <summary>How the samples' programs end when something goes wrong: with a sentence, and an exit code.</summary>
internal static class Ending
{
    /// <summary>Runs a program.</summary>
    /// <param name="program">Returns its exit code.</param>
    /// <param name="usage">Told with what is wrong with the arguments.</param>
    /// <param name="errors">Takes the sentence.</param>
    /// <returns>The exit code; 1 for what the machine refused, 2 for wrong arguments.</returns>
    public static int Of(Func<int> program, string usage, TextWriter errors)
    {
        try
        {
            return program();
        }
        catch (FormatException e)
        {
            errors.WriteLine(usage.Length == 0 ? e.Message : $"{e.Message}\n\n{usage}");
            return 2;
        }
        catch (ObjectDisposedException)
        {
            errors.WriteLine("The device was closed: the kernel asked for it, since somebody unbinds it from vfio-pci.");
            return 1;
        }
        catch (Exception e) when (e is IOException or TimeoutException or PlatformNotSupportedException or InterruptHandlerException or DeviceErrorException)
        {
            errors.WriteLine(e.Message);
            return 1;
        }
    }

    /// <summary>Does what needs interrupts, and then ends them. Why they ended by themselves is thrown, and not what that led to.</summary>
    public static T With<T>(InterruptBinding interrupts, Func<T> work)
    {
        try
        {
            return work();
        }
        finally
        {
            interrupts.Dispose();
            interrupts.Completion.GetAwaiter().GetResult();
        }
    }
}
