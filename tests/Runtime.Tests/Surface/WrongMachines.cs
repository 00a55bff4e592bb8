using TopHalf.Runtime.Tests.Delivery;
using TopHalf.Runtime.Tests.RealTime;
using TopHalf.Runtime.Tests.Uio;
using TopHalf.Runtime.Tests.Vfio;

namespace TopHalf.Runtime.Tests.Surface;

/// <summary>Every way in which a machine can be wrong, brought about; and the message that the library has for it.</summary>
internal static class WrongMachines
{
    public static string[] Messages()
    {
        List<string> messages =
        [
            MessageOf(static () => PciAddress.Parse("edu")),
            Opening(static machine => Directory.Delete(machine.Paths.PciDevice(FakeMachine.Edu), recursive: true)),
            Opening(static machine => File.Delete($"{machine.Paths.PciDevice(FakeMachine.Edu)}/iommu_group")),
            Opening(static machine => File.Delete($"{machine.Paths.PciDevice(FakeMachine.Edu)}/driver")),
            OfAKernelDriver(),
            Opening(static machine => File.Delete(machine.Paths.Container)),
            Failing("open container", Errno.ENODEV),
            Failing("open container", Errno.EACCES),
            Opening(static machine => File.Delete(machine.Paths.Group(FakeMachine.Group))),
            Failing("open group", Errno.EACCES),
            Failing("open group", Errno.EPERM),
            Failing("open group", Errno.EMFILE),
            Opening(static machine =>
            {
                Directory.CreateDirectory($"{machine.Paths.Proc}/4711/fd");
                File.WriteAllText($"{machine.Paths.Proc}/4711/comm", "qemu\n");
                File.CreateSymbolicLink($"{machine.Paths.Proc}/4711/fd/9", machine.Paths.Group(FakeMachine.Group));
                machine.Kernel.Fault = static (_, call) => call == "open group" ? Errno.EBUSY : 0;
            }),
            Opening(static machine => machine.Kernel.Viable = false),
            Opening(static machine => machine.Kernel.IommuTypes.Clear()),
            Opening(static machine => machine.Kernel.ApiVersion = 1),
            Failing("VFIO_SET_IOMMU", Errno.EPERM),
            Opening(static machine => machine.Kernel.Devices.Clear()),
        ];
        messages.AddRange(ThroughUio());
        messages.AddRange(Enabling());
        messages.AddRange(WithoutEventFds());
        messages.AddRange(MappingMemory());
        messages.AddRange(Arriving());
        return [.. messages];
    }

