namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>The level-triggered line of the real edu, shared by sources, held high, and without interrupts lost.</summary>
internal static class LineCases
{
    private const int Rounds = 1000;

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("A_thousand_raises_of_the_line_are_handled", static guest => EveryRaiseIsHandled(guest, TopHalfMode.Managed)) { Timeout = TimeSpan.FromMinutes(1) },
        new("A_thousand_raises_of_the_line_through_the_native_top_half", static guest => EveryRaiseIsHandled(guest, TopHalfMode.Native)) { Timeout = TimeSpan.FromMinutes(1) },
        new("A_line_held_high_is_left_masked_and_reported", static guest => HeldHigh(guest, TopHalfMode.Managed)),
        new("A_line_held_high_is_left_masked_and_reported_by_the_native_top_half", static guest => HeldHigh(guest, TopHalfMode.Native)),
        new("After_the_line_the_message_works_again", static guest => WrongMachineCases.Works(guest.Device)),
    ];

    private static void EveryRaiseIsHandled(GuestContext guest, TopHalfMode topHalf)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new LineEdu(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device, new InterruptOptions { TopHalf = topHalf });
        for (int i = 0; i < Rounds; i++)
        {
            int bit = i % 16;
            long before = Of(driver, bit);
            driver.Raise(1u << bit);
            EduCases.Wait(() => Of(driver, bit) > before, $"raise {i + 1} of {Rounds}, of bit {bit}");
        }

        interrupts.Dispose();
        VectorStatistics line = interrupts.Statistics[0];
        guest.Note($"{line.Handled} interrupts of {Rounds} raises, {line.Spurious} spurious");
        Check.Equal((0L, 0L, 0L), (line.Spurious, line.Unclaimed, line.Storms));
        Check.Equal((long)Rounds, driver.Low + Enumerable.Range(4, 12).Sum(driver.Of));
    }

    private static void HeldHigh(GuestContext guest, TopHalfMode topHalf)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new DeafEdu(device);
        var storm = new TaskCompletionSource<InterruptStorm>();
        using InterruptBinding interrupts = driver.EnableInterrupts(
            device, new InterruptOptions { TopHalf = topHalf, StormRate = 50, StormDetected = storm.SetResult });
        driver.Raise(1);
        EduCases.Wait(() => driver.Handled == 1, "the bit that is looked at");
        driver.Raise(2);
        EduCases.Wait(() => storm.Task.IsCompleted, "the report of the line that stays high");
        Check.Equal(new InterruptStorm(device.Name, "OnBit", 0, IsMasked: true), storm.Task.Result);
        Check.Equal((50L, 1L), (interrupts.Statistics[0].Spurious, interrupts.Statistics[0].Storms));
    }

    private static long Of(LineEdu driver, int bit) => bit < 4 ? driver.Low : driver.Of(bit);
}
