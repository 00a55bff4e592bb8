// The runtime's enumerations, since the compiler side does not reference the runtime. Names and numbers are the same; a test
// compares them with TopHalf.dll.
namespace TopHalf.Declarations;

/// <summary>How a register is reached and how wide every access to it is.</summary>
public enum RegisterType : byte
{
    Mmio8,
    Mmio16,
    Mmio32,
    Mmio64,
    Port8,
    Port16,
    Port32,
}

/// <summary>What is done where there are fewer vectors than declared.</summary>
public enum VectorShortage : byte
{
    Fail,
    Share,
    CallAll,
}

/// <summary>What an acknowledge does to its register.</summary>
public enum IrqClear : byte
{
    Constant,
    Echo,
    Modify,
    AtSource,
}

/// <summary>Why a step is in a step program.</summary>
public enum StepRole : byte
{
    Pending,
    Disable,
    Acknowledge,
    Handle,
    Enable,
    Release,
    Unclaimed,
    Line,
}

/// <summary>What a step does.</summary>
public enum StepOperation : byte
{
    TestAny,
    TestEqual,
    Write,
    Echo,
    Modify,
    Handle,
    Flush,
    Again,
    Unmask,
    Match,
    EachBit,
    Bank,
    Unclaimed,
}

/// <summary>How the bits of a further status register are cleared.</summary>
public enum BankClear : byte
{
    Echo,
    EchoTo,
    Read,
    AtSource,
}

/// <summary>The structures whose place a virtio card tells.</summary>
public enum VirtioStructure : byte
{
    None,
    Common,
    Notify,
    Isr,
    Device,
}
