using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>Other processes and other users: who may have a device, who has it, and what one leaves that is killed.</summary>
internal static class OtherProcessCases
{
    private const ushort BusMaster = 0x0004;
    private const uint Nobody = 65534;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("A_user_without_rights_to_the_group_is_told_and_mended", NoRightToTheGroup) { Timeout = TimeSpan.FromMinutes(2) },
        new("A_user_without_rights_to_the_container_is_told", NoRightToTheContainer) { Timeout = TimeSpan.FromMinutes(2) },
        new("A_device_that_another_process_has_is_told_with_its_name", OpenByAnother) { Timeout = TimeSpan.FromMinutes(2) },
        new("A_process_that_is_killed_while_bound_leaves_a_sane_device", KilledWhileBound) { Timeout = TimeSpan.FromMinutes(2) },
        new("A_user_who_may_lock_too_little_memory_is_told", MemoryLimit) { Timeout = TimeSpan.FromMinutes(2) },
        new("The_same_driver_cannot_be_bound_twice_to_a_device", BoundTwice),
    ];

    private static void NoRightToTheGroup(GuestContext guest)
    {
        string file = $"/dev/vfio/{guest.Device.LinkName("iommu_group")}";
        ProgramResult refused = OpenAsNobody(guest);
        Check.Equal(OtherProcess.Refused, refused.ExitCode);
        WrongMachineCases.Says(
            refused.Output,
            $"{guest.Device}: open {file} failed: EACCES (13). The user 65534 may not read and write it. To mend it: ",
            $"\n    sudo chown \"$USER\" {file}",
            "SUBSYSTEM==\"vfio\", OWNER=\"<user>\"");

        // What the message says, for that user.
        Check.Equal(0, GuestProgram.Shell($"USER={Nobody}; chown \"$USER\" {file}").ExitCode);
        try
        {
            ProgramResult mended = OpenAsNobody(guest);
            Check.Equal(("handled 1", 0), (mended.Output.Trim(), mended.ExitCode));
        }
        finally
        {
            Check.Equal(0, GuestProgram.Shell($"chown 0 {file}").ExitCode);
        }
    }

    private static void NoRightToTheContainer(GuestContext guest)
    {
        string file = $"/dev/vfio/{guest.Device.LinkName("iommu_group")}";
        using MachineChange group = MachineChange.Rights(file, (UnixFileMode)0b110_110_110);
        using MachineChange container = MachineChange.Rights("/dev/vfio/vfio", (UnixFileMode)0b110_000_000);
        ProgramResult refused = OpenAsNobody(guest);
        Check.Equal(OtherProcess.Refused, refused.ExitCode);
        WrongMachineCases.Says(
            refused.Output,
            $"{guest.Device}: open /dev/vfio/vfio failed: EACCES (13). The user 65534 may not read and write it. To mend it: ",
            "\n    sudo chmod 0666 /dev/vfio/vfio");
    }

    private static void MemoryLimit(GuestContext guest)
    {
        string file = $"/dev/vfio/{guest.MsixDevice.LinkName("iommu_group")}";
        using MachineChange group = MachineChange.Rights(file, (UnixFileMode)0b110_110_110);
        ProgramResult result = GuestProgram.RunSelf(
            Patience, "allocate-as", Nobody.ToString(CultureInfo.InvariantCulture), guest.MsixDevice.Text, "1048576");
        guest.Note(result.Output);
        Check.Equal(("", OtherProcess.Refused), (result.Error, result.ExitCode));
        WrongMachineCases.Says(
            result.Output,
            $"{guest.MsixDevice}: VFIO_IOMMU_MAP_DMA failed: ENOMEM (12). The process may lock only 1,048,576 bytes of memory ('ulimit -l')",
            "2,097,152 bytes more are too many.",
            "memlock unlimited",
            "\nallocated 524288\n");
    }

    private static void OpenByAnother(GuestContext guest)
    {
        string file = $"/dev/vfio/{guest.Device.LinkName("iommu_group")}";
        using Process other = Bound(guest);
        _ = WrongMachineCases.Refused(
            guest, guest.Device, $"open {file}", "EBUSY",
            $"Another program has IOMMU group {guest.Device.LinkName("iommu_group")} (dotnet, process {other.Id.ToString(CultureInfo.InvariantCulture)})",
            "a group has one user at a time", "end that program");
        Kill(other);
        WrongMachineCases.Works(guest.Device);
    }

    // Killed in the middle of its interrupts: nothing of ours can run any more, so the kernel alone has to leave the device quiet.
    private static void KilledWhileBound(GuestContext guest)
    {
        for (int round = 0; round < 2; round++)
        {
            using Process other = Bound(guest);
            Check.Equal(BusMaster, Command(guest.Device) & BusMaster);
            Kill(other);
            Check.Equal(0, Command(guest.Device) & BusMaster);
            Check.That(!File.ReadAllText("/proc/interrupts").Contains($"vfio-msi[0]({guest.Device})", StringComparison.Ordinal));

            using VfioDevice device = VfioDevice.Open(guest.Device.Text);
            Check.Equal(0, device.ReadConfig16(4) & BusMaster);
            var driver = new RaisedEdu(device);
            using InterruptBinding interrupts = driver.EnableInterrupts(device);
            for (int i = 0; i < 100; i++)
            {
                driver.Raise(2);
                EduCases.Wait(() => driver.Handled > i, $"interrupt {i + 1} after the kill");
            }
        }
    }

    private static void BoundTwice(GuestContext guest)
    {
        using VfioDevice device = VfioDevice.Open(guest.Device.Text);
        var driver = new RaisedEdu(device);
        using (InterruptBinding first = driver.EnableInterrupts(device))
        {
            InvalidOperationException error = EduCases.Throws<InvalidOperationException>(() => driver.EnableInterrupts(device));
            Check.Equal(
                $"{guest.Device}: interrupts are already enabled by {RaisedEdu.Manifest.Driver}; dispose its InterruptBinding first.",
                error.Message);
            driver.Raise(1);
            EduCases.Wait(() => driver.Handled == 1, "the first binding's interrupt");
        }

        using InterruptBinding second = driver.EnableInterrupts(device);
        driver.Raise(1);
        EduCases.Wait(() => driver.Handled == 2, "the second binding's interrupt");
    }

    private static ProgramResult OpenAsNobody(GuestContext guest)
    {
        ProgramResult result = GuestProgram.RunSelf(Patience, "open-as", Nobody.ToString(CultureInfo.InvariantCulture), guest.Device.Text);
        guest.Note(result.Output);
        Check.Equal("", result.Error);
        return result;
    }

    /// <summary>A process that has the device, with interrupts arriving.</summary>
    private static Process Bound(GuestContext guest)
    {
        Process other = GuestProgram.StartSelf("hold", guest.Device.Text);
        if (other.StandardOutput.ReadLine() == OtherProcess.Bound)
        {
            return other;
        }

        string complaint = other.StandardError.ReadToEnd();
        other.Dispose();
        throw new CheckFailedException($"the other process could not bind the device: {complaint}");
    }

    private static void Kill(Process other)
    {
        other.Kill(); // SIGKILL
        other.WaitForExit();
        Check.Equal(128 + 9, other.ExitCode);
    }

    private static int Command(PciAddress device)
        => BinaryPrimitives.ReadUInt16LittleEndian(device.ReadConfigurationHeader().AsSpan(4));
}
