using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;

namespace TopHalf.Effects;

/// <summary>Reads what the instructions of a method do and which methods they may run.</summary>
internal sealed class FactsReader(AssemblySet assemblies, Hierarchy hierarchy, Corrections corrections)
{
    private readonly NeverReturns _neverReturns = new(assemblies, hierarchy);
    private readonly TypeInitializers _initializers = new();

    public MethodFacts Read(MethodDefinition method)
    {
        if (Reflection.Behind(method, method.DeclaringType, hierarchy) is { Count: > 0 } behind && !behind.Contains(method))
        {
            return new MethodFacts([], [.. behind.Select(static m => new Call(m, false, false, false))]);
        }

        if (!method.HasBody)
        {
            return NativeCode.Of(method);
        }

        var flow = new Flow(method, _neverReturns);
        Collection<Instruction> code = method.Body.Instructions;
        if (code.Count > 0 && !flow.Reached[0])
        {
            return Intrinsics.Is(method) || method.IsConstructor ? MethodFacts.None : new MethodFacts([new Cause("throws", false, "throws whenever it is called")], []);
        }

        bool[] lazy = LazyRegions.Of(method, flow, assemblies);
        var facts = new MethodFacts([], []) { Refuses = flow.HasDeadEnds || Checks.AreIn(code, flow) };
        bool grows = Growth.In(method, flow);
        for (int i = 0; i < code.Count; i++)
        {
            if (flow.Reached[i])
            {
                Read(code[i], new Place(method, lazy[i], grows, code[i].Operand is MethodReference called && Keys.HandsTypesOn(called), facts));
            }
        }

        if (!Intrinsics.Is(method) && Loops.In(code, flow) is { } loop)
        {
            facts.Causes.Add(new Cause("loop", false, loop));
        }

        return facts;
    }

