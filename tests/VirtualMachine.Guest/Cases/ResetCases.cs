using System.Globalization;
using System.Runtime.InteropServices;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>
/// A device that is reset, or taken off the bus, under a binding. The kernel puts configuration space back after a reset, and
/// with it bus mastering and the vectors; what the card's registers held is gone (docs/troubleshooting.md).
/// </summary>
internal static partial class ResetCases
{
    private const ushort BusMaster = 0x0004;
    private const nuint VfioDeviceReset = 0x3b6f;       // linux/vfio.h: VFIO_DEVICE_RESET

    // In a port's configuration space (PCI-to-PCI Bridge Architecture Specification 1.2, section 3.2).
    private const int SecondaryBus = 0x19;

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("A_reset_by_an_administrator_leaves_the_binding_working", guest => SurvivesReset(guest, ResetBySysfs)),
        new("A_reset_through_VFIO_leaves_the_binding_working", guest => SurvivesReset(guest, _ => ResetByVfio())),
        new("A_reset_keeps_MSI_X_vectors_and_clears_the_registers", MsixSurvivesReset),
        new("Resets_amid_interrupts_hang_nothing_and_leave_nothing", ResetsAmidInterrupts) { Timeout = TimeSpan.FromMinutes(2) },
        new("A_device_that_leaves_the_bus_faults_the_binding", LeavesTheBus),
        new("A_device_that_is_off_the_bus_is_refused", IsOffTheBus),
    ];

    private static void SurvivesReset(GuestContext guest, Action<PciAddress> reset)
    {
        PciAddress address = guest.Devices.Resettable;
        (int, int, int) before = EduCases.Held();
        using (VfioDevice device = VfioDevice.Open(address.Text))
        {
            var driver = new RaisedEdu(device);
            using InterruptBinding interrupts = driver.EnableInterrupts(device);
            for (int round = 0; round < 5; round++)
            {
                driver.Raise(1);
                EduCases.Wait(() => driver.Handled == (2 * round) + 1, $"the interrupt before reset {round + 1}");
                reset(address);
                Check.Equal(BusMaster, device.ReadConfig16(4) & BusMaster);
                driver.Raise(2);
                EduCases.Wait(() => driver.Handled == (2 * round) + 2, $"the interrupt after reset {round + 1}");
            }

            interrupts.Dispose();
            Check.That(interrupts.Completion.IsCompletedSuccessfully);
            Check.Equal((10L, 0L), (interrupts.Statistics.Handled, interrupts.Statistics.Spurious));
        }

        EduCases.HeldAgain(before);
        WrongMachineCases.Works(address);
    }

    // The controller's attributes of its admin queues (NVMe 1.4, 3.1.8) are an ordinary register of the card.
    private static void MsixSurvivesReset(GuestContext guest)
    {
        const uint ControllerConfiguration = 0x14;
        using VfioDevice device = VfioDevice.Open(guest.MsixDevice.Text);
        Bar bar = device.GetBar(0);
        var driver = new EveryVector();
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        bar.Write32(ControllerConfiguration, 0x0046_0000);
        Check.Equal(0x0046_0000u, bar.Read32(ControllerConfiguration));
        ulong address = bar.Read64(0x2000 + (64 * 16));
        ResetBySysfs(guest.MsixDevice);
        Check.Equal(0u, bar.Read32(ControllerConfiguration));
        Check.Equal(BusMaster, device.ReadConfig16(4) & BusMaster);

        // Message address and mask bit of the last entry: where the kernel had put them.
        Check.Equal((address, 0u), (bar.Read64(0x2000 + (64 * 16)), bar.Read32(0x2000 + (64 * 16) + 12) & 1));
        for (int vector = 0; vector < EveryVector.Count; vector++)
        {
            device.TriggerVector(vector);
            EduCases.Wait(() => driver.Handled(vector) == 1, $"vector {vector} after the reset");
        }
    }

    // What the card sends while it is being reset is lost, as it is without TopHalf; nothing else may be.
    private static void ResetsAmidInterrupts(GuestContext guest)
    {
        PciAddress address = guest.Devices.Resettable;
        (int, int, int) before = EduCases.Held();
        using (VfioDevice device = VfioDevice.Open(address.Text))
        {
            var driver = new RaisedEdu(device);
            using InterruptBinding interrupts = driver.EnableInterrupts(device);
            using var stop = new CancellationTokenSource();
            var raiser = new Thread(() =>
            {
                while (!stop.IsCancellationRequested)
                {
                    driver.Raise(1);
                }
            });
            raiser.Start();
            for (int i = 0; i < 10; i++)
            {
                ResetBySysfs(address);
                long handled = driver.Handled;
                EduCases.Wait(() => driver.Handled > handled, $"an interrupt after reset {i + 1}");
            }

            stop.Cancel();
            raiser.Join();
            interrupts.Dispose();
            guest.Note(string.Create(CultureInfo.InvariantCulture, $"{driver.Handled} handled around 10 resets; {interrupts.Completion.Exception?.Message ?? "no fault"}"));
            Check.That(interrupts.Completion.IsCompletedSuccessfully);
        }

        EduCases.HeldAgain(before);
        WrongMachineCases.Works(address);
    }

    private static void LeavesTheBus(GuestContext guest)
    {
        PciAddress address = guest.Devices.Resettable;
        (int, int, int) before = EduCases.Held();
        using (VfioDevice device = VfioDevice.Open(address.Text))
        {
            var driver = new AllOnesEdu();
            using InterruptBinding interrupts = driver.EnableInterrupts(device);
            device.TriggerVector(0);
            EduCases.Wait(() => driver.Handled == 1, "the interrupt whose status is really all ones");
            using (OffTheBus(guest))
            {
                device.TriggerVector(0);
                Check.Equal(0, Task.WaitAny([interrupts.Completion], TimeSpan.FromSeconds(20)));
                Check.Equal(1L, driver.Handled);
                var gone = interrupts.Completion.Exception!.InnerException as DeviceGoneException;
                Check.That(gone is not null, $"{interrupts.Completion.Exception} is DeviceGoneException");
                guest.Note(gone!.Message);
                Check.Equal(address.Text, gone.Device);
            }
        }

        EduCases.HeldAgain(before);
        WrongMachineCases.Works(address);
    }

    private static void IsOffTheBus(GuestContext guest)
    {
        PciAddress address = guest.Devices.Resettable;
        using VfioDevice device = VfioDevice.Open(address.Text);
        using (OffTheBus(guest))
        {
            guest.Note(EduCases.Throws<DeviceGoneException>(() => new RaisedEdu(device).EnableInterrupts(device)).Message);
        }

        new RaisedEdu(device).EnableInterrupts(device).Dispose();
    }

    /// <summary>
    /// Makes the port forget the bus behind it, so that configuration space does not answer, as after an unplugging. Registers go
    /// on answering: without the port's memory window QEMU would read 0 where a PC reads all ones.
    /// </summary>
    private static Restoration OffTheBus(GuestContext guest)
    {
        string config = $"{guest.Devices.Port.Folder}/config";
        byte[] buses = Read(config, SecondaryBus, 2);
        Write(config, SecondaryBus, [0, 0]);
        return new Restoration(() => Write(config, SecondaryBus, buses));
    }

    private static void ResetBySysfs(PciAddress device) => File.WriteAllText($"{device.Folder}/reset", "1");

    // The library has no call for it; the process has one device open, and that is found by its name.
    private static void ResetByVfio()
    {
        string file = Directory.GetFiles("/proc/self/fd").Single(static fd => new FileInfo(fd).LinkTarget == "anon_inode:[vfio-device]");
        Check.Equal(0, IoControl(int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture), VfioDeviceReset, 0));
    }

    private static byte[] Read(string file, int offset, int length)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        stream.Position = offset;
        byte[] bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void Write(string file, int offset, byte[] bytes)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        stream.Position = offset;
        stream.Write(bytes);
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int IoControl(int descriptor, nuint request, nint argument);

    private sealed class Restoration(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
