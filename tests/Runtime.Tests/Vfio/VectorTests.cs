namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>GET_IRQ_INFO and SET_IRQS.</summary>
public sealed class VectorTests
{
    [Theory]
    [InlineData(4u, 1u, 2, 4)]
    [InlineData(0u, 8u, 1, 8)]
    [InlineData(0u, 0u, -1, 0)]
    public void Msix_is_preferred_to_msi(uint msix, uint msi, int kind, int count)
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        fake.Vectors[VfioConstants.MsixIndex] = msix;
        fake.Vectors[VfioConstants.MsiIndex] = msi;
        using VfioDevice device = machine.Open();

        Assert.Equal(new VectorCapability((VectorKind)kind, count, NoResize: false), device.GetVectorCapability(line: false));
    }

    [Fact]
    public void A_fixed_number_of_vectors_is_told()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.Kernel.Devices[FakeMachine.Edu].IrqFlags |= VfioConstants.IrqNoResize;
        using VfioDevice device = machine.Open();

        Assert.True(device.GetVectorCapability(line: false).NoResize);
    }

    [Fact]
    public void Each_vector_gets_its_eventfd_and_a_gap_gets_none()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        using VfioDevice device = machine.Open();
        using EventFd first = EventFd.Create(blocking: false);
        using EventFd third = EventFd.Create(blocking: false);

        device.EnableVectors(VectorKind.MsiX, [new EventFdLine(first), null, new EventFdLine(third)]);

        Assert.Equal([first.Number, -1, third.Number], fake.EventFds);
        Assert.Equal(2u, fake.VectorsAllocated);
        Assert.Equal((int)VfioConstants.MsixIndex, fake.EnabledIndex);
        device.TriggerVector(2);
        device.TriggerVector(2);
        Assert.Equal((0UL, 2UL), (first.Read(), third.Read()));
    }

    [Theory]
    [InlineData(false, 4u)]
    [InlineData(true, 2003u)]
    public void Only_the_declared_vectors_are_allocated_where_the_kernel_can_add_some(bool noResize, uint allocated)
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        fake.Vectors[VfioConstants.MsixIndex] = 2048;
        fake.IrqFlags |= noResize ? VfioConstants.IrqNoResize : 0;
        using VfioDevice device = machine.Open();
        using EventFd eventFd = EventFd.Create(blocking: false);
        var lines = new VectorLine?[2003];
        lines[0] = lines[1000] = lines[2001] = lines[2002] = new EventFdLine(eventFd);

        device.EnableVectors(VectorKind.MsiX, lines);

        Assert.Equal(allocated, fake.VectorsAllocated);
        Assert.Equal([0, 1000, 2001, 2002], Enumerable.Range(0, fake.EventFds.Length).Where(v => fake.EventFds[v] == eventFd.Number));
        device.TriggerVector(1000);
        device.TriggerVector(2002);
        Assert.Equal(2UL, eventFd.Read());
    }

    [Fact]
    public void Where_the_system_cannot_add_a_vector_none_is_left()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        fake.Vectors[VfioConstants.MsixIndex] = 2048;
        fake.VectorsAvailable = 2;
        using VfioDevice device = machine.Open();
        using EventFd eventFd = EventFd.Create(blocking: false);
        EventFdLine line = new(eventFd);

        PciDeviceException error = Assert.Throws<PciDeviceException>(
            () => device.EnableVectors(VectorKind.MsiX, [line, null, line, null, line]));

        Assert.Equal(Errno.ENOSPC, error.Errno);
        Assert.Equal((-1, 0u), (fake.EnabledIndex, fake.VectorsAllocated));
        Assert.Throws<PciDeviceException>(() => device.TriggerVector(0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_vector_that_is_not_connected_cannot_be_triggered(int vector)
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        using EventFd eventFd = EventFd.Create(blocking: false);
        device.EnableVectors(VectorKind.MsiX, [new EventFdLine(eventFd), null]);

        PciDeviceException error = Assert.Throws<PciDeviceException>(() => device.TriggerVector(vector));

        Assert.Contains($"Vector {vector} is not enabled", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_positive_answer_is_no_success()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        fake.VectorsAvailable = 2;
        using VfioDevice device = machine.Open();
        using EventFd eventFd = EventFd.Create(blocking: false);
        EventFdLine[] lines = [.. Enumerable.Repeat(new EventFdLine(eventFd), 3)];

        PciDeviceException error = Assert.Throws<PciDeviceException>(() => device.EnableVectors(VectorKind.MsiX, lines));

        Assert.Contains("3 MSI-X vectors were asked for, but the system has only 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("no vector above 1", error.Remedy, StringComparison.Ordinal);
        Assert.Throws<PciDeviceException>(() => device.TriggerVector(0));
        device.EnableVectors(VectorKind.MsiX, lines.AsSpan(0, 2));
        Assert.Equal(2, fake.EventFds.Length);
    }

    [Fact]
    public void Disabling_twice_or_nothing_is_allowed()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        using VfioDevice device = machine.Open();
        using EventFd eventFd = EventFd.Create(blocking: false);

        device.DisableVectors(VectorKind.MsiX);
        device.EnableVectors(VectorKind.MsiX, [new EventFdLine(eventFd)]);
        device.DisableVectors(VectorKind.MsiX);
        device.DisableVectors(VectorKind.MsiX);

        Assert.Equal(-1, fake.EnabledIndex);
        Assert.Equal(2, machine.Kernel.Calls.Count(call => call == "VFIO_DEVICE_SET_IRQS"));
    }

    [Fact]
    public void A_reset_that_disabled_the_vectors_first_is_no_error()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        using VfioDevice device = machine.Open();
        using EventFd eventFd = EventFd.Create(blocking: false);
        device.EnableVectors(VectorKind.MsiX, [new EventFdLine(eventFd)]);
        fake.EnabledIndex = -1;

        device.DisableVectors(VectorKind.MsiX);
        device.EnableVectors(VectorKind.MsiX, [new EventFdLine(eventFd)]);

        Assert.Equal((int)VfioConstants.MsixIndex, fake.EnabledIndex);
    }

    [Theory]
    [InlineData(Errno.ENOSPC, "no interrupt vector left")]
    [InlineData(Errno.EINVAL, "another kind of interrupt is enabled")]
    [InlineData(Errno.ENOMEM, "cannot be enabled")]
    public void A_refusal_says_what_it_means(int errno, string meaning)
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        using EventFd eventFd = EventFd.Create(blocking: false);
        machine.Kernel.Fault = (_, call) => call == "VFIO_DEVICE_SET_IRQS" ? errno : 0;

        PciDeviceException error = Assert.Throws<PciDeviceException>(() => device.EnableVectors(VectorKind.MsiX, [new EventFdLine(eventFd)]));

        Assert.Equal((FakeMachine.Edu, errno), (error.Device, error.Errno));
        Assert.Contains(meaning, error.Message, StringComparison.Ordinal);
    }
}
