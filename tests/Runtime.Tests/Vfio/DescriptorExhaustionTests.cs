using System.Runtime.InteropServices;
using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>The process runs out of descriptors while a binding opens its eventfds and its epoll: a real limit of the kernel's.</summary>
public sealed partial class DescriptorExhaustionTests
{
    private const int OpenFilesLimit = 7; // asm-generic/resource.h: RLIMIT_NOFILE

    [Fact]
    public void Each_descriptor_that_cannot_be_had_is_told_and_nothing_is_left()
    {
        using FakeMachine machine = BindingLife.CreateMachine();
        using VfioDevice device = machine.Open();
        var driver = new ScriptedDriver(BindingLife.Manifest, static (in Interrupt _) => { });

        // Once well and once badly, so that whatever opens a file of its own on the way has done so: code that is loaded, say.
        driver.Enable(device, null).Dispose();
        Assert.NotNull(EnableWith(0, driver, device));

        Holdings before = Holdings.Now();
        List<string> refused = [];
        PciDeviceException? error;
        while ((error = EnableWith(refused.Count, driver, device)) is not null)
        {
            // The runtime wants a descriptor for a moment when it starts a thread.
            bool thread = error.Call.StartsWith("start of the thread ", StringComparison.Ordinal);
            Assert.Equal((FakeMachine.Edu, thread ? "" : "EMFILE"), (error.Device, error.ErrnoName));
            Assert.Contains(thread ? "no further thread" : "The process has as many open files as it may have.", error.Message, StringComparison.Ordinal);
            Assert.Contains("ulimit -n", error.Remedy, StringComparison.Ordinal);
            Assert.Equal((-1, false), (machine.Kernel.Devices[FakeMachine.Edu].EnabledIndex, device.HasBusMaster()));
            before.AssertAgain($"without descriptor {refused.Count + 1}");
            refused.Add(error.Call);
        }

        // One for the thread with one vector; two for the other's, and its epoll. Then, as far as the starts of threads, which want some
        // for a moment, have left any to be missed: those of what waits for news of the device.
        Assert.Equal(["eventfd", "eventfd", "eventfd", "epoll_create1"], refused.Take(4));
        Assert.All(refused.Skip(4), static call => Assert.True(
            call is "eventfd" or "epoll_create1" || call.StartsWith("start of the thread ", StringComparison.Ordinal), call));
        before.AssertAgain("with as many descriptors as it takes");
    }

    /// <summary>Enables interrupts while only so many descriptors are free, and disposes the binding if there is one.</summary>
    private static PciDeviceException? EnableWith(int free, ScriptedDriver driver, VfioDevice device)
    {
        var fillers = new Stack<EventFd>();
        Assert.Equal(0, GetLimit(OpenFilesLimit, out Limit before));
        int highest = Directory.GetFiles("/proc/self/fd").Max(static fd => int.Parse(Path.GetFileName(fd)));
        Assert.Equal(0, SetLimit(OpenFilesLimit, before with { Soft = (nuint)highest + 16 }));
        try
        {
            FillUp(fillers);
            for (int i = 0; i < free; i++)
            {
                fillers.Pop().Dispose();
            }

            driver.Enable(device, null).Dispose();
            return null;
        }
        catch (PciDeviceException e)
        {
            return e;
        }
        finally
        {
            Assert.Equal(0, SetLimit(OpenFilesLimit, in before));
            while (fillers.TryPop(out EventFd? filler))
            {
                filler.Dispose();
            }
        }
    }

    private static void FillUp(Stack<EventFd> fillers)
    {
        try
        {
            while (true)
            {
                fillers.Push(EventFd.Create(blocking: false));
            }
        }
        catch (PciDeviceException e) when (e.Errno == Errno.EMFILE)
        {
            // Full.
        }
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    /// <summary>struct rlimit.</summary>
    private record struct Limit(nuint Soft, nuint Hard);
}