    private static IEnumerable<string> ThroughUio()
    {
        using (var other = new UioMachine(driver: "vfio-pci"))
        {
            yield return MessageOf(() => other.Open());
        }

        using var machine = new UioMachine();
        yield return UioPreconditions.NotOpened(UioMachine.Name, "/dev/uio3", Errno.EACCES).Message;
        using (UioDevice device = machine.Open())
        {
            yield return MessageOf(() => new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0)).Enable(device, null));
            yield return MessageOf(() => device.AllocateDma(1));
        }

        using (var closed = new UioInterrupts(UioMachine.Name, "/dev/uio3", -1, counted: 0))
        {
            yield return MessageOf(() => closed.Take());
        }

        Directory.Delete($"{machine.Folder}/uio", recursive: true);
        yield return MessageOf(() => machine.Open());
    }

    private static IEnumerable<string> Enabling()
    {
        using FakeMachine machine = BindingLife.CreateMachine();
        using VfioDevice device = machine.Open();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        var simple = ScriptedDriver.Declare([new VectorRange(0)], [Step.Handle("OnInterrupt")]);
        string Refused(DriverManifest manifest, InterruptOptions? options = null)
            => MessageOf(() => new ScriptedDriver(manifest, static (in Interrupt _) => { }).Enable(device, options).Dispose());
        DriverManifest Pending(RegisterType type, byte bar, uint offset)
            => ScriptedDriver.Declare([new VectorRange(0)], [new Step(StepRole.Pending, StepOperation.TestAny, type, bar, offset, 1), Step.Handle("OnInterrupt")]);

        using (new ScriptedDriver(simple, static (in Interrupt _) => { }).Enable(device, null))
        {
            yield return Refused(simple);
        }

        yield return Refused(new DriverManifest("Tests.Other", 0x8086, 0x10D3, [new HandlerManifest("OnIt", [new VectorRange(0)], [Step.Handle("OnInterrupt")])], []));
        yield return Refused(ScriptedDriver.Declare([new VectorRange(4)], [Step.Handle("OnInterrupt")]));
        yield return Refused(Pending(RegisterType.Mmio32, 0, 0x10_0000));
        yield return Refused(Pending(RegisterType.Mmio64, 1, 0x10));
        yield return Refused(simple, new InterruptOptions { Cpu = 4000 });
        foreach (string message in WithoutRealTime())
        {
            yield return message;
        }

        fake.VectorsAvailable = 0;
        machine.Kernel.Fault = static (_, call) => call == "VFIO_DEVICE_SET_IRQS" ? Errno.ENOSPC : 0;
        yield return Refused(simple);
        machine.Kernel.Fault = null;
        fake.VectorsAvailable = 1;
        yield return Refused(ScriptedDriver.Declare([new VectorRange(0, 2)], [Step.Handle("OnInterrupt")]));
        fake.Vectors.Clear();
        yield return Refused(simple);
        yield return Refused(new DriverManifest("Tests.Line", 0, 0, [new HandlerManifest("OnIt", [new VectorRange(0)], [Step.Handle("OnIt")])], [], isLine: true));
        fake.Vectors[VfioConstants.MsixIndex] = 1;
        var place = new Step(StepRole.Pending, StepOperation.TestAny, RegisterType.Mmio32, 0, 0x10, 1);
        yield return Refused(ScriptedDriver.Declare([new VectorRange(0)], [place with { Address = new StepAddress(Structure: VirtioStructure.Isr) }, Step.Handle("OnIt")]));
        yield return Refused(ScriptedDriver.Declare([new VectorRange(0)], [place with { Offset = 0x12 }, Step.Handle("OnIt")]));
        var wide = place with { Type = RegisterType.Mmio16, Address = new StepAddress(IndexOffset: 0x20, Index: 0x1_0000) };
        yield return Refused(ScriptedDriver.Declare([new VectorRange(0)], [wide, Step.Handle("OnIt")]));
        yield return MessageOf(device.UnmaskLine);
        uint page = (uint)Environment.SystemPageSize;
        var pieces = ScriptedDriver.Declare([new VectorRange(0, 2)], [place with { Address = new StepAddress(Stride: 2 * page) }, Step.Handle("OnIt")]);
        fake.Vectors[VfioConstants.MsixIndex] = 2;
        fake.VectorsAvailable = 2;
        yield return Refused(pieces, new InterruptOptions { TopHalf = TopHalfMode.Native });
        yield return global::TopHalf.NativeTopHalf.NotHere(FakeMachine.Edu, "this is a test").Message;
        yield return global::TopHalf.NativeTopHalf.NotExecutable(FakeMachine.Edu, Errno.EACCES).Message;
        yield return ReceiveThread.NotStarted(FakeMachine.Edu, "irq/Driver", new IOException()).Message;
    }

    private static IEnumerable<string> WithoutEventFds()
    {
        using SimulatedDevice simulated = TestDevices.Create(vectors: 65);
        var driver = new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0, 65));
        yield return MessageOf(() => driver.Enable(simulated, new InterruptOptions { Delivery = InterruptDelivery.Software }));
        yield return UserInterruptErrors.OtherPlatform("").Message;
        yield return UserInterruptErrors.NoPages("", "mmap", Errno.ENOMEM).Message;
        yield return UserInterruptErrors.NoPages("", "mprotect", Errno.EACCES).Message;
        foreach (int errno in (int[])[Errno.EBUSY, Errno.EFAULT, Errno.EINVAL, Errno.ENOMEM, Errno.ENOSPC, 9, 38, 95, 108])
        {
            yield return UserInterruptErrors.Refused("", "uintr_register_sender", -errno).Message;
        }

        yield return UserInterruptErrors.Refused("", "uintr_register_handler", 7).Message;
        yield return UserInterruptErrors.NotHere("the processor has none.").Message;
        var gone = new UserInterruptAddress(1, "tophalf-0", 3, 5, -1);
        yield return ReceiverMemory.NotThere(gone, "open", Errno.ENOENT).Message;
        yield return ReceiverMemory.NotThere(gone, "open", Errno.EACCES).Message;
        yield return ProcessHandle.NotTaken(Errno.EPERM).Message;
    }

    private static IEnumerable<string> WithoutRealTime()
    {
        var line = new InterruptLine(24, "vfio-msix[0](0000:00:05.0)");
        yield return ThreadScheduling.FifoFailed(80, Errno.EPERM).Message;
        yield return ThreadScheduling.SlackFailed(TimeSpan.FromTicks(1), Errno.EPERM).Message;
        yield return MessageOf(static () => StackMemory.Prefault(int.MaxValue));
        yield return MemoryLock.Failed(Errno.ENOMEM).Message;
        using SimulatedDevice simulated = TestDevices.Create();
        yield return MessageOf(() => new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0)).Enable(simulated, new InterruptOptions { IrqCpu = 0 }));
        using var machine = new FakeLines();
        var affinity = new IrqAffinity(machine.Paths, FakeMachine.Edu, line);
        foreach (int errno in (int[])[Errno.EACCES, Errno.ERANGE, Errno.EIO, Errno.ENOSPC])
        {
            yield return affinity.Failed(1, errno).Message;
        }

        yield return MessageOf(() => machine.Bind(new InterruptOptions { IrqThreadPriority = 90 }));
        yield return IrqThreads.Failed(FakeMachine.Edu, line, 93, 90, Errno.EPERM).Message;
        File.Delete(machine.Paths.Interrupts);
        yield return MessageOf(() => machine.Bind(new InterruptOptions { IrqCpu = 0 }));
    }

    private static IEnumerable<string> Arriving()
    {
        yield return new DeviceGoneException(FakeMachine.Edu).Message;
        yield return new DeviceErrorException(FakeMachine.Edu).Message;
        yield return new InterruptHandlerException(FakeMachine.Edu, "Tests.Driver", "OnIt", 0, new NotSupportedException("planted")).Message;
        yield return BindingLife.Live("pread", BindingLife.Live().Calls.Count(static call => call == "pread") - 2, Errno.EIO).Error!.Message;
    }

    private static IEnumerable<string> MappingMemory()
    {
        foreach (int errno in (int[])[Errno.ENOMEM, Errno.ENOSPC, Errno.EINVAL, Errno.EEXIST, Errno.EFAULT])
        {
            yield return Allocating("VFIO_IOMMU_MAP_DMA", errno);
        }

        yield return Allocating("VFIO_IOMMU_GET_INFO", Errno.ENOTTY);
        yield return Allocating("mmap", Errno.ENOMEM);
        yield return Allocating("", 0, bytes: 2 << 20, addressBits: 21);
        using SimulatedDevice simulated = TestDevices.Create();
        simulated.SetBusMaster(on: true);
        yield return MessageOf(() => simulated.WriteDma(0x1234, new byte[8]));
        yield return MessageOf(() => simulated.AllocateDma(2 << 20, addressBits: 21));
    }

    private static string Allocating(string failing, int errno, long bytes = 4096, int addressBits = 64)
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        machine.Kernel.Fault = (_, call) => call == failing ? errno : 0;
        return MessageOf(() => device.AllocateDma(bytes, addressBits));
    }

    private static string OfAKernelDriver()
    {
        using var machine = new FakeMachine();
        machine.AddFunction(FakeMachine.Edu, FakeMachine.Group, "snd_hda_intel");
        return MessageOf(() => machine.Open().Dispose());
    }

    private static string Failing(string failing, int errno)
        => Opening(machine => machine.Kernel.Fault = (_, call) => call == failing ? errno : 0);

    private static string Opening(Action<FakeMachine> spoil)
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        spoil(machine);
        return MessageOf(() => machine.Open().Dispose());
    }

    private static string MessageOf(Action action)
        => Record.Exception(action)?.Message ?? throw new InvalidOperationException("nothing was wrong");
}
