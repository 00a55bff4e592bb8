namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>MSI-X with more vectors than the switch takes: QEMU's NVMe controller, fired by the loopback trigger.</summary>
internal static class MsixCases
{
    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Sixty_five_MSI_X_vectors_arrive_each_at_its_handler", static guest => EveryVectorArrives(guest, TopHalfMode.Managed)),
        new("Sixty_five_MSI_X_vectors_through_the_native_top_half", static guest => EveryVectorArrives(guest, TopHalfMode.Native)),
        new("The_page_of_the_MSI_X_table_is_reached_whether_mapped_or_not", TableIsReached),
        new("A_64_bit_register_is_read_in_one_access", Reads64Bits),
    ];

    private static void EveryVectorArrives(GuestContext guest, TopHalfMode mode)
    {
        using VfioDevice device = VfioDevice.Open(guest.MsixDevice.Text);
        var driver = new EveryVector();
        using InterruptBinding interrupts = driver.EnableInterrupts(device, new InterruptOptions { TopHalf = mode });
        Check.That(File.ReadAllText("/proc/interrupts").Contains($"vfio-msix[64]({guest.MsixDevice})", StringComparison.Ordinal));
        for (int round = 1; round <= 20; round++)
        {
            for (int vector = 0; vector < EveryVector.Count; vector++)
            {
                device.TriggerVector(vector);
                EduCases.Wait(() => driver.Handled(vector) == round, $"vector {vector}, round {round}");
            }
        }

        interrupts.Dispose();
        Check.That(!interrupts.Completion.IsFaulted);
        foreach (VectorStatistics vector in interrupts.Statistics.Vectors)
        {
            Check.Equal(20L, vector.Handled);
        }
    }

    // BAR 0 of an NVMe controller: 0x08 is its version; QEMU's MSI-X table is at 0x2000 of the same BAR.
    private static void TableIsReached(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.MsixDevice.Text);
        Bar bar = device.GetBar(0);
        guest.Note($"NVMe version 0x{bar.Read32(0x08):X8}, BAR 0 {bar.Length} bytes");
        Check.Equal(1u, bar.Read32(0x08) >> 16);

        // Vector control of entry 0 (PCI 3.0, 6.8.2.9): masked after reset.
        Check.Equal(1u, bar.Read32(0x2000 + 12) & 1);
    }

    // Controller capabilities: its lower half has the queue depth less one (0x07FF in QEMU), its upper half is not zero.
    private static void Reads64Bits(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.MsixDevice.Text);
        Bar bar = device.GetBar(0);
        ulong capabilities = bar.Read64(0);
        Check.Equal(capabilities, bar.Read32(0) | ((ulong)bar.Read32(4) << 32));
        Check.Equal(0x07FFul, capabilities & 0xFFFF);
    }
}
