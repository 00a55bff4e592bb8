namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>Two cards and two driver classes in one process at the same time: what one does is nothing to the other.</summary>
internal static class TwoCardCases
{
    private const int Rounds = 2000;
    private const int More = 500;

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Two_drivers_in_one_process_do_not_cross", static guest => DoNotCross(guest, TopHalfMode.Managed)) { Timeout = TimeSpan.FromMinutes(3) },
        new("Two_drivers_in_one_process_do_not_cross_with_the_native_top_half", static guest => DoNotCross(guest, TopHalfMode.Native)) { Timeout = TimeSpan.FromMinutes(3) },
        new("A_handler_that_does_not_acknowledge_ends_with_its_line_masked_and_the_other_card_goes_on", static guest => NeverAcknowledged(guest, TopHalfMode.Managed)),
        new("A_handler_that_does_not_acknowledge_ends_with_its_line_masked_by_the_native_top_half", static guest => NeverAcknowledged(guest, TopHalfMode.Native)),
    ];

    // One by its message, the other by its line; each round both are raised before either is waited for.
    private static void DoNotCross(GuestContext guest, TopHalfMode topHalf)
    {
        var options = new InterruptOptions { TopHalf = topHalf };
        using VfioDevice first = VfioDevice.Open(guest.Device.Text);
        using VfioDevice second = VfioDevice.Open(guest.Devices.Resettable.Text);
        var byMessage = new RaisedEdu(first);
        var byLine = new LineEdu(second);
        using InterruptBinding messages = byMessage.EnableInterrupts(first, options);
        using InterruptBinding line = byLine.EnableInterrupts(second, options);
        for (int i = 0; i < Rounds; i++)
        {
            int bit = 4 + (i % 12);
            long before = byLine.Of(bit);
            uint number = (uint)i + 1;
            if (i % 2 == 0)
            {
                byMessage.Raise(number);
                byLine.Raise(1u << bit);
            }
            else
            {
                byLine.Raise(1u << bit);
                byMessage.Raise(number);
            }

            EduCases.Wait(() => byMessage.Handled > i && byLine.Of(bit) > before, $"both interrupts of round {number} of {Rounds}");
            Check.Equal(number, byMessage.LastStatus);
        }

        line.Dispose();
        VectorStatistics ended = line.Statistics[0];
        Check.Equal(((long)Rounds, 0L, 0L, 0L), (ended.Handled, ended.Spurious, ended.Unclaimed, ended.Storms));
        for (int i = 0; i < More; i++)
        {
            byMessage.Raise(1);
            EduCases.Wait(() => byMessage.Handled > Rounds + i, $"raise {i + 1} of {More} after the other's end");
        }

        messages.Dispose();
        Check.Equal(new VectorStatistics(0, "OnRaised", Rounds + More, Rounds + More, 0), messages.Statistics[0]);
        Check.Equal((0L, (long)Rounds), (byLine.Low, Enumerable.Range(4, 12).Sum(byLine.Of)));
        guest.Note($"{messages.Statistics[0].Handled} messages, {ended.Handled} of the line, none on the other card");
    }

    private static void NeverAcknowledged(GuestContext guest, TopHalfMode topHalf)
    {
        using VfioDevice stuck = VfioDevice.Open(guest.Devices.Resettable.Text);
        using VfioDevice well = VfioDevice.Open(guest.Device.Text);
        var storm = new TaskCompletionSource<InterruptStorm>();
        var forgetful = new ForgetfulEdu(stuck);
        var other = new LineEdu(well);
        using InterruptBinding interrupts = forgetful.EnableInterrupts(stuck, new InterruptOptions { TopHalf = topHalf, StormDetected = storm.SetResult });
        using InterruptBinding others = other.EnableInterrupts(well, new InterruptOptions { TopHalf = topHalf });
        Raise(other, 0);
        forgetful.Raise(1);
        EduCases.Wait(() => storm.Task.IsCompleted, "the report of the line that stays high");
        Check.Equal(new InterruptStorm(stuck.Name, "OnBit", 0, IsMasked: true), storm.Task.Result);

        EduCases.Wait(() => interrupts.Statistics[0].Signals > 0, "the end of that interrupt");

        // It is masked at the kernel: the line is high still, and nobody is told.
        long handled = forgetful.Handled;
        for (int i = 1; i <= 100; i++)
        {
            Raise(other, i);
        }

        Check.Equal((handled, 1u), (forgetful.Handled, forgetful.Pending));
        VectorStatistics counts = interrupts.Statistics[0];
        Check.Equal((1L, 1L, 0L), (counts.Unsettled, counts.Storms, counts.Spurious));
        Check.That(!interrupts.Completion.IsCompleted);
        guest.Note($"the handler that forgets was called {handled} times");
    }

    private static void Raise(LineEdu driver, int i)
    {
        int bit = 4 + (i % 12);
        long before = driver.Of(bit);
        driver.Raise(1u << bit);
        EduCases.Wait(() => driver.Of(bit) > before, $"raise {i} of the other card");
    }
}
