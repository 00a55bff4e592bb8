using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.MachineCode;

/// <summary>Register accesses have exactly their width in the machine code, whatever the caller does with the value.</summary>
public sealed class RegisterWidthTests
{
    public static TheoryData<string> MappedCallers => NamesOf(typeof(RegisterCallers));

    public static TheoryData<string> CallersOfBar => NamesOf(typeof(BarCallers));

    [Theory]
    [MemberData(nameof(MappedCallers))]
    public void A_mapped_register_is_accessed_in_its_width(string method)
    {
        (AccessesAttribute expected, IReadOnlyList<MemoryUse> uses) = Look(typeof(RegisterCallers), method);

        expected.AssertAreAll(uses);
    }

    [Theory]
    [MemberData(nameof(CallersOfBar))]
    public void A_bar_accesses_a_register_in_its_width(string method)
    {
        (AccessesAttribute expected, IReadOnlyList<MemoryUse> uses) = Look(typeof(BarCallers), method);

        expected.AssertAreAllButWords(uses);
    }

    [Fact]
    public void A_plain_volatile_read_is_narrowed_and_that_is_seen_here()
    {
        SkipUnlessOptimized();
        MethodInfo[] methods = typeof(NaiveCallers).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

        int narrowed = methods.Count(method => MachineCode.MemoryUsesOf(method).Any(use => use.Bytes < sizeof(uint)));

        Assert.True(narrowed > 0, "the JIT narrows none of them any more, or the test no longer sees it");
    }

    private static (AccessesAttribute Expected, IReadOnlyList<MemoryUse> Uses) Look(Type callers, string name)
    {
        SkipUnlessOptimized();
        MethodInfo method = callers.GetMethod(name)!;
        return (method.GetCustomAttribute<AccessesAttribute>()!, MachineCode.MemoryUsesOf(method));
    }

    private static TheoryData<string> NamesOf(Type type)
        => [.. type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name)];

    private static void SkipUnlessOptimized()
    {
        Assert.SkipUnless(
            RuntimeInformation.ProcessArchitecture == Architecture.X64,
            $"The test decodes the machine code of x86-64; this process runs on {RuntimeInformation.ProcessArchitecture}.");
        bool optimized = new[] { typeof(Bar), typeof(RegisterCallers) }
            .All(type => type.Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true });
        Assert.SkipUnless(optimized, "The JIT does not optimise a debug build, which is what this test is about: build with -c Release.");
    }
}
