using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The driver and the BARs as locals, which the just-in-time compiler can keep in registers.</summary>
internal static class DispatchLocals
{
    /// <param name="writer">Takes the text.</param>
    /// <param name="driver">The driver class.</param>
    /// <param name="steps">The steps that will use the BARs.</param>
    /// <param name="open">The registers whose place is not in the attribute.</param>
    /// <param name="needsDriver">Whether a handler is called on the driver object.</param>
    /// <param name="from">The prefix of the fields: empty for <c>this</c>.</param>
    public static void Write(IndentedWriter writer, DriverModel driver, IEnumerable<StepModel> steps, OpenRegisters open, bool needsDriver, string from)
    {
        if (needsDriver)
        {
            writer.Line($"{Identifiers.Escape(driver.Shell.Name)} driver = {from}_driver;");
        }

        foreach (byte bar in UsedBars.Of(steps))
        {
            writer.Line($"{Types.Bar} bar{bar} = {from}_bar{bar};");
        }

        open.WriteLocals(writer, steps, from);
    }
}
