using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>Methods without instructions of their own.</summary>
internal static class NativeCode
{
    public static MethodFacts Of(MethodDefinition method)
    {
        if (!method.IsPInvokeImpl)
        {
            // Abstract ones are looked for where they are called; what the runtime has in itself only computes, unless a correction says more.
            return MethodFacts.None;
        }

        string library = method.PInvokeInfo?.Module.Name ?? "";
        string name = method.PInvokeInfo?.EntryPoint is { Length: > 0 } entry ? entry : method.Name;
        return new MethodFacts(
            [library is "QCall" or "*" ? new Cause("native", false, $"calls {name} of the .NET runtime")
                : library == "libSystem.Native" ? new Cause("system-call", false, $"calls {name}")
                : new Cause("native", false, $"calls {name} of {library}")],
            []);
    }
}
