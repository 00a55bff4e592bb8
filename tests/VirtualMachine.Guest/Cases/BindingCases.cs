using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>That the machine is what VFIO needs, and that edu is bound: without this no other case means anything.</summary>
internal static class BindingCases
{
    private const ushort BusMaster = 0x0004;                // linux/pci_regs.h: PCI_COMMAND_MASTER
    private const nuint VfioGroupGetStatus = 0x3b67;        // linux/vfio.h: VFIO_GROUP_GET_STATUS
    private const uint VfioGroupFlagsViable = 1;            // linux/vfio.h: VFIO_GROUP_FLAGS_VIABLE, and no container is set

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Device_is_bound_to_vfio_pci", guest => Check.Equal("vfio-pci", guest.Device.LinkName("driver"))),
        new("Group_has_its_node", guest => Check.That(File.Exists($"/dev/vfio/{guest.Device.LinkName("iommu_group")}"))),
        new("Group_is_viable", GroupIsViable),
        new("Interrupt_remapping_is_on", InterruptRemappingIsOn),
        new("Configuration_space_is_that_of_edu", ConfigurationSpaceIsThatOfEdu),
        new("Bus_mastering_is_off_before_open", guest => Check.Equal(0, Command(guest) & BusMaster)),
    ];

    // Viable: no device of the group belongs to a driver that knows nothing of VFIO. Without it no device can be had.
    private static void GroupIsViable(GuestContext guest)
    {
        using SafeFileHandle group = File.OpenHandle(
            $"/dev/vfio/{guest.Device.LinkName("iommu_group")}", FileMode.Open, FileAccess.ReadWrite);
        VfioGroupStatus status = new() { ArgumentSize = 8 };
        Check.Equal(0, IoControl(group, VfioGroupGetStatus, ref status));
        Check.Equal(VfioGroupFlagsViable, status.Flags);
    }

    // Without remapping the type-1 IOMMU driver refuses the group unless it is told to allow unsafe interrupts. With it the
    // interrupt chips have IR- before their names.
    private static void InterruptRemappingIsOn(GuestContext guest)
    {
        Check.Equal("N", File.ReadAllText("/sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts").Trim());
        Check.That(File.ReadAllText("/proc/interrupts").Contains(" IR-IO-APIC ", StringComparison.Ordinal));
    }

    private static void ConfigurationSpaceIsThatOfEdu(GuestContext guest)
    {
        byte[] header = guest.Device.ReadConfigurationHeader();
        Check.Equal("1234", BinaryPrimitives.ReadUInt16LittleEndian(header).ToString("x4"));
        Check.Equal("11e8", BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(2)).ToString("x4"));
    }

    private static int Command(GuestContext guest) =>
        BinaryPrimitives.ReadUInt16LittleEndian(guest.Device.ReadConfigurationHeader().AsSpan(4));

    // Declared here and not taken from the runtime: these cases say whether the machine is fit to test it.
    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static extern int IoControl(SafeFileHandle descriptor, nuint request, ref VfioGroupStatus status);

    [StructLayout(LayoutKind.Sequential)]
    private struct VfioGroupStatus
    {
        public uint ArgumentSize;
        public uint Flags;
    }
}
