using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>
/// The whole life of a bound device over a kernel that may fail: opened, BARs mapped, bound with two receive threads, an
/// interrupt on each, disposed.
/// </summary>
internal sealed class BindingLife
{
    // Threads: one with a single vector, which reads its eventfd, and one with two, which waits with epoll.
    private static readonly VectorRange[] Own = [new(0)];
    private static readonly VectorRange[] Shared = [new(1, 2, "rx")];

    // BAR 1 is reached through the file, so that each of its registers is a call of the kernel; BAR 0 is mapped.
    private static readonly Step Pending = new(StepRole.Pending, StepOperation.TestAny, RegisterType.Mmio32, 1, 0x00, 1);
    private static readonly Step Disable = new(StepRole.Disable, StepOperation.Write, RegisterType.Mmio32, 1, 0x04, 0xFF, 0x11);
    private static readonly Step Acknowledge = new(StepRole.Acknowledge, StepOperation.Echo, RegisterType.Mmio32, 0, 0x10, 1);
    private static readonly Step Enable = new(StepRole.Enable, StepOperation.Write, RegisterType.Mmio32, 1, 0x08, 0xFF, 0x22);
    private static readonly Step Release = new(StepRole.Release, StepOperation.Write, RegisterType.Mmio32, 1, 0x0C, 0xFF, 0x33);

    public static readonly DriverManifest Manifest = new(
        "Tests.BindingLife",
        0x1234,
        0x11E8,
        [
            new HandlerManifest("OnOwn", Own, [Pending, Disable, Acknowledge, Step.Handle("OnInterrupt"), Enable]),
            new HandlerManifest("OnShared", Shared, [Step.Handle("OnInterrupt")]),
        ],
        [Release]);

    /// <summary>The calls of the kernel, in their order.</summary>
    public string[] Calls { get; private set; } = [];

    /// <summary>What was thrown, or came out of the binding's completion; the first of them.</summary>
    public PciDeviceException? Error { get; private set; }

    /// <summary>Whether the device could still send interrupts when the binding was over.</summary>
    public bool VectorsLeft { get; private set; }

    /// <inheritdoc cref="VectorsLeft"/>
    public bool BusMasterLeft { get; private set; }

    /// <summary>A machine with the device of this life.</summary>
    public static unsafe FakeMachine CreateMachine()
    {
        ulong page = (ulong)Environment.SystemPageSize;
        var fake = new FakeVfioDevice();
        fake[0].Sparse = [new RegionArea(0, page), new RegionArea(4 * page, page)];
        fake.AddMsixTable(bar: 0, (uint)(8 * page), entries: 4);
        fake.Regions[1] = new FakeRegion(0x80, FakeVfioDevice.ReadWrite);
        *fake[1].Memory = 1; // pending, always
        fake.Vectors[VfioConstants.ErrorIndex] = 1;
        fake.Vectors[VfioConstants.RequestIndex] = 1;
        return FakeMachine.WithDevice(fake);
    }

    /// <summary>Lives it once.</summary>
    /// <param name="failing">The call that fails, by name; null for none.</param>
    /// <param name="occurrence">Which of them, from 0: calls of one name have a fixed order, whichever thread makes them.</param>
    /// <param name="errno">How it fails.</param>
    public static BindingLife Live(string? failing = null, int occurrence = 0, int errno = 0)
    {
        var life = new BindingLife();
        using FakeMachine machine = CreateMachine();
        int seen = 0;
        machine.Kernel.Fault = (_, call) => call == failing && seen++ == occurrence ? errno : 0;
        life.Run(machine);
        machine.Kernel.AssertNothingIsOpen();
        Assert.Empty(machine.Kernel.Devices[FakeMachine.Edu].EventFds);
        Assert.True(failing == "VFIO_DEVICE_SET_IRQS" || machine.Kernel.Devices[FakeMachine.Edu].EventsConnected.Values.All(static number => number < 0));
        life.Calls = [.. machine.Kernel.Calls];
        return life;
    }

    private void Run(FakeMachine machine)
    {
        InterruptBinding? binding = null;
        try
        {
            using VfioDevice device = machine.Open();
            try
            {
                TaskCompletionSource own = new();
                TaskCompletionSource shared = new();
                binding = new ScriptedDriver(Manifest, (in Interrupt irq) => (irq.Vector == 0 ? own : shared).TrySetResult()).Enable(device, null);

                // The one that makes calls of the kernel comes last: its thread is joined before anybody else makes any.
                device.TriggerVector(2);
                shared.Task.MustEnd();
                device.TriggerVector(0);
                Task.WhenAny(own.Task, binding.Completion).MustEnd();
            }
            finally
            {
                binding?.Dispose();
                Look(machine);
            }
        }
        catch (PciDeviceException e)
        {
            Error = e;
        }

        Error ??= binding is null ? null : FaultOf(binding);
    }

    private unsafe void Look(FakeMachine machine)
    {
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        VectorsLeft = fake.EnabledIndex >= 0;
        BusMasterLeft = (fake.Regions[VfioConstants.ConfigRegion].Memory[PciConfig.Command] & PciConfig.CommandMaster) != 0;
    }

    private static PciDeviceException? FaultOf(InterruptBinding binding)
        => binding.Completion.Exception?.InnerExceptions
            .Select(static e => e as PciDeviceException ?? e.InnerException as PciDeviceException)
            .FirstOrDefault(static e => e is not null);
}
