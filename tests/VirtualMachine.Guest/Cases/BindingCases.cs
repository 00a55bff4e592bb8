using System.Buffers.Binary;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>That the machine is what VFIO needs, and that edu is bound: without this no other case means anything.</summary>
internal static class BindingCases
{
    private const ushort BusMaster = 0x0004;

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Device_is_bound_to_vfio_pci", guest => Check.Equal("vfio-pci", guest.Device.LinkName("driver"))),
        new("Group_has_its_node", guest => Check.That(File.Exists($"/dev/vfio/{guest.Device.LinkName("iommu_group")}"))),
        new("Group_holds_the_device_alone", DeviceIsAloneInItsGroup),
        new("Interrupt_remapping_is_on", InterruptRemappingIsOn),
        new("Configuration_space_is_that_of_edu", ConfigurationSpaceIsThatOfEdu),
        new("Bus_mastering_is_off_before_open", guest => Check.Equal(0, Command(guest) & BusMaster)),
    ];

    // A group is viable when every device in it is VFIO's; alone in its group, the device decides that by itself.
    private static void DeviceIsAloneInItsGroup(GuestContext guest)
    {
        string[] members = Directory.GetFileSystemEntries(Path.Combine(guest.Device.Folder, "iommu_group", "devices"));
        Check.Equal(guest.Device.Text, string.Join(' ', members.Select(Path.GetFileName)));
    }

    // Without remapping the type-1 IOMMU driver refuses the group (unless it is told to allow unsafe interrupts). An x2APIC or
    // remapped interrupt shows in the name of the interrupt chip.
    private static void InterruptRemappingIsOn(GuestContext guest)
    {
        Check.Equal("N", File.ReadAllText("/sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts").Trim());
        string interrupts = File.ReadAllText("/proc/interrupts");
        guest.Note(interrupts);
        Check.That(interrupts.Contains("IR-", StringComparison.Ordinal));
    }

    private static void ConfigurationSpaceIsThatOfEdu(GuestContext guest)
    {
        byte[] header = guest.Device.ReadConfigurationHeader();
        Check.Equal("1234", BinaryPrimitives.ReadUInt16LittleEndian(header).ToString("x4"));
        Check.Equal("11e8", BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(2)).ToString("x4"));
    }

    private static int Command(GuestContext guest) =>
        BinaryPrimitives.ReadUInt16LittleEndian(guest.Device.ReadConfigurationHeader().AsSpan(4));
}