    private void Read(Instruction instruction, in Place place)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Newobj:
                ReadCreation((MethodReference)instruction.Operand, place);
                break;
            case Code.Newarr:
                place.MakesArray($"new {TypeNames.Of((TypeReference)instruction.Operand)}[]");
                break;
            case Code.Box when Boxes.IsMade(instruction):
                place.Does("box", $"boxes {TypeNames.Of((TypeReference)instruction.Operand)}");
                break;
            case Code.Call or Code.Callvirt:
                ReadCall(instruction, place);
                break;
            case Code.Calli when instruction.Operand is CallSite { CallingConvention: not (MethodCallingConvention.Default or MethodCallingConvention.Generic) }:
                place.Does("native", "calls native code behind a pointer");
                break;
            case Code.Ldftn or Code.Ldvirtftn when !Delegates.IsForLater(instruction) && assemblies.Resolve((MethodReference)instruction.Operand) is { } target:
                // Also where the delegate itself is made once.
                place.Facts.Calls.Add(new Call(target, false, false, Keys.HandsTypesOn((MethodReference)instruction.Operand)));
                break;
            case Code.Ldsfld or Code.Ldsflda or Code.Stsfld when ((FieldReference)instruction.Operand).Resolve() is { } field && IsThreadStatic(field):
                place.Facts.Causes.Add(new Cause("thread-static", true, $"uses {field.DeclaringType.Name}.{field.Name} of its thread"));
                break;
            case Code.Ldsfld or Code.Ldsflda or Code.Stsfld when AssemblySet.Resolve(((FieldReference)instruction.Operand).DeclaringType) is { } owner && _initializers.MayRunBy(owner, place.Method):
                place.Facts.Causes.Add(new Cause(TypeInitializers.Word, true, $"runs the type initialiser of {TypeNames.Of(owner)}"));
                break;
        }
    }

    private void ReadCreation(MethodReference constructor, in Place place)
    {
        TypeDefinition? type = AssemblySet.Resolve(constructor.DeclaringType);
        if (constructor.DeclaringType is ArrayType)
        {
            place.MakesArray($"new {TypeNames.Of(constructor.DeclaringType)}");
            return;
        }

        if (type is null or { IsValueType: false })
        {
            string word = Creations.WordFor(type);
            place.Does(word, word switch
            {
                "closure" => "captures variables",
                "iterator" => "makes an iterator",
                _ => $"new {TypeNames.Of(constructor.DeclaringType)}",
            });
        }

        if (assemblies.Resolve(constructor) is { } target)
        {
            place.MayRun(target);
        }
    }

    private void ReadCall(Instruction instruction, in Place place)
    {
        var reference = (MethodReference)instruction.Operand;
        if (reference.DeclaringType is ArrayType)
        {
            return;
        }

        TypeReference? constrained = instruction.Previous?.OpCode.Code == Code.Constrained ? (TypeReference)instruction.Previous.Operand : null;
        if (assemblies.Resolve(reference) is not { } target)
        {
            place.Does("unproven", $"calls {TypeNames.Of(reference)}, which was not read");
            return;
        }

        if (Conditions.Spare(instruction, target, corrections) || Conditions.IsGiven(instruction, target))
        {
            return;
        }

        if (Keys.AreAsked(target, reference, constrained))
        {
            place.Facts.Causes.Add(new Cause("keys", false, target.Name == "GetHashCode" ? "boxes what it hashes" : "boxes what it compares"));
        }

        // Of a type argument, only the caller knows what it does.
        if (constrained is GenericParameter)
        {
            return;
        }

        if (target == place.Method && !target.IsVirtual)
        {
            // An intrinsic that calls its own name is the JIT's.
            if (!Intrinsics.Is(target))
            {
                place.Does("recursion", "calls itself");
            }

            return;
        }

        if (constrained is not null && AssemblySet.Resolve(constrained) is { } type)
        {
            if (hierarchy.ImplementationIn(type, target) is { IsAbstract: false } implementation)
            {
                if (type.IsValueType && !implementation.DeclaringType.IsValueType && !implementation.IsStatic && !implementation.DeclaringType.IsInterface)
                {
                    place.Does("box", $"boxes {TypeNames.Of(constrained)}");
                }

                place.MayRun(implementation);
            }

            return;
        }

        bool isVirtual = instruction.OpCode.Code == Code.Callvirt && target is { IsVirtual: true, IsFinal: false };
        if (!isVirtual || target.DeclaringType.IsSealed)
        {
            place.MayRun(target);
        }
        else
        {
            ReadVirtual(target, Receivers.Of(instruction, place.Method), place);
        }
    }

    private void ReadVirtual(MethodDefinition target, (TypeDefinition Type, bool IsExact)? receiver, in Place place)
    {
        // What was reviewed stands for all that may be behind it.
        if (corrections.Of(target) is not null)
        {
            place.MayRun(target);
            return;
        }

        // Of what was given, only the caller knows what it answers when it is compared, hashed or asked for a text.
        if (target.DeclaringType.BaseType is null or { Name: "MulticastDelegate" } && !target.DeclaringType.IsInterface)
        {
            return;
        }

        if (receiver is { IsExact: true, Type: { IsInterface: false } exact } && hierarchy.ImplementationIn(exact, target) is { IsAbstract: false } only)
        {
            place.MayRun(only);
            return;
        }

        if (target.DeclaringType.IsInterface && !Hierarchy.IsClosed(target))
        {
            place.Does("unproven", $"calls {TypeNames.Of(target)}, which anyone can implement");
            return;
        }

        TypeDefinition below = receiver?.Type is { IsInterface: false } known && known != target.DeclaringType ? known : target.DeclaringType;
        if (Reflection.Behind(target, below, hierarchy) is { Count: > 0 } behind)
        {
            foreach (MethodDefinition own in behind)
            {
                place.MayRun(own);
            }

            return;
        }

        if (hierarchy.ImplementationIn(below, target) is { IsAbstract: false } inherited)
        {
            place.MayRun(inherited);
        }

        foreach (MethodDefinition other in hierarchy.OverridesOf(target).Where(m => !m.IsAbstract && !LibraryTable.LeavesOut(m.DeclaringType) && (below == target.DeclaringType || Hierarchy.IsBelow(m.DeclaringType, below))))
        {
            place.MayRun(other);
        }
    }

    private static bool IsThreadStatic(FieldDefinition field)
        => field.HasCustomAttributes && field.CustomAttributes.Any(static a => a.AttributeType.Name == "ThreadStaticAttribute");

    /// <summary>An instruction's surroundings, and where what it does is noted.</summary>
    private readonly record struct Place(MethodDefinition Method, bool IsFirst, bool Grows, bool HandsTypesOn, MethodFacts Facts)
    {
        public void Does(string effect, string text) => Facts.Causes.Add(new Cause(effect, IsFirst, text));

        public void MakesArray(string text) => Does(Grows ? "growth" : "array", text);

        public void MayRun(MethodDefinition target) => Facts.Calls.Add(new Call(target, IsFirst, Grows, HandsTypesOn));
    }
}
