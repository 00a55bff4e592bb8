namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>Three declared vectors, and a real card that has one.</summary>
internal static class SharingCases
{
    private const int Rounds = 700;

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Vectors_share_the_one_that_the_card_has", static guest => Share(guest, TopHalfMode.Managed)),
        new("Vectors_share_the_one_that_the_card_has_with_a_native_top_half", static guest => Share(guest, TopHalfMode.Native)),
    ];

    private static void Share(GuestContext guest, TopHalfMode mode)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new SharingEdu(device);
        using InterruptBinding binding = driver.EnableInterrupts(device, new InterruptOptions { TopHalf = mode });
        Check.Equal("0 0 0", $"{binding.VectorOf(0)} {binding.VectorOf(1)} {binding.VectorOf(2)}");

        var raised = new long[3];
        for (int i = 0; i < Rounds; i++)
        {
            // All seven combinations of the three sources.
            uint sources = (uint)(i % 7) + 1;
            for (int source = 0; source < raised.Length; source++)
            {
                raised[source] += sources >> source & 1;
            }

            driver.Raise(sources);
            Check.That(
                SpinWait.SpinUntil(() => raised.Select((count, source) => driver.Handled(source) == count).All(static same => same), TimeSpan.FromSeconds(20)),
                $"round {i}: raised {string.Join(" ", raised)}, handled {driver.Handled(0)} {driver.Handled(1)} {driver.Handled(2)}");
        }

        binding.Dispose();
        Check.Equal(raised.Sum(), binding.Statistics.Handled);
    }
}
