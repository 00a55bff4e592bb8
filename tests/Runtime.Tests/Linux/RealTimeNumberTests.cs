using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace TopHalf.Runtime.Tests.Linux;

/// <summary>The numbers of real-time calls against a table written by hand, and that table against the kernel's headers.</summary>
public sealed class RealTimeNumberTests
{
    private const string SystemCalls = "/usr/include/x86_64-linux-gnu/asm/unistd_64.h";
    private const string GenericSystemCalls = "/usr/include/asm-generic/unistd.h";

    // Member here, value, name there, header.
    private static readonly (string Member, long Value, string Name, string Header)[] Constants =
    [
        (nameof(RealTimeConstants.LockCurrent), 1, "MCL_CURRENT", "/usr/include/asm-generic/mman.h"),
        (nameof(RealTimeConstants.LockFuture), 2, "MCL_FUTURE", "/usr/include/asm-generic/mman.h"),
        (nameof(RealTimeConstants.SetTimerSlack), 29, "PR_SET_TIMERSLACK", "/usr/include/linux/prctl.h"),
        (nameof(RealTimeConstants.GetTimerSlack), 30, "PR_GET_TIMERSLACK", "/usr/include/linux/prctl.h"),
        (nameof(RealTimeConstants.KernelThread), 0x200000, "", ""), // not in a header of user space
        (nameof(RealTimeConstants.ThreadNameLength), 15, "", ""),
    ];

    // x86-64, arm64.
    private static readonly (string Name, long X64, long Arm64)[] Calls =
    [
        ("__NR_prctl", 157, 167),
        ("__NR_sched_getscheduler", 145, 120),
        ("__NR_sched_getparam", 143, 121),
        ("__NR_sched_setscheduler", 144, 119),
    ];

    [Fact]
    public void Every_constant_has_its_value()
    {
        FieldInfo[] fields = [.. typeof(RealTimeConstants).GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral)];
        Assert.Equal(
            Constants.Select(static row => (row.Member, row.Value)).Order(),
            fields.Select(static field => (field.Name, Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture))).Order());
    }

    [Fact]
    public void Every_system_call_has_its_number()
    {
        bool isArm = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64;
        Assert.Equal(
            Calls.Select(call => (nint)(isArm ? call.Arm64 : call.X64)),
            [RealTimeConstants.ProcessControlNumber, LinuxConstants.GetSchedulerNumber, LinuxConstants.GetParameterNumber, LinuxConstants.SetSchedulerNumber]);
    }

    [Fact]
    public void The_tables_agree_with_the_kernels_headers()
    {
        string[] headers = [.. Constants.Select(static row => row.Header).Where(static header => header.Length > 0).Distinct(), SystemCalls, GenericSystemCalls];
        Assert.SkipUnless(headers.All(File.Exists), "The kernel's headers are not installed (package linux-libc-dev, x86-64).");
        Assert.All(Constants.Where(static row => row.Name.Length > 0), static row => Assert.Equal((row.Name, row.Value), (row.Name, Defined(row.Header, row.Name))));
        Assert.All(Calls, static call => Assert.Equal(call, (call.Name, Defined(SystemCalls, call.Name), Defined(GenericSystemCalls, call.Name))));
    }

    private static long Defined(string header, string name)
        => long.Parse(
            Regex.Match(File.ReadAllText(header), $@"^#define\s+{name}\s+(\d+)", RegexOptions.Multiline).Groups[1].Value,
            CultureInfo.InvariantCulture);
}
