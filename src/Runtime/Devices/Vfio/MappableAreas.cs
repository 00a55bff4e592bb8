namespace TopHalf;

/// <summary>Which parts of a BAR may be mapped.</summary>
internal static class MappableAreas
{
    /// <summary>
    /// The areas that the kernel lists, or the whole region where it lists none, without the pages of the MSI-X table where the
    /// kernel does not say that they may be mapped too: who could write there could send any interrupt.
    /// </summary>
    /// <param name="region">A region.</param>
    /// <param name="table">Where the MSI-X table lies in it; null where it does not.</param>
    /// <param name="pageSize">Bytes; what mappings begin and end at.</param>
    /// <returns>Ascending; not overlapping.</returns>
    public static List<RegionArea> Of(VfioRegion region, RegionArea? table, ulong pageSize)
    {
        if (!region.CanMap || region.Length == 0)
        {
            return [];
        }

        RegionArea[] offered = region.SparseAreas ?? [new RegionArea(0, region.Length)];
        if (region.MsixMappable || table is not { } closed)
        {
            return [.. offered];
        }

        ulong first = closed.Offset / pageSize * pageSize;
        ulong end = (closed.End + pageSize - 1) / pageSize * pageSize;
        List<RegionArea> areas = [];
        foreach (RegionArea area in offered)
        {
            if (area.Offset < first)
            {
                areas.Add(area with { Length = Math.Min(area.End, first) - area.Offset });
            }

            if (area.End > end)
            {
                ulong start = Math.Max(area.Offset, end);
                areas.Add(new RegionArea(start, area.End - start));
            }
        }

        return areas;
    }
}
