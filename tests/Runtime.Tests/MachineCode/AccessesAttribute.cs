namespace TopHalf.Runtime.Tests.MachineCode;

/// <summary>How many accesses of which width a method makes; nothing else may touch the device.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AccessesAttribute(int bytes, int reads, int writes) : Attribute
{
    public int Bytes { get; } = bytes;

    public int Reads { get; } = reads;

    public int Writes { get; } = writes;
}
