using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace TopHalf;

/// <summary>This machine.</summary>
internal sealed class UserInterruptMachine : IUserInterruptMachine
{
    public static UserInterruptMachine Instance { get; } = new();

    public string? OtherPlatform
        => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 ? null : RuntimeInformation.RuntimeIdentifier;

    // Intel SDM, Vol. 2, CPUID, leaf 7.
    public bool HasUserInterrupts => (Leaf7.Edx & (1 << 5)) != 0;

    public bool HasWaitPackage => (Leaf7.Ecx & (1 << 5)) != 0;

    public IReadOnlyCollection<string> CpuFlags
        => Lines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith("flags", StringComparison.Ordinal))?
            .Split([' ', '\t', ':'], StringSplitOptions.RemoveEmptyEntries) ?? [];

    // The line is there from Linux 6.6 on, which is the first to give programs shadow stacks.
    public bool HasShadowStack
        => Lines("/proc/thread-self/status").Any(static line => line.StartsWith("x86_Thread_features:", StringComparison.Ordinal) && line.Contains("shstk", StringComparison.Ordinal));

    public IUserInterruptCalls Calls(UserInterruptKernel kernel) => new LinuxUserInterruptCalls(kernel);

    public IDirectInterrupts? Direct => DirectInterrupts.Instance;

    private static (int Ecx, int Edx) Leaf7
    {
        get
        {
            if (!X86Base.IsSupported || X86Base.CpuId(0, 0).Eax < 7)
            {
                return default;
            }

            (_, _, int ecx, int edx) = X86Base.CpuId(7, 0);
            return (ecx, edx);
        }
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
