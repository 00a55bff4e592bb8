using TopHalf.Runtime.Tests.UserInterrupts.Stubs;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>In which order a machine is asked whether it has user interrupts, and what is said where it has not.</summary>
public sealed class DetectionTests
{
    [Fact]
    public void Another_platform() => Refused(new() { OtherPlatform = "linux-arm64" }, "user interrupts are of Linux on x86-64, and this is linux-arm64.");

    [Fact]
    public void A_processor_without_them() => Refused(new() { HasUserInterrupts = false }, "the processor has no user interrupts (CPUID leaf 7, EDX bit 5).");

    [Fact]
    public void A_kernel_that_does_not_turn_them_on()
        => Refused(
            new() { CpuFlags = ["fpu", "waitpkg"] },
            "the processor has user interrupts and the kernel does not turn them on (no uintr among the flags in /proc/cpuinfo): it lacks Intel's patches.");

    [Fact]
    public void A_shadow_stack() => Refused(new() { HasShadowStack = true }, "the thread has a shadow stack, with which user interrupts were never tried.");

    [Theory]
    [InlineData(-38, "ENOSYS")]
    [InlineData(0, "0")]
    [InlineData(-14, "EFAULT")]
    public void A_number_that_is_another_call(int answer, string told)
    {
        var machine = new FakeMachine { Refused = answer };
        Assert.Equal(
            new UserInterruptSupport(
                false, true,
                $"system call 450 is not uintr_register_handler on this kernel: it answers {told} to a flag that does not exist, and not EINVAL; " +
                "UserInterruptKernel takes the numbers."),
            UserInterruptDetection.Look(machine, UserInterruptKernel.Version2(first: 450)));
        Assert.Equal(["register_handler(0, 80000000)"], machine.Made);
    }

    [Fact]
    public void A_handler_that_is_not_taken()
        => Refused(
            new() { Registered = -Errno.ENOMEM },
            "the kernel does not take a handler: uintr_register_handler answers ENOMEM.",
            "register_handler(0, 80000000)", "register_handler(…, 0)");

    [Fact]
    public void A_handler_that_is_not_given_back()
        => Refused(
            new() { Unregistered = -Errno.EINVAL },
            "the kernel does not let go of a handler: uintr_unregister_handler answers EINVAL.",
            [.. Tried]);

    [Theory]
    [InlineData("vector_fd", -Errno.ENOSPC, "the kernel gives no vector: uintr_vector_fd answers ENOSPC.")]
    [InlineData("register_sender", -EmulatedKernel.EBADF, "the kernel takes no sender: uintr_register_sender answers EBADF.")]
    [InlineData("register_self", -Errno.EINVAL, "the kernel takes no sender to itself: uintr_register_self answers EINVAL.")]
    [InlineData("wait", -38, "the kernel does not wait: uintr_wait answers ENOSYS.")]
    public void Another_call_that_is_refused(string call, int answer, string reason)
    {
        var machine = new FakeMachine { Answers = { [call] = answer } };
        Assert.Equal((false, reason), (UserInterruptDetection.Look(machine, UserInterruptKernel.Version2()) is var support && support.IsSupported, support.Reason));
        Assert.Equal("unregister_handler(0)", machine.Made[^1]);
    }

    [Theory]
    [InlineData(true, "processor and kernel have user interrupts, and a receiver sleeps with UMWAIT.")]
    [InlineData(false, "processor and kernel have user interrupts, and a receiver spins, since the processor has no UMWAIT.")]
    public void All_of_it(bool hasWaitPackage, string reason)
    {
        StubCodeTests.SkipUnlessHere();
        Assert.Equal(
            new UserInterruptSupport(true, hasWaitPackage, reason),
            UserInterruptDetection.Look(new FakeMachine { HasWaitPackage = hasWaitPackage }, UserInterruptKernel.Version2()));
    }

    /// <summary>What this machine says of itself agrees with its kernel, which lists what it found.</summary>
    [Fact]
    public void This_machine_is_asked()
    {
        StubCodeTests.SkipUnlessHere();
        UserInterruptMachine machine = UserInterruptMachine.Instance;
        Assert.Null(machine.OtherPlatform);
        Assert.Contains("fpu", machine.CpuFlags);
        Assert.True(!machine.CpuFlags.Contains("waitpkg") || machine.HasWaitPackage);
        Assert.True(!machine.CpuFlags.Contains("uintr") || machine.HasUserInterrupts);
        UserInterruptSupport support = UserInterrupt.GetSupport();
        TestContext.Current.TestOutputHelper?.WriteLine(support.Reason);
        Assert.Equal(machine.HasUserInterrupts && machine.CpuFlags.Contains("uintr"), support.IsSupported);
    }

    [Fact]
    public void The_numbers_follow_each_other_in_the_order_of_the_patches()
    {
        UserInterruptKernel two = UserInterruptKernel.Version2();
        Assert.Equal(
            (471, 472, 473, 474, 475, 476, 477, 478),
            (two.RegisterHandler, two.UnregisterHandler, two.VectorFd, two.RegisterSender, two.UnregisterSender, two.Wait, two.RegisterSelf, two.AltStack));
        UserInterruptKernel one = UserInterruptKernel.Version1(443);
        Assert.Equal(
            (443, 444, 445, 446, 447, -1, -1, -1),
            (one.RegisterHandler, one.UnregisterHandler, one.VectorFd, one.RegisterSender, one.UnregisterSender, one.Wait, one.RegisterSelf, one.AltStack));
        Assert.Equal((2, 1), (two.Version, one.Version));
        Assert.True(new LinuxUserInterruptCalls(two).CanWait);
        Assert.True(new LinuxUserInterruptCalls(two).CanSendToSelf);
        Assert.False(new LinuxUserInterruptCalls(two with { RegisterSelf = -1 }).CanSendToSelf);
        LinuxUserInterruptCalls old = new(one with { Wait = 448, RegisterSelf = 449 });
        Assert.False(old.CanWait || old.CanSendToSelf);
    }

