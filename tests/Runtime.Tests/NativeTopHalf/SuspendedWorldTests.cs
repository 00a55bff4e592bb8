using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using TopHalf.Runtime.Tests.Delivery;
using TopHalf.Runtime.Tests.Vfio;

namespace TopHalf.Runtime.Tests.NativeTopHalf;

/// <summary>
/// Interrupts while a garbage collection holds every managed thread: acknowledged one by one by a native top half, and not at all
/// by a managed one.
/// </summary>
public sealed unsafe class SuspendedWorldTests
{
    private const int Times = 5;

    [Theory]
    [InlineData(TopHalfMode.Native, WaitMode.Block, Times)]
    [InlineData(TopHalfMode.Native, WaitMode.Adaptive, Times)]
    [InlineData(TopHalfMode.Native, WaitMode.Spin, Times)]
    [InlineData(TopHalfMode.Managed, WaitMode.Block, 0)]
    public void Acknowledged_while_the_world_stands_still(TopHalfMode mode, WaitMode wait, int acknowledged)
    {
        Gcc.SkipUnlessThere();
        using var folder = new TemporaryFolder();
        string library = folder["suspended.so"];
        Gcc.Run("gcc", "-O2", "-shared", "-fPIC", "-o", library, Path.Combine(Gcc.Root, "tests/Runtime.Tests/NativeTopHalf/suspended.c"));
        nint code = NativeLibrary.Load(library);
        var keepWaiting = (delegate* unmanaged[SuppressGCTransition]<int*, int*, void>)NativeLibrary.GetExport(code, "keep_collection_waiting");
        var card = (delegate* unmanaged<int*, long*, int*, int, uint*, uint*, int, long, int>)NativeLibrary.GetExport(code, "be_a_card");

        using FakeMachine machine = FakeMachine.WithDevice();
        using VfioDevice device = machine.Open();
        FakeVfioDevice fake = machine.Kernel.Devices[FakeMachine.Edu];
        var calls = new ConcurrentQueue<(ulong Status, long Signals, long Timestamp)>();
        var driver = new ScriptedDriver(
            ScriptedDriver.Declare(
                [new VectorRange(0)],
                [
                    new Step(StepRole.Pending, StepOperation.TestAny, RegisterType.Mmio32, 0, 0x10, Mask: 0xFFFF),
                    new Step(StepRole.Acknowledge, StepOperation.Echo, RegisterType.Mmio32, 0, 0x20, Mask: 0xFFFF),
                    Step.Handle("OnInterrupt"),
                ]),
            (in Interrupt irq) => calls.Enqueue((irq.Status, irq.Signals, irq.Timestamp)));
        using InterruptBinding binding = driver.Enable(device, new InterruptOptions { TopHalf = mode, WaitMode = wait });

        int* words = stackalloc int[8];
        new Span<int>(words, 8).Clear();
        int* stalled = words;
        int* leave = words + 1;
        int* isCard = words + 2;
        int* stop = words + 3;
        long* canary = (long*)(words + 4);
        int result = -1;
        Thread[] threads =
        [
            new(() =>
            {
                while (Volatile.Read(ref *stop) == 0)
                {
                    Volatile.Write(ref *canary, *canary + 1);
                }
            }),
            new(() => result = card(
                isCard, canary, leave, fake.EventFds[0], (uint*)(fake[0].Memory + 0x10), (uint*)(fake[0].Memory + 0x20), Times, 500_000_000)),
            new(() => keepWaiting(stalled, leave)),
        ];
        Array.ForEach(threads, static thread => thread.Start());

        // Both must be in native code: the one to hold the collection, the other not to be held by it.
        SpinUntilSet(stalled);
        SpinUntilSet(isCard);
        GC.Collect();
        long resumed = System.Diagnostics.Stopwatch.GetTimestamp();
        Volatile.Write(ref *stop, 1);
        Array.ForEach(threads, static thread => thread.Join());

        Assert.Equal(acknowledged, result);
        Assert.True(SpinWait.SpinUntil(() => calls.Sum(static c => c.Signals) == Math.Max(acknowledged, 1), TestDevices.Patience));
        if (mode == TopHalfMode.Native)
        {
            Assert.Equal(Enumerable.Range(1, Times).Select(static i => ((ulong)i, 1L)), calls.Select(static c => (c.Status, c.Signals)));
            Assert.All(calls, call => Assert.True(call.Timestamp < resumed));
        }
    }

    private static void SpinUntilSet(int* word)
    {
        while (Volatile.Read(ref *word) == 0)
        {
            Thread.Yield();
        }
    }
}
