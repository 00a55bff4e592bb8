using System.Collections.Concurrent;

namespace TopHalf.Runtime.Tests.Delivery;

/// <summary>How a binding begins and ends: order, once, from any thread.</summary>
public sealed class LifecycleTests
{
    private static readonly Step Mask = new(StepRole.Disable, StepOperation.Write, RegisterType.Mmio32, 0, 0x20, 0xFF, 0x11);
    private static readonly Step Unmask = new(StepRole.Enable, StepOperation.Write, RegisterType.Mmio32, 0, 0x24, 0xFF, 0x22);
    private static readonly Step Quiet = new(StepRole.Release, StepOperation.Write, RegisterType.Mmio32, 0, 0x28, 0xFF, 0x33);

    [Fact]
    public void Bus_mastering_is_off_before_and_after_and_on_while_bound()
    {
        using SimulatedDevice device = TestDevices.Create();
        Assert.False(device.HasBusMaster());
        using (Driver().Enable(device, null))
        {
            Assert.True(device.HasBusMaster());
        }

        Assert.False(device.HasBusMaster());
    }

    [Fact]
    public void Sources_are_unmasked_at_the_start_and_masked_then_released_at_the_end()
    {
        using SimulatedDevice device = TestDevices.Create();
        using RegisterTrace trace = device.StartTrace();
        InterruptBinding binding = Driver().Enable(device, null);
        Assert.Equal(["write32 0:0x24 = 0x00000022"], trace.Select(a => a.ToString()));
        binding.Dispose();
        Assert.Equal(["write32 0:0x20 = 0x00000011", "write32 0:0x28 = 0x00000033"], trace.Skip(1).Select(a => a.ToString()));
        Assert.True(binding.Completion.IsCompletedSuccessfully);
    }

    [Fact]
    public void Vectors_are_disabled_at_the_end_and_can_be_enabled_again()
    {
        using SimulatedDevice device = TestDevices.Create();
        Driver().Enable(device, null).Dispose();
        device.SetBusMaster(on: true);
        Assert.False(device.Raise(0));

        using var handled = new ManualResetEvent(false);
        using InterruptBinding again = Driver((in Interrupt _) => handled.Set()).Enable(device, null);
        device.Raise(0);
        handled.MustCome();
    }

    [Fact]
    public void A_second_binding_is_refused_and_does_the_first_no_harm()
    {
        using SimulatedDevice device = TestDevices.Create();
        using var handled = new ManualResetEvent(false);
        using InterruptBinding first = Driver((in Interrupt _) => handled.Set()).Enable(device, null);
        var refused = Assert.Throws<InvalidOperationException>(() => Driver().Enable(device, null));
        Assert.Contains("already enabled by Tests.ScriptedDriver", refused.Message, StringComparison.Ordinal);
        device.Raise(0);
        handled.MustCome();
    }

    [Fact]
    public void Disposal_waits_for_the_running_handler()
    {
        using SimulatedDevice device = TestDevices.Create();
        using var entered = new ManualResetEvent(false);
        using var leave = new ManualResetEvent(false);
        bool left = false;
        InterruptBinding binding = Driver((in Interrupt _) =>
        {
            entered.Set();
            leave.MustCome();
            Volatile.Write(ref left, true);
        }).Enable(device, null);
        device.Raise(0);
        entered.MustCome();
        using RegisterTrace trace = device.StartTrace();
        using var disposing = new ManualResetEvent(false);
        Task<bool> disposal = Task.Run(() =>
        {
            disposing.Set();
            binding.Dispose();
            return Volatile.Read(ref left);
        });
        disposing.MustCome();
        leave.Set();
        disposal.MustEnd();
        Assert.True(disposal.Result);

        // The handler's own unmask comes before the disposal's mask: nothing is masked beneath a running handler.
        Assert.Equal([0x24ul, 0x20ul, 0x28ul], trace.Select(a => a.Offset));
    }

    [Fact]
    public void Every_caller_of_Dispose_returns_after_the_release_which_happens_once()
    {
        using SimulatedDevice device = TestDevices.Create();
        InterruptBinding binding = Driver().Enable(device, null);
        using RegisterTrace trace = device.StartTrace();
        Parallel.For(0, 8, _ =>
        {
            binding.Dispose();
            Assert.True(binding.Completion.IsCompletedSuccessfully);
        });
        Assert.Equal(2, trace.Count);
    }

    [Fact]
    public void Disposing_the_device_ends_its_binding_first()
    {
        SimulatedDevice device = TestDevices.Create();
        InterruptBinding binding = Driver().Enable(device, null);
        RegisterTrace trace = device.StartTrace();
        device.Dispose();
        Assert.True(binding.Completion.IsCompletedSuccessfully);
        Assert.Equal(2, trace.Count);
        binding.Dispose();
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Driver().Enable(device, null));
        Assert.Throws<ObjectDisposedException>(() => device.GetBar(0));
        Assert.Throws<ObjectDisposedException>(() => device.ReadConfig16(0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Disposal_from_a_handler_throws_there(bool ofTheDevice)
    {
        using SimulatedDevice device = TestDevices.Create();
        InterruptBinding? binding = null;
        var thrown = new BlockingCollection<Exception>();
        ScriptedDriver driver = Driver((in Interrupt _) =>
        {
            try
            {
                (ofTheDevice ? (IDisposable)device : binding!).Dispose();
            }
            catch (InvalidOperationException e)
            {
                thrown.Add(e);
            }
        });
        using (binding = driver.Enable(device, null))
        {
            device.Raise(0);
            Assert.True(thrown.TryTake(out Exception? first, TestDevices.Patience));
            Assert.Contains("from one of its handlers", first!.Message, StringComparison.Ordinal);
            device.Raise(0); // still bound
            Assert.True(thrown.TryTake(out _, TestDevices.Patience));
        }
    }

    [Fact]
    public void Every_eventfd_is_closed_again()
    {
        using SimulatedDevice device = TestDevices.Create();
        Driver().Enable(device, null).Dispose();
        int before = OpenFiles();
        for (int i = 0; i < 50; i++)
        {
            Driver().Enable(device, null).Dispose();
        }

        Assert.Equal(before, OpenFiles());
    }

    /// <summary>The eventfds and epoll instances of this process; ordinary files come and go with the test runner.</summary>
    internal static int OpenFiles()
        => Directory.GetFiles("/proc/self/fd").Count(static file => new FileInfo(file).LinkTarget?.StartsWith("anon_inode:", StringComparison.Ordinal) is true);

    private static ScriptedDriver Driver(ScriptedHandler? handler = null)
        => new(
            ScriptedDriver.Declare([new VectorRange(0), new VectorRange(3, 1, "rx")], [Mask, Step.Handle("OnInterrupt"), Unmask], Quiet),
            handler ?? (static (in Interrupt _) => { }));
}
