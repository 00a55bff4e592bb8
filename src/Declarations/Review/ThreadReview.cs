using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Names of receive threads, which people read in <c>top</c> and <c>ps</c>.</summary>
internal static class ThreadReview
{
    // A thread's name in Linux has 16 bytes with its end (TASK_COMM_LEN, include/linux/sched.h).
    private const int Shown = 15;

    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        var names = new Dictionary<string, string>();
        IEnumerable<AttributeData> vectors = driver.Handlers
            .SelectMany(static h => h.Method.GetAttributes())
            .Where(static a => a.MakesHandler);
        foreach (AttributeData vector in vectors)
        {
            var name = (string?)vector.Argument(KnownNames.Thread);
            var anchor = Anchor.Argument(vector, KnownNames.Thread);
            if (name is not null && string.IsNullOrWhiteSpace(name))
            {
                faults.Add(DeclarationRules.ThreadNameBlank, anchor, name);
            }
            else if (name is not null)
            {
                CheckShown(driver.Symbol.Name, name, names, anchor, faults);
            }
        }
    }

    // The runtime names a thread irq/Driver-thread, as the kernel does with its own.
    private static void CheckShown(string driver, string name, Dictionary<string, string> names, Anchor anchor, FaultSink faults)
    {
        string whole = $"irq/{driver}-{name}";
        string shown = whole.Length > Shown ? whole.Substring(0, Shown) : whole;
        if (!names.TryGetValue(shown, out string? first))
        {
            names.Add(shown, name);
        }
        else if (first != name)
        {
            faults.Add(DeclarationRules.ThreadNamesAlike, anchor, name, first, driver, Shown, shown);
        }
    }
}
