using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>What of a BAR is mapped, and how the rest is reached.</summary>
public sealed unsafe class BarMappingTests
{
    private static readonly ulong Page = (ulong)Environment.SystemPageSize;

    [Fact]
    public void A_descriptor_of_64_bits_that_cannot_be_mapped_is_refused_when_interrupts_are_enabled()
    {
        var fake = new FakeVfioDevice();
        fake[0].Sparse = [new RegionArea(0, Page), new RegionArea(4 * Page, Page)];
        using FakeMachine machine = FakeMachine.WithDevice(fake);
        using VfioDevice device = machine.Open();
        PciDeviceException? Enable(ulong offset)
        {
            var pending = new Step(StepRole.Pending, StepOperation.TestAny, RegisterType.Mmio64, 0, (uint)offset, 1);
            var driver = new ScriptedDriver(ScriptedDriver.Declare([new VectorRange(0)], [pending, Step.Handle("OnInterrupt")]), static (in Interrupt _) => { });
            return (PciDeviceException?)Record.Exception(() => driver.Enable(device, null).Dispose());
        }

        Assert.Null(Enable(Page - 8));
        Assert.Null(Enable(4 * Page));
        PciDeviceException refused = Enable(Page)!;
        Assert.Contains($"register at 0x{Page:X} of BAR 0 cannot be mapped, and the kernel would split an access of 64 bits", refused.Message, StringComparison.Ordinal);
        Assert.Contains("two registers of 32 bits", refused.Remedy, StringComparison.Ordinal);
        Assert.False(device.HasBusMaster());
    }

    [Fact]
    public void A_mappable_bar_is_mapped_whole()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeRegion memory = machine.Kernel.Devices[FakeMachine.Edu][0];
        using VfioDevice device = machine.Open();
        Bar bar = device.GetBar(0);
        *(uint*)(memory.Memory + 0x24) = 0xCAFE_F00D;

        Assert.Equal((memory.Length, false), (bar.Length, bar.IsPort));
        Assert.Equal(0xCAFE_F00D, bar.Read32(0x24));
        bar.Write64(memory.Length - 8, 0x1122_3344_5566_7788);

