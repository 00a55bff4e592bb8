namespace TopHalf;

/// <summary>Real-time options are calls of Linux.</summary>
internal static class LinuxOnly
{
    /// <exception cref="PlatformNotSupportedException">Not Linux.</exception>
    public static void ThrowUnless(string option)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException($"{option} is for Linux; leave it out on other systems.");
        }
    }
}
