namespace TopHalf.Runtime.Tests.MachineCode;

/// <summary>Holds the accesses that were found in machine code against those that were declared.</summary>
internal static class AccessChecks
{
    /// <summary>These accesses, and no others.</summary>
    public static void AssertAreAll(this AccessesAttribute expected, IReadOnlyList<MemoryUse> uses)
    {
        string listing = string.Join("; ", uses.Select(use => use.Instruction));
        Assert.True(
            uses.Count == expected.Reads + expected.Writes
            && uses.Count(use => use.Reads) == expected.Reads
            && uses.Count(use => use.Writes) == expected.Writes
            && uses.All(use => use.Bytes == expected.Bytes),
            $"expected {expected.Reads} reads and {expected.Writes} writes of {expected.Bytes} bytes, found: {listing}");
    }

    /// <summary>
    /// These accesses beside others of 8 bytes: the window's address and length are read too, so that the register's width is
    /// told apart.
    /// </summary>
    public static void AssertAreAllButWords(this AccessesAttribute expected, IReadOnlyList<MemoryUse> uses)
        => expected.AssertAreAll([.. uses.Where(use => use.Bytes != sizeof(ulong))]);
}
