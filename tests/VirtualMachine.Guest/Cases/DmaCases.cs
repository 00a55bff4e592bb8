using System.Globalization;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>Memory that the real VFIO and the emulated IOMMU map for a device; the Nvme sample then moves data through it.</summary>
internal static class DmaCases
{
    private const long Page = 4096;

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("DMA_memory_is_mapped_and_unmapped", MappedAndUnmapped),
        new("DMA_memory_that_is_left_goes_with_the_device", LeftToTheDevice),
        new("DMA_addresses_have_no_more_bits_than_the_device", FewBits),
    ];

    private static void MappedAndUnmapped(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.MsixDevice.Text);
        long before = LockedKilobytes();
        using DmaBuffer first = device.AllocateDma((3 * Page) + 1);
        DmaBuffer second = device.AllocateDma(64 * Page);
        guest.Note($"at 0x{first.Address:X} and 0x{second.Address:X}");
        Check.Equal(before + ((4 + 64) * 4), LockedKilobytes()); // pinned, whole pages
        Check.That(Resident(second.Memory) >= 64 * 4); // before anybody touched it
        second.Span.Fill(0x5A);
        Check.That(first.Span.IndexOfAnyExcept((byte)0) < 0);
        ulong address = second.Address;
        second.Dispose();
        Check.Equal(before + (4 * 4), LockedKilobytes());
        using DmaBuffer third = device.AllocateDma(64 * Page);
        Check.Equal(address, third.Address);
        Check.That(third.Span.IndexOfAnyExcept((byte)0) < 0);
    }

    private static void LeftToTheDevice(GuestContext guest)
    {
        long before = LockedKilobytes();
        for (int round = 0; round < 3; round++)
        {
            VfioDevice device = VfioDevice.Open(guest.MsixDevice.Text);
            for (int i = 0; i < 100; i++)
            {
                _ = device.AllocateDma(Page);
            }

            Check.Equal(before + (100 * 4), LockedKilobytes());
            device.Dispose();
            Check.Equal(before, LockedKilobytes());
        }
    }

    private static void FewBits(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.MsixDevice.Text);
        PciDeviceException refused = EduCases.Throws<PciDeviceException>(() => device.AllocateDma(2 << 20, addressBits: 21).Dispose());
        Check.Equal("find addresses for a DMA buffer", refused.Call);
        using DmaBuffer low = device.AllocateDma(Page, addressBits: 21);
        Check.That(low.Address + Page <= 1 << 21);
    }

    // Kilobytes in memory of the mapping with an address: a line with its addresses, then what the kernel knows of it.
    private static long Resident(nint address)
    {
        IEnumerable<string> mapping = File.ReadLines("/proc/self/smaps").SkipWhile(line => !Holds(line));
        string line = mapping.First(static line => line.StartsWith("Rss:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

        bool Holds(string line)
            => line.Split(' ')[0].Split('-') is [string first, string end]
                && nint.TryParse(first, NumberStyles.HexNumber, null, out nint low)
                && nint.TryParse(end, NumberStyles.HexNumber, null, out nint high)
                && low <= address && address < high;
    }

    // What the kernel counts against the limit.
    private static long LockedKilobytes()
    {
        string line = File.ReadLines("/proc/self/status").Single(static line => line.StartsWith("VmLck:", StringComparison.Ordinal));
        return long.Parse(line["VmLck:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
    }
}
