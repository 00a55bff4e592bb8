namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>What this process holds, as the kernel counts it: files and mappings of the tests' devices, and receive threads.</summary>
internal sealed record Holdings(int Files, int Mappings, int Threads)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Holdings Now()
        => new(
            Directory.GetFiles("/proc/self/fd").Count(static fd => new FileInfo(fd).LinkTarget is { } target
                && (target.StartsWith("anon_inode:[event", StringComparison.Ordinal) || target.Contains(FakeRegion.Name, StringComparison.Ordinal))),
            File.ReadLines("/proc/self/maps").Count(static line => line.Contains(FakeRegion.Name, StringComparison.Ordinal)),
            Directory.GetDirectories("/proc/self/task").Count(IsReceiveThread));

    /// <summary>Fails if the process holds more than before, or less.</summary>
    /// <remarks>A thread that was joined stands in /proc until the kernel has buried it too; that is waited for.</remarks>
    public void AssertAgain(string after)
    {
        Holdings now = this;
        Assert.True(
            SpinWait.SpinUntil(() => (now = Now()) == this, Patience),
            $"{after}: before it the process held {this}, afterwards {now}");
    }

    private static bool IsReceiveThread(string task)
    {
        try
        {
            return File.ReadAllText($"{task}/comm").StartsWith("irq/", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // it ended meanwhile
        }
    }
}
