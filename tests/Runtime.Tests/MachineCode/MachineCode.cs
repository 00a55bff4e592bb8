using System.Reflection;
using System.Runtime.CompilerServices;
using Iced.Intel;

namespace TopHalf.Runtime.Tests.MachineCode;

/// <summary>One access to memory by an instruction.</summary>
internal sealed record MemoryUse(Register Base, int Bytes, bool Reads, bool Writes, string Instruction);

/// <summary>What a compiler made of a method: its memory accesses beside the stack and constants.</summary>
internal static unsafe class MachineCode
{
    /// <summary>Compiles a method, which must be marked AggressiveOptimization, and decodes what is reachable of it.</summary>
    public static IReadOnlyList<MemoryUse> MemoryUsesOf(MethodInfo method)
    {
        Assert.True(
            method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveOptimization), $"{method.Name} would be compiled in tiers");
        RuntimeHelpers.PrepareMethod(method.MethodHandle);
        return MemoryUsesOf((ulong)method.MethodHandle.GetFunctionPointer(), static address => new ProcessMemory(address));
    }

    /// <summary>Decodes what is reachable from an address.</summary>
    /// <param name="entry">Where the method begins.</param>
    /// <param name="codeAt">The bytes from an address on.</param>
    public static IReadOnlyList<MemoryUse> MemoryUsesOf(ulong entry, Func<ulong, CodeReader> codeAt)
    {
        var factory = new InstructionInfoFactory();
        List<MemoryUse> uses = [];
        foreach (Instruction instruction in Decode(entry, codeAt))
        {
            foreach (UsedMemory memory in factory.GetInfo(instruction).GetUsedMemory())
            {
                bool reads = memory.Access is OpAccess.Read or OpAccess.CondRead or OpAccess.ReadWrite or OpAccess.ReadCondWrite;
                bool writes = memory.Access is OpAccess.Write or OpAccess.CondWrite or OpAccess.ReadWrite or OpAccess.ReadCondWrite;
                if ((reads || writes) && memory.Base is not (Register.RSP or Register.RBP or Register.RIP or Register.None))
                {
                    uses.Add(new MemoryUse(memory.Base, memory.MemorySize.GetSize(), reads, writes, instruction.ToString()));
                }
            }
        }

        return uses;
    }

    private static List<Instruction> Decode(ulong entry, Func<ulong, CodeReader> codeAt)
    {
        List<Instruction> instructions = [];
        HashSet<ulong> seen = [];
        Queue<ulong> starts = new([entry]);
        while (starts.TryDequeue(out ulong start))
        {
            var decoder = Decoder.Create(64, codeAt(start), start);
            while (seen.Add(decoder.IP))
            {
                Instruction instruction = decoder.Decode();
                Assert.False(instruction.IsInvalid, $"no instruction at {instruction.IP:x}");
                instructions.Add(instruction);
                if (IsJump(instruction.FlowControl))
                {
                    starts.Enqueue(TargetOf(instruction));
                }

                if (EndsHere(instruction.FlowControl))
                {
                    break;
                }
            }
        }

        return instructions;
    }

    private static bool IsJump(FlowControl flow)
        => flow is FlowControl.ConditionalBranch or FlowControl.UnconditionalBranch or FlowControl.IndirectBranch;

    private static bool EndsHere(FlowControl flow)
        => flow is FlowControl.UnconditionalBranch or FlowControl.IndirectBranch or FlowControl.Return or FlowControl.Interrupt
            or FlowControl.Exception;

    /// <summary>A method's entry may be a stub that jumps by an address in memory to what was compiled.</summary>
    private static ulong TargetOf(in Instruction jump)
    {
        if (jump.FlowControl != FlowControl.IndirectBranch)
        {
            return jump.NearBranchTarget;
        }

        Assert.True(jump.IsIPRelativeMemoryOperand, $"a jump that the decoder cannot follow: {jump}");
        return *(ulong*)jump.IPRelativeMemoryAddress;
    }

    private sealed class ProcessMemory(ulong address) : CodeReader
    {
        private byte* _next = (byte*)address;

        public override int ReadByte() => *_next++;
    }
}
