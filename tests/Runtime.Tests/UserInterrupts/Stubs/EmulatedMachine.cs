namespace TopHalf.Runtime.Tests.UserInterrupts.Stubs;

/// <summary>A machine that has all there is: the processor of emulator.c, and a kernel with Intel's patches.</summary>
internal sealed class EmulatedMachine : IUserInterruptMachine
{
    public EmulatedKernel Kernel { get; init; } = new();

    public string? OtherPlatform => UserInterruptMachine.Instance.OtherPlatform;

    public bool HasUserInterrupts => true;

    public bool HasWaitPackage { get; init; } = true;

    public IReadOnlyCollection<string> CpuFlags => ["fpu", "uintr"];

    public bool HasShadowStack => false;

    public IDirectInterrupts? Direct { get; init; }

    public IUserInterruptCalls Calls(UserInterruptKernel kernel) => Kernel;
}
