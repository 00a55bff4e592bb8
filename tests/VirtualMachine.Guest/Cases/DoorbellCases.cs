using TopHalf.Samples.Ivshmem;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>Interrupts that come from outside, when the host likes: QEMU's ivshmem-doorbell, with the driver of the sample.</summary>
internal static class DoorbellCases
{
    private const int Rings = 2000;

    // Of a peer of whom nothing is heard; the case has its own.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Two_thousand_doorbells_a_vector_from_the_host_are_seen_and_rung_back", static guest => Exchange(guest, TopHalfMode.Managed)) { Timeout = TimeSpan.FromMinutes(4) },
        new("Two_thousand_doorbells_a_vector_through_the_native_top_half", static guest => Exchange(guest, TopHalfMode.Native)) { Timeout = TimeSpan.FromMinutes(4) },
        new("A_binding_that_ends_between_doorbells_stops_the_host_and_the_next_one_begins_anew", EndsInTheMiddle) { Timeout = TimeSpan.FromMinutes(4) },
    ];

    /// <summary>The card's address.</summary>
    internal static PciAddress Address(GuestContext guest) => guest.Devices.Doorbells
        ?? throw new InvalidOperationException("the machine has no ivshmem-doorbell: eng/vm/boot was started without TOPHALF_VM_DOORBELLS");

    private static void Exchange(GuestContext guest, TopHalfMode topHalf)
    {
        using VfioDevice device = VfioDevice.Open(Address(guest).Text);
        var driver = new IvshmemDriver(device, Patience);
        driver.Prepare();
        using InterruptBinding interrupts = driver.EnableInterrupts(device, new InterruptOptions { TopHalf = topHalf });
        guest.Note($"we are {driver.Position}, the peer is {driver.PeerPosition}");
        driver.Exchange(Rings);
        interrupts.Dispose();
        IsWhole(driver, interrupts);
        guest.Note(Text(driver));
    }

    private static void EndsInTheMiddle(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(Address(guest).Text);
        var driver = new IvshmemDriver(device, Patience);
        driver.Prepare();
        InterruptBinding interrupts = driver.EnableInterrupts(device);
        Task<string> endless = Task.Run(() => EduCases.Throws<IOException>(() => driver.Exchange(int.MaxValue)).Message);
        EduCases.Wait(() => driver.CountOf(3).Interrupts > 100, "the first interrupts");
        interrupts.Dispose();
        Check.Equal($"{device.Name}: the request was taken back: interrupts are not enabled any more.", endless.GetAwaiter().GetResult());

        driver.Prepare();
        using InterruptBinding second = driver.EnableInterrupts(device);
        driver.Exchange(100);
        Check.That(Enumerable.Range(0, SharedLayout.Vectors).All(vector => driver.CountOf(vector) is { Seen: 100, Backwards: 0 }), Text(driver));
    }

    // No number is left, none went back, and both ends have counted the same rings back (or the exchange had not ended).
    private static void IsWhole(IvshmemDriver driver, InterruptBinding interrupts)
    {
        for (int vector = 0; vector < SharedLayout.Vectors; vector++)
        {
            VectorCount count = driver.CountOf(vector);
            VectorStatistics counted = interrupts.Statistics[vector];
            Check.Equal(((uint)Rings, 0L, count.Interrupts), (count.Seen, count.Backwards, count.RungBack));
            Check.Equal((count.Interrupts + count.Late, 0L, 0L), (counted.Handled, counted.Spurious, counted.Storms));
            Check.That(counted.Signals is > 0 and <= Rings, $"{counted.Signals} signals of {Rings} doorbells");
        }
    }

    private static string Text(IvshmemDriver driver) => string.Join("; ", Enumerable.Range(0, SharedLayout.Vectors).Select(vector =>
    {
        VectorCount count = driver.CountOf(vector);
        return $"vector {vector}: {count.Seen} numbers in {count.Interrupts} interrupts, {count.Late} late, {count.RungBack} rung back";
    }));
}
