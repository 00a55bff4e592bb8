using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TopHalf.Effects;

/// <summary>What becomes of the address of a method: most callees run it there and then.</summary>
internal static class Delegates
{
    private const int MaximalDistance = 16;

    /// <summary>Whether what is made of it is kept, or handed to what runs it on another thread or when something happens.</summary>
    public static bool IsForLater(Instruction address)
    {
        Instruction? next = address.Next;
        for (int i = 0; i < MaximalDistance && next is not null; i++, next = next.Next)
        {
            switch (next.OpCode.Code)
            {
                case Code.Stfld:
                    return true;
                case Code.Stsfld:
                    // The compiler's own cache is filled on the way; any other field keeps it.
                    if (!((FieldReference)next.Operand).DeclaringType.Name.StartsWith('<'))
                    {
                        return true;
                    }

                    break;
                case Code.Newobj or Code.Call or Code.Callvirt:
                    var called = (MethodReference)next.Operand;
                    if (called.Name == ".ctor" && AssemblySet.Resolve(called.DeclaringType) is { BaseType.Name: "MulticastDelegate" })
                    {
                        break;
                    }

                    return called.DeclaringType.Namespace.StartsWith("System.Threading", StringComparison.Ordinal)
                        || called.Name.StartsWith("add_", StringComparison.Ordinal) || called.Name.StartsWith("remove_", StringComparison.Ordinal)
                        || called.DeclaringType.FullName == "System.Delegate";
                case Code.Ret:
                    return true;
            }
        }

        return false;
    }
}
