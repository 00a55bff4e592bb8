using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TopHalf.Effects;

/// <summary>Questions that have one answer in a driver's process: nobody traces it, and nobody debugs it.</summary>
internal static class Switches
{
    /// <summary>What an instruction leaves on the stack; null where that is not known.</summary>
    public static bool? Value(Instruction instruction) => instruction switch
    {
        { OpCode.Code: Code.Call or Code.Callvirt, Operand: MethodReference { Name: "IsEnabled" } method } when IsTrace(method.DeclaringType) => false,
        { OpCode.Code: Code.Call, Operand: MethodReference { Name: "get_IsAttached" or "IsManagedDebuggerAttached" or "get_IsSupported", DeclaringType.Name: "Debugger" or "EventSource" } } => false,
        { OpCode.Code: Code.Ldsfld, Operand: FieldReference { Name: "s_asyncDebuggingEnabled" } } => false,
        _ => null,
    };

    private static bool IsTrace(TypeReference type)
    {
        for (TypeDefinition? current = AssemblySet.Resolve(type); current is not null; current = AssemblySet.Resolve(current.BaseType))
        {
            if (current.Name is "EventSource" or "DiagnosticSource")
            {
                return true;
            }
        }

        return false;
    }
}
