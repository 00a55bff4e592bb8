using FsCheck;
using FsCheck.Fluent;
using static TopHalf.Generator.Tests.Properties.DescriptorGens;

namespace TopHalf.Generator.Tests.Properties;

/// <summary>Whole drivers at random. What the rules refuse is not made: every one compiles.</summary>
internal static class DriverGens
{
    /// <summary>Of all kinds: vectors and the line, a handler each and handlers that share, few vectors and more than a switch takes.</summary>
    public static Gen<DriverSpec> Driver => Gen.Frequency((10, Vectors), (3, Line), (1, Many));

    private static Gen<DriverSpec> Vectors
        => from shared in OnClass
           from count in Gen.Choose(1, 3)
           from groups in Gen.CollectToArray(Enumerable.Range(0, count), n => Group(shared, Ranges(n), canShare: true))
           select new DriverSpec(shared.All, groups);

    private static Gen<DriverSpec> Line
        => from shared in OnClass
           from line in Group(shared, Gen.Constant(Array.Empty<(int, int)>()), canShare: true)
           select new DriverSpec(shared.All, [line]);

    // More than 64: they go through a table.
    private static Gen<DriverSpec> Many
        => from shared in OnClass
           from groups in Gen.CollectToArray(
               Enumerable.Range(0, 5), n => Group(shared, Gen.Choose(14, 29).Select(count => new[] { (n * 30, count) }), canShare: false))
           select new DriverSpec(shared.All, groups);

    private static Gen<(int, int)[]> Ranges(int number)
        => from count in Gen.Choose(1, 4)
           from second in Gen.Choose(0, 3)
           select second == 0 ? new[] { ((number * 10) + 6, 1), (number * 10, count) } : [(number * 10, count)];

    private static Gen<ClassSpec> OnClass
        => from pending in Gen.Choose(0, 3).SelectMany(static n => n == 0 ? Gen.Constant<DescriptorSpec?>(null) : Pending(mayCompare: n == 1).Select(static d => (DescriptorSpec?)d))
           from acks in Some(2, Acknowledge(pending is null ? 0 : 1UL, after: true))
           from disables in Some(2, Write("IrqDisable", strides: true))
           from enables in Some(2, Write("IrqEnable", strides: true))
           from unclaimed in Some(1, Write("IrqUnclaimed", strides: true))
           select new ClassSpec(pending, acks, [.. disables, .. enables, .. unclaimed]);

    private static Gen<GroupSpec> Group(ClassSpec shared, Gen<(int, int)[]> vectors, bool canShare)
        => from ranges in vectors
           from kind in Gen.Choose(canShare ? 0 : 3, 4)
           from handlers in kind switch
           {
               0 or 1 or 2 => Sharing(shared, isLine: ranges.Length == 0),
               3 => Single(shared, ranges),
               _ => BankOnly(shared),
           }
           select new GroupSpec(ranges, handlers);

    private static Gen<HandlerSpec[]> Single(ClassSpec shared, (int, int)[] vectors)
        => from pending in Some(1, Pending(mayCompare: true))
           from acks in Acknowledges(pending.FirstOrDefault(), pending.Length > 0 || shared.Pending is not null ? 1UL : 0, after: true)
           let areFew = vectors.All(static v => v.Item2 <= 4)
           from disables in Some(1, areFew ? Moving(Write("IrqDisable", strides: true)) : Write("IrqDisable", strides: true))
           from enables in Some(1, areFew ? Moving(Write("IrqEnable", strides: true)) : Write("IrqEnable", strides: true))
           from isStatic in Either
           select new[] { new HandlerSpec(0, false, isStatic, [.. pending, .. disables, .. acks, .. enables]) };

    // Without bits: every interrupt leads to its banks.
    private static Gen<HandlerSpec[]> BankOnly(ClassSpec shared)
        => from banks in Bank.ArrayOf(1)
           from more in Some(1, Bank)
           let canEnd = CanEnd([.. banks, .. more], each: false)
           from acks in Acknowledges(null, shared.Pending is null ? 0 : 1UL, after: canEnd)
           from disables in Some(1, Write("IrqDisable", strides: true))
           from enables in Some(canEnd && !shared.EndsAfter ? 1 : 0, Write("IrqEnable", strides: true))
           select new[] { new HandlerSpec(0, false, false, [.. disables, .. acks, .. banks, .. more, .. enables]) };

