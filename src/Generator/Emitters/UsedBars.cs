using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>Which BARs some steps touch.</summary>
internal static class UsedBars
{
    public static byte[] Of(IEnumerable<StepModel> steps) =>
        [.. steps.Where(static s => s.Operation != StepOperation.Handle).Select(static s => s.Bar).Distinct().OrderBy(static b => b)];
}
