using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TopHalf.Effects;

/// <summary>
/// Type initialisers that do more than set constants. They run once, before the first use of a type's static fields: who uses them is told of that
/// under a word of its own, which is in no table, since nearly every member of the library would have it; see docs/library-effects.md.
/// </summary>
internal sealed class TypeInitializers
{
    /// <summary>The word for running one.</summary>
    public const string Word = "initialiser";

    private readonly Dictionary<TypeDefinition, bool> _known = [];

    /// <summary>Whether a method that touches a static field of a type may be the first that does, so that an initialiser which does something runs.</summary>
    public bool MayRunBy(TypeDefinition type, MethodDefinition method)
    {
        if (!_known.TryGetValue(type, out bool does))
        {
            does = Of(type) is { } initializer && DoesMore(initializer);
            _known.Add(type, does);
        }

        return does && !(method.DeclaringType == type && method is { IsConstructor: true, IsStatic: true });
    }

    /// <summary>The initialiser of a type; null where it has none.</summary>
    public static MethodDefinition? Of(TypeDefinition type) => type.Methods.FirstOrDefault(static m => m is { IsConstructor: true, IsStatic: true, HasBody: true });

    private static bool DoesMore(MethodDefinition initializer)
        => initializer.Body.Instructions.Any(static i => i.OpCode.Code is Code.Newobj or Code.Newarr or Code.Call or Code.Callvirt or Code.Box);
}
