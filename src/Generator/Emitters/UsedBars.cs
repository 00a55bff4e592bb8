using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>Which BARs some steps touch, those left out that are known only when the driver is bound.</summary>
internal static class UsedBars
{
    public static byte[] Of(IEnumerable<StepModel> steps) =>
        [.. steps.Where(static s => s.TouchesRegister && s.Address is not { IsOpen: true }).Select(static s => s.Bar).Distinct().OrderBy(static b => b)];
}