    private static Gen<HandlerSpec[]> Sharing(ClassSpec shared, bool isLine)
        => from own in Pending(mayCompare: true).Where(static p => p.Value is null or > 1)
           from takesOwn in Either
           let pending = takesOwn || shared.Pending is null || shared.Pending.Value is 0 ? own : shared.Pending
           from owners in Gen.Choose(0, isLine ? 4 : 3).ArrayOf(64)
           let masks = Masks(pending, owners)
           from handlers in Gen.CollectToArray(
               masks, (ulong mask) => Source(shared, mask, mask == masks[0] && pending == own ? own : null))
           from twin in handlers.FirstOrDefault(static h => h.Banks.Length > 0) is { } first ? Twin(first) : Gen.Constant(Array.Empty<HandlerSpec>())
           select (HandlerSpec[])[.. handlers, .. twin];

    // The same bits lead to a second method too, in half of the cases: to other registers, or to the other bits of the one.
    private static Gen<HandlerSpec[]> Twin(HandlerSpec first)
        => from bank in Bank.Where(b => first.Banks.All(f => f.Bar != b.Bar))
           from kind in Gen.Choose(0, first.Banks.Length == 1 ? 3 : 1)
           from each in Either
           let one = first.Banks[0]
           let rest = one with { Mask = Width(one) & ~one.Mask }
           select kind switch
           {
               1 => new[] { new HandlerSpec(first.Bits, each, false, [bank]) },
               > 1 when rest.Mask != 0 => [new HandlerSpec(first.Bits, each, false, [rest])],
               _ => [],
           };

    // The bits that can be set, dealt out; the owner 0 is nobody.
    private static ulong[] Masks(DescriptorSpec pending, int[] owners)
    {
        ulong possible = pending.Value ?? pending.Mask;
        ulong[] masks = new ulong[5];
        for (int bit = 0; bit < 64; bit++)
        {
            masks[owners[bit]] |= possible & (1UL << bit);
        }

        ulong[] claimed = [.. masks.Skip(1).Where(static m => m != 0)];
        return claimed.Length > 0 ? claimed : [possible];
    }

    private static Gen<HandlerSpec> Source(ClassSpec shared, ulong mask, DescriptorSpec? pending)
        => from each in Either
           from banks in Some(3, Bank).Select(static b => b.Length > 1 ? b[1..] : [])
           let canEnd = CanEnd(banks, each)
           from acks in Acknowledges(pending, mask, after: !canEnd ? false : each ? null : true)
           from disables in Some(1, Write("IrqDisable", strides: true))
           from enables in Some(1, Write("IrqEnable", strides: true))
           let mayEnable = canEnd && !shared.EndsAfter
           from isStatic in Either
           select new HandlerSpec(
               mask, each, isStatic, [.. pending is null ? [] : new[] { pending }, .. disables, .. acks, .. banks, .. enables.Where(e => mayEnable && (!each || HasStride(e)))]);

    // Called at most once, so that something can be done after it.
    private static bool CanEnd(DescriptorSpec[] banks, bool each) => banks.Length == 0 || (banks.Length == 1 && banks[0].Has("Whole") && !each);

    // Where a read has cleared the register, the method has no acknowledge of that besides.
    private static Gen<DescriptorSpec[]> Acknowledges(DescriptorSpec? pending, ulong echo, bool? after)
        => Some(2, Acknowledge(echo, after)).Select(all => pending is not null && pending.Has("ReadClears") ? [.. all.Where(a => !a.IsNear(pending))] : all);

    private static Gen<DescriptorSpec[]> Some(int most, Gen<DescriptorSpec> one)
        => Gen.Choose(0, most).SelectMany(n => one.ArrayOf(n));

    private sealed record ClassSpec(DescriptorSpec? Pending, DescriptorSpec[] Acknowledges, DescriptorSpec[] More)
    {
        /// <summary>Something is acknowledged behind the handlers, so they cannot unmask themselves.</summary>
        public bool EndsAfter => Acknowledges.Any(static a => a.Has("After"));

        public DescriptorSpec[] All => [.. Pending is null ? [] : new[] { Pending }, .. Acknowledges, .. More];
    }
}