        Assert.Equal(0x1122_3344_5566_7788UL, *(ulong*)(memory.Memory + memory.Length - 8));
        Assert.Empty(memory.FileAccesses);
        Assert.Equal(1, machine.Kernel.OpenMappings);
    }

    [Fact]
    public void A_second_GetBar_maps_nothing_more_and_a_disposal_unmaps()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        VfioDevice device = machine.Open();
        Bar bar = device.GetBar(0);
        _ = device.GetBar(0);
        Assert.Equal(1, machine.Kernel.OpenMappings);

        device.Dispose();

        machine.Kernel.AssertNothingIsOpen();
        Assert.Throws<ObjectDisposedException>(() => bar.Read32(0));
    }

    [Fact]
    public void A_bar_that_cannot_be_mapped_is_reached_through_the_file_in_the_same_widths()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        var region = new FakeRegion(0x100, FakeVfioDevice.ReadWrite);
        machine.Kernel.Devices[FakeMachine.Edu].Regions[2] = region;
        using VfioDevice device = machine.Open();
        Bar bar = device.GetBar(2);

        bar.Write8(0x11, 0xAB);
        bar.Write16(0x12, 0xCDEF);
        bar.Write32(0x14, 0x0123_4567);

        Assert.Equal((0xAB, 0xCDEF, 0x0123_4567u), (bar.Read8(0x11), bar.Read16(0x12), bar.Read32(0x14)));
        Assert.Equal(
            [(0x11, 1, true), (0x12, 2, true), (0x14, 4, true), (0x11, 1, false), (0x12, 2, false), (0x14, 4, false)],
            region.FileAccesses);
        Assert.Equal(0, machine.Kernel.OpenMappings);
    }

    [Fact]
    public void What_the_kernel_would_split_is_refused()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        var region = new FakeRegion(0x100, FakeVfioDevice.ReadWrite);
        machine.Kernel.Devices[FakeMachine.Edu].Regions[2] = region;
        using VfioDevice device = machine.Open();
        Bar bar = device.GetBar(2);

        Assert.Contains("64 bits", Assert.Throws<NotSupportedException>(() => bar.Read64(8)).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => bar.Write64(8, 1));
        Assert.Empty(region.FileAccesses);
    }

    [Fact]
    public void A_port_bar_is_one()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        fake.Regions[3] = new FakeRegion(0x20, FakeVfioDevice.ReadWrite);
        fake.Config(0x10 + (4 * 3), 4, 0xC001);
        using VfioDevice device = machine.Open();

        Bar bar = device.GetBar(3);
        bar.Write16(0x1E, 7);

        Assert.True(bar.IsPort);
        Assert.Equal((0x1EUL, 2, true), Assert.Single(fake[3].FileAccesses));
    }

    [Fact]
    public void Sparse_areas_are_mapped_each_and_the_gap_goes_through_the_file()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeRegion region = machine.Kernel.Devices[FakeMachine.Edu][0];
        region.Sparse = [new(3 * Page, Page), new(0, Page)];
        using VfioDevice device = machine.Open();
        Bar bar = device.GetBar(0);

        bar.Write32(0x10, 1);
        bar.Write32(Page + 0x10, 2);
        bar.Write8((3 * Page) + 1, 3);
        bar.Write16((3 * Page) + 2, 4);
        bar.Write32((3 * Page) + 4, 5);
        bar.Write64((3 * Page) + 8, 6);

        Assert.Equal(2, machine.Kernel.OpenMappings);
        Assert.Equal((Page + 0x10, 4, true), Assert.Single(region.FileAccesses));
        Assert.Equal(
            (1u, 2u, (byte)3, (ushort)4, 5u, 6UL),
            (bar.Read32(0x10), bar.Read32(Page + 0x10), bar.Read8((3 * Page) + 1), bar.Read16((3 * Page) + 2), bar.Read32((3 * Page) + 4),
                bar.Read64((3 * Page) + 8)));
        Assert.Equal(2, region.FileAccesses.Count);
    }

    [Fact]
    public void An_area_that_does_not_begin_at_0_is_no_window()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeRegion region = machine.Kernel.Devices[FakeMachine.Edu][0];
        region.Sparse = [new(2 * Page, Page)];
        using VfioDevice device = machine.Open();
        Bar bar = device.GetBar(0);

        bar.Write32(0, 0x55);
        bar.Write32(2 * Page, 0x66);

        Assert.Equal((0x55u, 0x66u), (*(uint*)region.Memory, *(uint*)(region.Memory + (2 * Page))));
        Assert.Equal((0UL, 4, true), Assert.Single(region.FileAccesses));
    }

    [Fact]
    public void The_page_of_the_msix_table_is_not_mapped_unless_the_kernel_allows_it()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        fake.AddMsixTable(bar: 0, (uint)(2 * Page) + 0x800, entries: 4);
        using VfioDevice device = machine.Open();
        Bar bar = device.GetBar(0);

        bar.Write32((2 * Page) - 4, 1);
        bar.Write32(2 * Page, 2);
        bar.Write32((3 * Page) - 4, 3);
        bar.Write32(3 * Page, 4);

        Assert.Equal(2, machine.Kernel.OpenMappings);
        Assert.Equal([(2 * Page, 4, true), ((3 * Page) - 4, 4, true)], fake[0].FileAccesses.Where(access => access.Write));
    }

    [Fact]
    public void The_page_of_the_msix_table_is_mapped_where_the_kernel_allows_it()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        fake.AddMsixTable(bar: 0, (uint)(2 * Page), entries: 4);
        fake[0].MsixMappable = true;
        using VfioDevice device = machine.Open();

        device.GetBar(0).Write32(2 * Page, 2);

        Assert.Equal(1, machine.Kernel.OpenMappings);
        Assert.Empty(fake[0].FileAccesses);
    }

    [Fact]
    public void A_table_in_another_bar_closes_nothing()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        fake.AddMsixTable(bar: 4, 0, entries: 2048);
        using VfioDevice device = machine.Open();

        device.GetBar(0).Write32(0, 2);

        Assert.Empty(fake[0].FileAccesses);
    }

    [Fact]
    public void A_bar_that_the_device_lacks()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();

        PciDeviceException error = Assert.Throws<PciDeviceException>(() => device.GetBar(5));

        Assert.Equal((FakeMachine.Edu, "open BAR 5", "ENODEV"), (error.Device, error.Call, error.ErrnoName));
    }

    [Fact]
    public void Areas_around_a_table_do_not_overlap_it()
    {
        var table = new RegionArea(0x1800, 0x1000); // in pages 1 and 2
        VfioRegion whole = Region(null);
        VfioRegion sparse = Region([new(0, 0x2000), new(0x2000, 0x1000), new(0x4000, 0x1000)]);

        Assert.Equal([new(0, 0x1000), new(0x3000, 0x5000)], MappableAreas.Of(whole, table, 0x1000));
        Assert.Equal([new(0, 0x1000), new(0x4000, 0x1000)], MappableAreas.Of(sparse, table, 0x1000));
        Assert.Equal([new(0, 0x8000)], MappableAreas.Of(whole, null, 0x1000));
        Assert.Equal([new(0, 0x8000)], MappableAreas.Of(whole with { MsixMappable = true }, table, 0x1000));
        Assert.Equal([new(0x3000, 0x5000)], MappableAreas.Of(whole, new RegionArea(0, 0x2001), 0x1000));
        Assert.Empty(MappableAreas.Of(whole, new RegionArea(0, 0x8000), 0x1000));
        Assert.Empty(MappableAreas.Of(whole with { Flags = FakeVfioDevice.ReadWrite }, null, 0x1000));

        static VfioRegion Region(RegionArea[]? areas) => new(0, FakeVfioDevice.Mappable, 0x8000, 0, areas, MsixMappable: false);
    }

    [Fact]
    public void A_list_of_capabilities_that_never_ends_is_left()
    {
        byte[] config = new byte[256];
        config[0x06] = 0x10;
        config[0x34] = 0x40;
        config[0x40] = 0x01;
        config[0x41] = 0x40;

        Assert.Null(MsixTable.Find((offset, length) => length == 1 ? config[offset] : BitConverter.ToUInt16(config, (int)offset)));
    }
}
