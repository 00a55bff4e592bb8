using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Uio;

/// <summary>The line that uio_pci_generic masks and counts.</summary>
public sealed class UioLineTests
{
    private const int StatusRegister = 0x24;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly DriverManifest Manifest = new(
        "Tests.Line",
        0x1234,
        0x11E8,
        [
            new HandlerManifest(
                "OnLine",
                [new VectorRange(0)],
                [
                    new Step(StepRole.Pending, StepOperation.TestAny, RegisterType.Mmio32, 0, StatusRegister, 0xFF),
                    Step.Handle("OnLine"),
                    new Step(StepRole.Line, StepOperation.Unmask),
                ]),
        ],
        [],
        isLine: true);

    private readonly List<long> _signals = []; // locked by itself

    public static TheoryData<WaitMode> Modes => [WaitMode.Block, WaitMode.Spin, WaitMode.Adaptive];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Counts_become_signals_and_the_line_is_unmasked_after_each_handler(WaitMode mode)
    {
        using var machine = new UioMachine(counted: uint.MaxValue); // as after many others; and it wraps
        machine.Resource(0, StatusRegister, 0x11);
        using UioDevice device = machine.Open();
        using InterruptBinding interrupts = Bind(device, new InterruptOptions { WaitMode = mode });
        Assert.Equal(0x0007, machine.CommandRegister);
        for (int i = 1; i <= 50; i++)
        {
            machine.Interrupt();
            WaitUntil(() => Handled() == i && !machine.IsLineMasked, $"interrupt {i}");
        }

        machine.Interrupt(times: 3); // of another listener's unmasking, say
        WaitUntil(() => Handled() == 51 && !machine.IsLineMasked, "three at once");
        Assert.Equal(3, _signals[^1]);
        interrupts.Dispose();
        Assert.Equal(0x0403, machine.CommandRegister);
        VectorStatistics line = interrupts.Statistics[0];
        Assert.Equal((53, 51, 0), (line.Signals, line.Handled, line.Spurious));
    }

    [Fact]
    public void An_interrupt_of_another_card_is_spurious_and_the_line_unmasked()
    {
        using var machine = new UioMachine();
        using UioDevice device = machine.Open();
        using InterruptBinding interrupts = Bind(device);
        machine.Interrupt();
        WaitUntil(() => interrupts.Statistics[0].Spurious == 1 && !machine.IsLineMasked, "the spurious interrupt");
        Assert.Equal(0, Handled());
    }

    [Fact]
    public void What_came_before_interrupts_were_enabled_is_nobodys()
    {
        using var machine = new UioMachine();
        machine.Resource(0, StatusRegister, 1);
        using UioDevice device = machine.Open();
        for (int round = 1; round <= 3; round++)
        {
            machine.Interrupt(times: 7);
            using InterruptBinding interrupts = Bind(device);
            WaitUntil(() => !HasUnread(machine), "what came before is read");
            machine.Interrupt();
            WaitUntil(() => Handled() == round, "the interrupt");
        }

        Assert.Equal([1, 1, 1], _signals);
    }

    [Fact]
    public void What_came_before_is_nobodys_also_when_the_receive_thread_has_not_looked_yet()
    {
        using var machine = new UioMachine();
        string file = machine.Paths.Uio(3);
        using var interrupts = new UioInterrupts(UioMachine.Name, file, SystemCall.Open(file, LinuxConstants.OpenReadWrite), counted: 0);
        machine.Interrupt(times: 7);
        interrupts.TurnOn();
        Assert.Equal(0, interrupts.Take());
        machine.Interrupt();
        Assert.Equal(1, interrupts.Take());
        interrupts.TurnOff();
        machine.Interrupt(times: 2);
        Assert.Equal(0, interrupts.Take());
        interrupts.TurnOn();
        machine.Interrupt(times: 3);
        Assert.Equal(3, interrupts.Take());
    }