    /// <summary>
    /// The calls are made by their numbers, with their arguments in the kernel's order: here the numbers are fcntl's, which says of a
    /// descriptor, the first argument, whether a child inherits it, where the second one asks for that.
    /// </summary>
    [Fact]
    public void Numbers_and_arguments_reach_the_kernel()
    {
        StubCodeTests.SkipUnlessHere();
        const int Fcntl = 72; // asm/unistd_64.h
        const uint GetFlags = 1; // asm-generic/fcntl.h: F_GETFD; FD_CLOEXEC is 1, too
        const int None = 1 << 20; // no descriptor
        using var file = EventFd.Create(blocking: false);
        foreach (UserInterruptKernel numbers in (UserInterruptKernel[])[UserInterruptKernel.Version1(0), UserInterruptKernel.Version2(0)])
        {
            var calls = new LinuxUserInterruptCalls(numbers with
            {
                RegisterHandler = Fcntl,
                UnregisterHandler = Fcntl,
                VectorFd = Fcntl,
                RegisterSender = Fcntl,
                RegisterSelf = Fcntl,
                UnregisterSender = Fcntl,
                Wait = Fcntl,
            });
            Assert.Equal(1, calls.RegisterHandler(file.Number, GetFlags));
            Assert.Equal(1, calls.VectorFd(file.Number, GetFlags));
            Assert.Equal(1, calls.RegisterSender(file.Number, GetFlags));
            Assert.Equal(1, calls.RegisterSelf(file.Number, GetFlags));
            Assert.Equal(1, calls.Wait((ulong)file.Number, GetFlags));
            Assert.Equal(1, numbers.Version == 1 ? calls.UnregisterSender(file.Number, None, GetFlags) : calls.UnregisterSender(None, file.Number, GetFlags));
            Assert.Equal(-EmulatedKernel.EBADF, numbers.Version == 1 ? calls.UnregisterSender(None, file.Number, GetFlags) : calls.UnregisterSender(file.Number, None, GetFlags));
            Assert.Equal(-EmulatedKernel.EBADF, calls.RegisterSender(None, GetFlags));
        }

        // Its flags are the first argument, as a descriptor; the second is 0, F_DUPFD, which gives another number.
        int another = new LinuxUserInterruptCalls(UserInterruptKernel.Version2() with { UnregisterHandler = Fcntl }).UnregisterHandler((uint)file.Number);
        Assert.True(another > file.Number);
        Assert.Equal(0, SystemCall.Close(another));
    }

    private static readonly string[] Tried =
    [
        "register_handler(0, 80000000)", "register_handler(…, 0)", "vector_fd", "register_sender", "unregister_sender", "register_self", "unregister_sender", "wait",
        "unregister_handler(0)",
    ];

    private static void Refused(FakeMachine machine, string reason, params string[] made)
    {
        UserInterruptSupport support = UserInterruptDetection.Look(machine, UserInterruptKernel.Version2());
        Assert.Equal((false, reason), (support.IsSupported, support.Reason));
        Assert.Equal(made, machine.Made);
    }

    /// <summary>Has everything, but for what a test takes away; notes what the kernel is asked.</summary>
    private sealed class FakeMachine : IUserInterruptMachine, IUserInterruptCalls
    {
        public string? OtherPlatform { get; init; }

        public bool HasUserInterrupts { get; init; } = true;

        public bool HasWaitPackage { get; init; } = true;

        public IReadOnlyCollection<string> CpuFlags { get; init; } = ["fpu", "uintr", "waitpkg"];

        public bool HasShadowStack { get; init; }

        public int Refused { get; init; } = -Errno.EINVAL;

        public int Registered { get; init; }

        public int Unregistered { get; init; }

        public List<string> Made { get; } = [];

        /// <summary>What other calls answer, where they are refused.</summary>
        public Dictionary<string, int> Answers { get; } = [];

        public bool CanWait => true;

        public bool CanSendToSelf => true;

        public IDirectInterrupts? Direct => null;

        public IUserInterruptCalls Calls(UserInterruptKernel kernel) => this;

        public int RegisterHandler(nint handler, uint flags)
        {
            Made.Add($"register_handler({(handler == 0 ? "0" : "…")}, {flags:x})");
            return flags == 0 ? Registered : Refused;
        }

        public int UnregisterHandler(uint flags)
        {
            Made.Add($"unregister_handler({flags})");
            return Unregistered;
        }

        public int VectorFd(int vector, uint flags)
            => Answer("vector_fd") is < 0 and var refused ? refused : SystemCall.CreateMemory("a user vector", LinuxConstants.MemoryCloseOnExec);

        public int RegisterSender(int vectorFd, uint flags) => Answer("register_sender");

        public int RegisterSelf(int vector, uint flags) => Answer("register_self");

        public int UnregisterSender(int vectorFd, int index, uint flags) => Answer("unregister_sender");

        public int Wait(ulong microseconds, uint flags) => Answer("wait");

        private int Answer(string call)
        {
            Made.Add(call);
            return Answers.GetValueOrDefault(call);
        }
    }
}
