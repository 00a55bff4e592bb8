namespace TopHalf.Declarations;

/// <summary>Banks of one handler whose bits get the same <c>Interrupt.Index</c>: most often a First was forgotten.</summary>
internal static class BankReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        foreach (ParsedHandler handler in driver.Handlers)
        {
            var taken = new HashSet<int>();
            foreach (StatusBank bank in handler.Own.Banks.Where(static b => !b.Whole && b.First >= 0))
            {
                int[] indices = [.. Indices(bank)];
                if (indices.Any(taken.Contains))
                {
                    faults.Add(
                        DeclarationRules.BankIndicesOverlap, Anchor.Attribute(bank.Register.Source), taken.Max() + 1, handler.Method.Name);
                }

                taken.UnionWith(indices);
            }
        }
    }

    private static IEnumerable<int> Indices(StatusBank bank)
    {
        ulong mask = bank.Register.Mask;
        int lowest = BitMask.Lowest(mask);
        return Enumerable.Range(0, 64).Where(bit => ((mask >> bit) & 1) != 0).Select(bit => bank.First + bit - lowest);
    }
}
