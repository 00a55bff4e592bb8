using TopHalf.Samples.Edu;

namespace TopHalf.Samples.Tests.Edu;

/// <summary>Which of the two drivers of the whole card.</summary>
public enum By
{
    Message,
    Line,
}

/// <summary>A simulated card and a driver of it, with interrupts enabled.</summary>
internal sealed class RunningEdu : IDisposable
{
    public RunningEdu(By by, TopHalfMode topHalf = TopHalfMode.Managed, TimeSpan? timeLimit = null)
    {
        var options = CheckedHandlers.Options(topHalf);
        if (by == By.Line)
        {
            var driver = new EduLineDriver(Device, timeLimit);
            (Card, Interrupts) = (driver.Card, driver.EnableInterrupts(Device, options));
        }
        else
        {
            var driver = new EduMessageDriver(Device, timeLimit);
            (Card, Interrupts) = (driver.Card, driver.EnableInterrupts(Device, options));
        }
    }

    /// <summary>Each driver, with each top half.</summary>
    public static TheoryData<By, TopHalfMode> Ways => new()
    {
        { By.Message, TopHalfMode.Managed }, { By.Message, TopHalfMode.Native }, { By.Line, TopHalfMode.Managed }, { By.Line, TopHalfMode.Native },
    };

    public SimulatedEdu Device { get; } = new();

    public EduCard Card { get; }

    public InterruptBinding Interrupts { get; }

    public Bar Registers => Device.GetBar(0);

    /// <summary>Ends the binding; then the counts are final.</summary>
    public VectorStatistics End()
    {
        Interrupts.Dispose();
        Interrupts.Completion.GetAwaiter().GetResult();
        return Assert.Single(Interrupts.Statistics.Vectors);
    }

    public void Dispose()
    {
        CheckedHandlers.End(Interrupts);
        Device.Dispose();
    }
}