    [Fact]
    public void The_line_is_triggered_from_software()
    {
        using var machine = new UioMachine();
        machine.Resource(0, StatusRegister, 1);
        using UioDevice device = machine.Open();
        using (Bind(device))
        {
            device.TriggerVector(0);
            WaitUntil(() => Handled() == 1, "the trigger");
            Assert.Throws<PciDeviceException>(() => device.TriggerVector(1));
        }

        Assert.Throws<PciDeviceException>(() => device.TriggerVector(0));
    }

    [Fact]
    public void Messages_and_a_native_top_half_are_refused_with_a_sentence_and_nothing_stays_changed()
    {
        using var machine = new UioMachine();
        using UioDevice device = machine.Open();
        PciDeviceException messages = Assert.Throws<PciDeviceException>(() => new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0)).Enable(device, null));
        Assert.Contains("The driver declares messages (MSI or MSI-X), and uio_pci_generic delivers the level-triggered line only.", messages.Message, StringComparison.Ordinal);
        Assert.Contains("declare [IntxLine]", messages.Remedy, StringComparison.Ordinal);
        PciDeviceException native = Assert.Throws<PciDeviceException>(() => Bind(device, new InterruptOptions { TopHalf = TopHalfMode.Native }));
        Assert.Contains("A native top half cannot be had: UIO counts interrupts in a file", native.Message, StringComparison.Ordinal);
        Assert.Equal(0x0403, machine.CommandRegister);
        using InterruptBinding managed = Bind(device, new InterruptOptions { TopHalf = TopHalfMode.Auto });
        Assert.False(managed.Completion.IsCompleted);
    }

    [Fact]
    public void A_card_without_a_line_is_told()
    {
        using var machine = new UioMachine();
        using UioDevice device = machine.Open();
        device.WriteConfig8(0x3D, 0);
        Assert.Contains("declares the line, but the device has no INTx.", Assert.Throws<PciDeviceException>(() => Bind(device)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pread")]
    [InlineData("pwrite")]
    public async Task A_line_that_cannot_be_unmasked_ends_the_binding(string failing)
    {
        using var machine = new UioMachine();
        machine.Resource(0, StatusRegister, 1);
        using UioDevice device = machine.Open();
        using InterruptBinding interrupts = Bind(device);
        machine.Kernel.Fault = call => call == failing ? Errno.EIO : 0;
        machine.Interrupt();
        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => interrupts.Completion.WaitAsync(Patience));
        Assert.Equal(failing, Assert.IsType<PciDeviceException>(error.InnerException ?? error).Call);
        machine.Kernel.Fault = static _ => 0;
    }

    [Fact]
    public void Nothing_is_left_open_or_mapped_or_running()
    {
        using var machine = new UioMachine();
        Vfio.Holdings before = Vfio.Holdings.Now();
        for (int i = 0; i < 10; i++)
        {
            using UioDevice device = machine.Open();
            using InterruptBinding interrupts = Bind(device);
            machine.Interrupt();
            WaitUntil(() => interrupts.Statistics[0].Spurious == 1, "the interrupt");
        }

        before.AssertAgain("ten bindings");
        machine.AssertNothingIsOpen();
    }

    private InterruptBinding Bind(UioDevice device, InterruptOptions? options = null) => new ScriptedDriver(Manifest, Handle).Enable(device, options);

    private void Handle(in Interrupt irq)
    {
        lock (_signals)
        {
            _signals.Add(irq.Signals);
        }
    }

    private int Handled()
    {
        lock (_signals)
        {
            return _signals.Count;
        }
    }

    // A second reader of the pipe that only looks.
    private static bool HasUnread(UioMachine machine)
    {
        int fd = SystemCall.Open(machine.Paths.Uio(3), LinuxConstants.OpenReadWrite);
        try
        {
            return PipeLength.Of(fd) != 0;
        }
        finally
        {
            _ = SystemCall.Close(fd);
        }
    }

    private static void WaitUntil(Func<bool> condition, string what) => Assert.True(SpinWait.SpinUntil(condition, Patience), what);
}
