using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;

namespace TopHalf.Effects;

/// <summary>Reads what the instructions of a method do and which methods they may run.</summary>
internal sealed class FactsReader(AssemblySet assemblies, Hierarchy hierarchy, Corrections corrections)
{
    private readonly NeverReturns _neverReturns = new(assemblies);

    public MethodFacts Read(MethodDefinition method)
    {
        if (!method.HasBody)
        {
            return NativeCode.Of(method);
        }

        var flow = new Flow(method, _neverReturns, assemblies);
        Collection<Instruction> code = method.Body.Instructions;
        if (code.Count > 0 && !flow.Reached[0])
        {
            return Intrinsics.Is(method) || method.IsConstructor ? MethodFacts.None : new MethodFacts([new Cause("throws", false, "throws whenever it is called")], []);
        }

        bool[] lazy = LazyRegions.Of(method, flow, assemblies);
        var causes = new List<Cause>();
        var calls = new List<Call>();
        bool grows = Growth.In(method, flow);
        for (int i = 0; i < code.Count; i++)
        {
            if (flow.Reached[i])
            {
                Read(method, code[i], lazy[i], grows, causes, calls);
            }
        }

        return new MethodFacts(causes, calls);
    }

    private void Read(MethodDefinition method, Instruction instruction, bool isFirst, bool grows, List<Cause> causes, List<Call> calls)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Newobj:
                ReadCreation((MethodReference)instruction.Operand, isFirst, grows, causes, calls);
                break;
            case Code.Newarr:
                causes.Add(new Cause(grows ? "growth" : "array", isFirst, $"new {TypeNames.Of((TypeReference)instruction.Operand)}[]"));
                break;
            case Code.Box when Boxes.IsMade(instruction):
                causes.Add(new Cause("box", isFirst, $"boxes {TypeNames.Of((TypeReference)instruction.Operand)}"));
                break;
            case Code.Call or Code.Callvirt:
                ReadCall(method, instruction, isFirst, grows, causes, calls);
                break;
            case Code.Ldftn or Code.Ldvirtftn when !Delegates.IsForLater(instruction) && assemblies.Resolve((MethodReference)instruction.Operand) is { } target:
                // Also where the delegate itself is made once.
                calls.Add(new Call(target, false, false));
                break;
            case Code.Ldsfld or Code.Ldsflda or Code.Stsfld when ((FieldReference)instruction.Operand).Resolve() is { } field && IsThreadStatic(field):
                causes.Add(new Cause("thread-static", true, $"uses {field.DeclaringType.Name}.{field.Name} of its thread"));
                break;
        }
    }

    private void ReadCreation(MethodReference constructor, bool isFirst, bool grows, List<Cause> causes, List<Call> calls)
    {
        TypeDefinition? type = AssemblySet.Resolve(constructor.DeclaringType);
        if (constructor.DeclaringType is ArrayType)
        {
            causes.Add(new Cause(grows ? "growth" : "array", isFirst, $"new {TypeNames.Of(constructor.DeclaringType)}"));
            return;
        }

        if (type is null or { IsValueType: false })
        {
            string word = Creations.WordFor(type);
            causes.Add(new Cause(word, isFirst, word switch
            {
                "closure" => "captures variables",
                "iterator" => "makes an iterator",
                _ => $"new {TypeNames.Of(constructor.DeclaringType)}",
            }));
        }

        if (assemblies.Resolve(constructor) is { } target)
        {
            calls.Add(new Call(target, isFirst, false));
        }
    }

    private void ReadCall(MethodDefinition method, Instruction instruction, bool isFirst, bool grows, List<Cause> causes, List<Call> calls)
    {
        var reference = (MethodReference)instruction.Operand;
        if (reference.DeclaringType is ArrayType)
        {
            return;
        }

        TypeReference? constrained = instruction.Previous?.OpCode.Code == Code.Constrained ? (TypeReference)instruction.Previous.Operand : null;
        if (assemblies.Resolve(reference) is not { } target)
        {
            causes.Add(new Cause("unproven", isFirst, $"calls {TypeNames.Of(reference)}, which was not read"));
            return;
        }

        // Of a type argument, only the caller knows what it does; one whose own name is called again is the JIT's.
        if (constrained is GenericParameter || (target == method && Intrinsics.Is(method)))
        {
            return;
        }

        if (constrained is not null && AssemblySet.Resolve(constrained) is { } type)
        {
            if (hierarchy.ImplementationIn(type, target) is { IsAbstract: false } implementation)
            {
                if (type.IsValueType && !implementation.DeclaringType.IsValueType && !implementation.IsStatic && !implementation.DeclaringType.IsInterface)
                {
                    causes.Add(new Cause("box", isFirst, $"boxes {TypeNames.Of(constrained)}"));
                }

                calls.Add(new Call(implementation, isFirst, grows));
            }

            return;
        }

        bool isVirtual = instruction.OpCode.Code == Code.Callvirt && target is { IsVirtual: true, IsFinal: false };
        if (!isVirtual || target.DeclaringType.IsSealed)
        {
            calls.Add(new Call(target, isFirst, grows));
        }
        else
        {
            ReadVirtual(target, Receivers.Of(instruction, method), isFirst, grows, causes, calls);
        }
    }

    private void ReadVirtual(
        MethodDefinition target, (TypeDefinition Type, bool IsExact)? receiver, bool isFirst, bool grows, List<Cause> causes, List<Call> calls)
    {
        // What was reviewed stands for all that may be behind it.
        if (corrections.Of(target) is not null)
        {
            calls.Add(new Call(target, isFirst, grows));
            return;
        }

        // Of what was given, only the caller knows what it answers when it is compared, hashed or asked for a text.
        if (target.DeclaringType.BaseType is null or { Name: "MulticastDelegate" } && !target.DeclaringType.IsInterface)
        {
            return;
        }

        if (receiver is { IsExact: true, Type: { IsInterface: false } exact } && hierarchy.ImplementationIn(exact, target) is { IsAbstract: false } only)
        {
            calls.Add(new Call(only, isFirst, grows));
            return;
        }

        if (target.DeclaringType.IsInterface && !Hierarchy.IsClosed(target))
        {
            causes.Add(new Cause("unproven", isFirst, $"calls {TypeNames.Of(target)}, which anyone can implement"));
            return;
        }

        TypeDefinition below = receiver?.Type is { IsInterface: false } known && known != target.DeclaringType ? known : target.DeclaringType;
        if (hierarchy.ImplementationIn(below, target) is { IsAbstract: false } inherited)
        {
            calls.Add(new Call(inherited, isFirst, grows));
        }

        foreach (MethodDefinition other in hierarchy.OverridesOf(target).Where(m => !m.IsAbstract && (below == target.DeclaringType || Hierarchy.IsBelow(m.DeclaringType, below))))
        {
            calls.Add(new Call(other, isFirst, grows));
        }
    }

    private static bool IsThreadStatic(FieldDefinition field)
        => field.HasCustomAttributes && field.CustomAttributes.Any(static a => a.AttributeType.Name == "ThreadStaticAttribute");
}
