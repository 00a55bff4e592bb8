using TopHalf.Runtime.Tests.Delivery;
using TopHalf.Runtime.Tests.Vfio;

namespace TopHalf.Runtime.Tests.Dma;

/// <summary>Memory that is mapped for a VFIO device.</summary>
public sealed unsafe class VfioDmaTests
{
    private static readonly ulong Page = (ulong)Environment.SystemPageSize;

    [Fact]
    public void A_buffer_is_zeroed_aligned_memory_that_the_device_reaches_at_its_address()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        DmaBuffer buffer = device.AllocateDma((long)Page + 1);

        Assert.Equal((0ul, 0ul), ((ulong)buffer.Memory % Page, buffer.Address % Page));
        Assert.Equal((long)Page + 1, buffer.Length);
        Assert.True(buffer.Span.IndexOfAnyExcept((byte)0) < 0);
        (ulong memory, ulong size) = machine.Kernel.Iommu.Mappings[buffer.Address];
        Assert.Equal(((ulong)buffer.Memory, 2 * Page), (memory, size));
        *machine.Kernel.Iommu.Translate(buffer.Address + Page) = 0x5A;
        Assert.Equal(0x5A, buffer.Read8((long)Page));
    }

    [Fact]
    public void No_child_inherits_the_memory()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        DmaBuffer buffer = device.AllocateDma(8 * (long)Page);

        // A line with the addresses, then those with what the kernel knows of them (proc(5), smaps).
        IEnumerable<string> mapping = File.ReadLines("/proc/self/smaps").SkipWhile(line => !Holds(line, (ulong)buffer.Memory));
        Assert.Contains(" dc", mapping.First(static line => line.StartsWith("VmFlags:", StringComparison.Ordinal)), StringComparison.Ordinal);

        static bool Holds(string line, ulong address)
            => line.Split(' ')[0].Split('-') is [string first, string end]
                && ulong.TryParse(first, System.Globalization.NumberStyles.HexNumber, null, out ulong low)
                && ulong.TryParse(end, System.Globalization.NumberStyles.HexNumber, null, out ulong high)
                && low <= address && address < high;
    }

    [Fact]
    public void Buffers_lie_in_what_the_kernel_allows_and_not_in_the_window_of_interrupts()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.Kernel.Iommu.Ranges = [new(0xFEDF_E000, 0xFEDF_FFFF), new(0xFEF0_0000, 0x1_0000_0FFF)];
        using VfioDevice device = machine.Open();
        Assert.Equal(0xFEDF_E000ul, device.AllocateDma((long)Page).Address);
        Assert.Equal(0xFEF0_0000ul, device.AllocateDma(2 * (long)Page).Address);
        Assert.Equal(0xFEDF_E000ul + Page, device.AllocateDma((long)Page).Address);
        PciDeviceException full = Assert.Throws<PciDeviceException>(() => device.AllocateDma(1 << 25));
        Assert.Equal("ENOSPC", full.ErrnoName);
        Assert.Contains("no 33,554,432 bytes of addresses in a row", full.Message, StringComparison.Ordinal);
        Assert.Throws<PciDeviceException>(() => device.AllocateDma(1, addressBits: 31));
        Assert.Equal(3, machine.Kernel.Iommu.Mappings.Count);
        Assert.Single(machine.Kernel.Calls.Distinct(), "VFIO_IOMMU_GET_INFO");
    }

    [Fact]
    public void A_kernel_that_does_not_say_what_is_reserved_is_believed_to_reserve_a_PCs_window()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.Kernel.Iommu.Ranges = null;
        using VfioDevice device = machine.Open();
        Assert.Equal(0x10_0000ul, device.AllocateDma(1).Address);
    }

    [Fact]
    public void Freed_memory_is_unmapped_and_its_address_given_again()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        DmaBuffer first = device.AllocateDma((long)Page);
        _ = device.AllocateDma((long)Page);
        first.Dispose();
        first.Dispose();
        Assert.Single(machine.Kernel.Iommu.Mappings);
        Assert.Equal(first.Address, device.AllocateDma((long)Page).Address);
    }

    [Fact]
    public void An_address_that_could_not_be_unmapped_is_not_given_again()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        DmaBuffer first = device.AllocateDma((long)Page);
        machine.Kernel.Fault = static (_, call) => call == "VFIO_IOMMU_UNMAP_DMA" ? Errno.EINVAL : 0;
        first.Dispose();
        machine.Kernel.Fault = null;
        Assert.NotEqual(first.Address, device.AllocateDma((long)Page).Address);
    }

    [Fact]
    public void A_disposal_of_the_device_frees_what_is_left_when_nothing_can_use_it_any_more()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        VfioDevice device = machine.Open();
        _ = device.AllocateDma(1);
        _ = device.AllocateDma(1);
        InterruptBinding binding = new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0)).Enable(device, null);
        List<(bool Ended, int Enabled, bool Master)> states = [];
        machine.Kernel.Fault = (_, call) =>
        {
            if (call == "VFIO_IOMMU_UNMAP_DMA")
            {
                states.Add((binding.Completion.IsCompleted, fake.EnabledIndex, (fake.Regions[7].Memory[PciConfig.Command] & PciConfig.CommandMaster) != 0));
            }

            return 0;
        };
        device.Dispose();
        Assert.Equal([(true, -1, false), (true, -1, false)], states);
        machine.Kernel.AssertNothingIsOpen();
    }

    [Fact]
    public void Bus_mastering_that_the_driver_turned_on_itself_is_off_before_memory_is_freed()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        VfioDevice device = machine.Open();
        _ = device.AllocateDma(1);
        device.WriteConfig16(PciConfig.Command, PciConfig.CommandMaster);
        bool? master = null;
        machine.Kernel.Fault = (_, call) =>
        {
            master = call == "VFIO_IOMMU_UNMAP_DMA" ? fake.Regions[7].Memory[PciConfig.Command] != 0 : master;
            return 0;
        };
        device.Dispose();
        Assert.False(master);
    }

    [Fact]
    public void Devices_of_a_group_share_its_addresses()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.AddFunction(FakeMachine.Sibling, FakeMachine.Group, "vfio-pci");
        machine.Kernel.Devices[FakeMachine.Sibling] = new FakeVfioDevice();
        VfioDevice first = machine.Open();
        using VfioDevice second = machine.Open(FakeMachine.Sibling);
        DmaBuffer own = first.AllocateDma(1);
        DmaBuffer others = second.AllocateDma(1);
        Assert.NotEqual(own.Address, others.Address);
        first.Dispose();
        Assert.Equal(others.Address, Assert.Single(machine.Kernel.Iommu.Mappings).Key);
    }

    [Theory]
    [InlineData(Errno.ENOMEM, "The process may lock only 65,536 bytes of memory ('ulimit -l')", "memlock unlimited")]
    [InlineData(Errno.ENOSPC, "as many DMA buffers as the kernel allows", "dma_entry_limit")]
    [InlineData(Errno.EINVAL, "does not take 4,096 bytes at 0x100000", "dmesg")]
    [InlineData(Errno.EEXIST, "is mapped at 0x100000 already", "container")]
    [InlineData(Errno.EFAULT, "4,096 bytes at 0x100000 cannot be mapped", "dmesg")]
    public void A_refusal_says_what_it_means_and_how_to_mend_it(int errno, string problem, string remedy)
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        Directory.CreateDirectory($"{machine.Paths.Proc}/self");
        File.WriteAllText($"{machine.Paths.Proc}/self/limits", "Limit                     Soft Limit           Hard Limit           Units\nMax locked memory         65536                8388608              bytes\n");
        using VfioDevice device = machine.Open();
        machine.Kernel.Fault = (_, call) => call == "VFIO_IOMMU_MAP_DMA" ? errno : 0;
        PciDeviceException error = Assert.Throws<PciDeviceException>(() => device.AllocateDma(4096));
        Assert.StartsWith($"{FakeMachine.Edu}: VFIO_IOMMU_MAP_DMA failed: {Errno.NameOf(errno)} ({errno}). ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_kernel_may_lock_and_how_often_is_a_limit()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        machine.Kernel.Iommu.LockLimit = 4 * Page;
        _ = device.AllocateDma(3 * (long)Page);
        Assert.Equal("ENOMEM", Assert.Throws<PciDeviceException>(() => device.AllocateDma(2 * (long)Page)).ErrnoName);
        machine.Kernel.Iommu.EntryLimit = 1;
        Assert.Equal("ENOSPC", Assert.Throws<PciDeviceException>(() => device.AllocateDma((long)Page)).ErrnoName);
    }
}
