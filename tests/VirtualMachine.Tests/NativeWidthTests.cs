using System.Reflection;
using TopHalf.Runtime.Tests.MachineCode;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>Register accesses have exactly their width in the code that NativeAOT makes, whatever the caller does with the value.</summary>
public sealed class NativeWidthTests(VirtualMachine machine)
{
    private const BindingFlags Methods = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> MappedCallers => NamesOf(typeof(RegisterCallers));

    public static TheoryData<string> CallersOfBar => NamesOf(typeof(BarCallers));

    [Theory]
    [MemberData(nameof(MappedCallers))]
    public async Task A_mapped_register_is_accessed_in_its_width(string method)
        => Expected(typeof(RegisterCallers), method).AssertAreAll(await MemoryUsesOfAsync(typeof(RegisterCallers), method));

    [Theory]
    [MemberData(nameof(CallersOfBar))]
    public async Task A_bar_accesses_a_register_in_its_width(string method)
        => Expected(typeof(BarCallers), method).AssertAreAllButWords(await MemoryUsesOfAsync(typeof(BarCallers), method));

    [Fact]
    public async Task A_plain_volatile_read_is_narrowed_and_that_is_seen_here()
    {
        bool narrowed = false;
        foreach (MethodInfo method in typeof(NaiveCallers).GetMethods(Methods))
        {
            narrowed |= (await MemoryUsesOfAsync(typeof(NaiveCallers), method.Name)).Any(static use => use.Bytes < sizeof(uint));
        }

        Assert.True(narrowed, "the compiler narrows none of them any more, or the test no longer sees it");
    }

    private async Task<IReadOnlyList<MemoryUse>> MemoryUsesOfAsync(Type type, string method)
    {
        NativeGuest native = (await machine.GetRunAsync()).Native;
        Assert.SkipUnless(native.Program is not null, native.Unavailable ?? "");
        NativeCode code = native.Code;
        return MachineCode.MemoryUsesOf(code[$"_{type.Name}__{method}"], code.At);
    }

    private static AccessesAttribute Expected(Type type, string method) => type.GetMethod(method)!.GetCustomAttribute<AccessesAttribute>()!;

    private static TheoryData<string> NamesOf(Type type) => [.. type.GetMethods(Methods).Select(static method => method.Name)];
}
