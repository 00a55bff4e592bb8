namespace TopHalf.Samples;

/// <summary>With which options the samples enable interrupts: a debug build looks at each call of a handler, and tells what it should not have done.</summary>
internal static class Checking
{
    /// <param name="topHalf">Who runs the steps before the handlers.</param>
    public static InterruptOptions Options(TopHalfMode topHalf = default)
    {
        var options = new InterruptOptions { TopHalf = topHalf };
#if DEBUG
        options.Checked = true;
        options.OffenceDetected = static offence => Console.Error.WriteLine(offence);
#endif
        return options;
    }
}
