using System.Globalization;
using System.Runtime.InteropServices;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>What the real kernel tells of a bound device: an administrator unbinds it, or it has had an error.</summary>
internal static partial class DeviceEventCases
{
    private const nuint VfioDeviceSetIrqs = 0x3b6e;     // linux/vfio.h: VFIO_DEVICE_SET_IRQS
    private const uint TriggerFromSoftware = 0x21;      // linux/vfio.h: VFIO_IRQ_SET_DATA_NONE and _ACTION_TRIGGER
    private const uint ErrorIndex = 3;                  // linux/vfio.h: VFIO_PCI_ERR_IRQ_INDEX

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Unbinding_a_device_in_use_ends_the_binding_and_does_not_hang", UnbindInUse) { Timeout = TimeSpan.FromMinutes(1) },
        new("An_error_of_the_device_faults_the_binding", ErrorFaults),
        new("An_error_that_the_port_reports_faults_the_binding_and_leaves_a_sane_device", ReportedErrorFaults) { Timeout = TimeSpan.FromMinutes(1) },
    ];

    // The write to unbind returns when nobody has the device open any more.
    private static void UnbindInUse(GuestContext guest)
    {
        PciAddress address = guest.Devices.Resettable;
        (int, int, int) before = EduCases.Held();
        using (VfioDevice device = VfioDevice.Open(address.Text))
        {
            var driver = new RaisedEdu(device);
            using InterruptBinding interrupts = driver.EnableInterrupts(device);
            driver.Raise(1);
            EduCases.Wait(() => driver.Handled == 1, "the interrupt before it is unbound");
            using (MachineChange.Unbound(address, "vfio-pci"))
            {
                EduCases.Wait(() => interrupts.Completion.IsCompleted, "the end of the binding");
                Check.That(interrupts.Completion.IsCompletedSuccessfully);
            }
        }

        EduCases.HeldAgain(before);
        WrongMachineCases.Works(address);
    }

    // All the way that a real one takes: the root port's interrupt, the kernel's AER service, vfio-pci, the eventfd.
    private static void ReportedErrorFaults(GuestContext guest)
    {
        PciAddress address = guest.Devices.Network;
        using (VfioDevice device = VfioDevice.Open(address.Text))
        {
            var driver = new FailingCard();
            using InterruptBinding interrupts = driver.EnableInterrupts(device);
            AerInjection.PoisonedTlp(address);
            EduCases.Wait(() => interrupts.Completion.IsCompleted, "the end of the binding");
            var error = interrupts.Completion.Exception!.InnerException as DeviceErrorException;
            Check.That(error is not null, $"{interrupts.Completion.Exception} is DeviceErrorException");
            Check.Equal(address.Text, error!.Device);
            Check.Equal(1, driver.Errors);
        }

        using VfioDevice again = VfioDevice.Open(address.Text);
        using InterruptBinding binding = new FailingCard().EnableInterrupts(again);
        Check.That(!binding.Completion.IsCompleted);
    }

    // By the loopback trigger, for a device whose errors no port reports.
    private static void ErrorFaults(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.MsixDevice.Text);
        using InterruptBinding interrupts = new EveryVector().EnableInterrupts(device);
        TriggerError();
        EduCases.Wait(() => interrupts.Completion.IsCompleted, "the end of the binding");
        var error = interrupts.Completion.Exception!.InnerException as DeviceErrorException;
        Check.That(error is not null, $"{interrupts.Completion.Exception} is DeviceErrorException");
        guest.Note(error!.Message);
        Check.Equal(guest.MsixDevice.Text, error.Device);
    }

    // The library has no call for it; the process has one device open, and that is found by its name.
    private static unsafe void TriggerError()
    {
        string file = Directory.GetFiles("/proc/self/fd").Single(static fd => new FileInfo(fd).LinkTarget == "anon_inode:[vfio-device]");
        uint* set = stackalloc uint[] { 20, TriggerFromSoftware, ErrorIndex, 0, 1 };
        Check.Equal(0, IoControl(int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture), VfioDeviceSetIrqs, (nint)set));
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int IoControl(int descriptor, nuint request, nint argument);
}
