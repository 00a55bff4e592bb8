namespace TopHalf.Samples.Tests;

/// <summary>The samples' handlers are looked at in every test: none allocates, and nothing is compiled in one.</summary>
internal static class CheckedHandlers
{
    public static InterruptOptions Options(TopHalfMode topHalf = default) => new() { TopHalf = topHalf, Checked = true };

    /// <summary>Ends the binding, and fails where a handler did what it should not.</summary>
    public static void End(InterruptBinding binding)
    {
        binding.Dispose();
        Assert.NotEmpty(binding.Checks);
        Assert.All(
            binding.Checks,
            static check => Assert.True(check is { AllocatedBytes: 0, CompiledMethods: 0 }, $"{check}"));
    }
}
