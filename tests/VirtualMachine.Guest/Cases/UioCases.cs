namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>The line of the real edu through the kernel's uio_pci_generic, which gets the card for a case and gives it back.</summary>
internal static class UioCases
{
    private const string Uio = "uio_pci_generic";
    private const int Rounds = 1000;

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("A_thousand_raises_of_the_line_through_UIO_are_handled", static guest => With(guest, EveryRaiseIsHandled)) { Timeout = TimeSpan.FromMinutes(2) },
        new("A_line_held_high_is_left_masked_and_reported_through_UIO", static guest => With(guest, HeldHigh)),
        new("UIO_refuses_messages_and_a_native_top_half_and_memory", static guest => With(guest, Refuses)),
        new("UIO_has_64_bits_and_the_line_of_two_bindings_one_after_the_other", static guest => With(guest, BindsTwice)),
        new("A_card_that_UIO_does_not_have_is_refused_and_the_remedy_works", Mended),
        new("After_UIO_the_message_works_again", static guest => WrongMachineCases.Works(guest.Device)),
    ];

    private static void With(GuestContext guest, Action<GuestContext, UioDevice> body)
    {
        using MachineChange change = MachineChange.BoundTo(guest.Device, Uio);
        using UioDevice device = UioDevice.Open(guest.Device.Text);
        body(guest, device);
    }

    private static void EveryRaiseIsHandled(GuestContext guest, UioDevice device)
    {
        var driver = new LineEdu(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device, new InterruptOptions { TopHalf = TopHalfMode.Auto });
        for (int i = 0; i < Rounds; i++)
        {
            int bit = 4 + (i % 12);
            long before = driver.Of(bit);
            driver.Raise(1u << bit);
            EduCases.Wait(() => driver.Of(bit) > before, $"raise {i + 1} of {Rounds}, of bit {bit}");
        }

        interrupts.Dispose();
        VectorStatistics line = interrupts.Statistics[0];
        guest.Note($"{line.Handled} interrupts of {Rounds} raises, {line.Signals} counted by the kernel, {line.Spurious} spurious");
        Check.Equal(((long)Rounds, 0L, 0L, 0L), (line.Handled, line.Spurious, line.Unclaimed, line.Storms));
        Check.Equal(0x0400, device.ReadConfig16(4) & 0x0404); // the line is off, bus mastering too
    }

    private static void HeldHigh(GuestContext guest, UioDevice device)
    {
        var driver = new DeafEdu(device);
        var storm = new TaskCompletionSource<InterruptStorm>();
        using InterruptBinding interrupts = driver.EnableInterrupts(device, new InterruptOptions { StormRate = 50, StormDetected = storm.SetResult });
        driver.Raise(2);
        EduCases.Wait(() => storm.Task.IsCompleted, "the report of the line that stays high");
        Check.Equal(new InterruptStorm(device.Name, "OnBit", 0, IsMasked: true), storm.Task.Result);
        Check.Equal(0x0400, device.ReadConfig16(4) & 0x0400);
        guest.Note($"{interrupts.Statistics[0].Spurious} spurious interrupts");
    }

    private static void Refuses(GuestContext guest, UioDevice device)
    {
        string messages = EduCases.Throws<PciDeviceException>(() => new RaisedEdu(device).EnableInterrupts(device)).Message;
        Check.That(messages.Contains("uio_pci_generic delivers the level-triggered line only", StringComparison.Ordinal), messages);
        string native = EduCases.Throws<PciDeviceException>(
            () => new LineEdu(device).EnableInterrupts(device, new InterruptOptions { TopHalf = TopHalfMode.Native })).Message;
        Check.That(native.Contains("A native top half cannot be had: UIO", StringComparison.Ordinal), native);
        string memory = EduCases.Throws<PciDeviceException>(() => device.AllocateDma(4096)).Message;
        Check.That(memory.Contains("UIO gives a device no memory", StringComparison.Ordinal), memory);
        guest.Note(messages);
    }

    // edu's DMA registers, from 0x80 on, are of 64 bits.
    private static void BindsTwice(GuestContext guest, UioDevice device)
    {
        device.GetBar(0).Write64(0x80, 0x0123_4567_89AB_CDEF);
        Check.Equal(0x0123_4567_89AB_CDEFul, device.GetBar(0).Read64(0x80));
        for (int round = 0; round < 2; round++)
        {
            var driver = new LineEdu(device);
            driver.Raise(1); // before interrupts are enabled: the line is high when they are
            using InterruptBinding interrupts = driver.EnableInterrupts(device);
            EduCases.Wait(() => driver.Low == 1, "the interrupt of before");
            driver.Raise(1);
            EduCases.Wait(() => driver.Low == 2, "the interrupt");
        }
    }

    private static void Mended(GuestContext guest)
    {
        PciDeviceException error = EduCases.Throws<PciDeviceException>(() => UioDevice.Open(guest.Device.Text));
        Check.That(error.Message.Contains("The device is not bound to uio_pci_generic; the kernel driver vfio-pci has it now.", StringComparison.Ordinal), error.Message);
        using MachineChange change = MachineChange.Restored(guest.Device, "vfio-pci");
        MachineChange.Mend(error);
        using UioDevice device = UioDevice.Open(guest.Device.Text);
        Check.Equal(0x0100_00EDu, device.GetBar(0).Read32(0));
    }
}
