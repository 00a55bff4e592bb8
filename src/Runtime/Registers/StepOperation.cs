namespace TopHalf;

/// <summary>What one step of a step program does. <c>read</c> and writes have the width of the step's register.</summary>
/// <remarks>
/// A step of the last group has a block: the <see cref="Step.Length"/> steps that follow it. Blocks lie in each other. Within one,
/// <c>status</c> and <c>index</c> may be others than outside; outside nothing changes.
/// </remarks>
public enum StepOperation : byte
{
    /// <summary><c>status = read</c>; the interrupt is spurious and the program ends unless <c>(status &amp; mask) != 0</c>.</summary>
    TestAny,

    /// <summary><c>status = read</c>; the interrupt is spurious and the program ends unless <c>(status &amp; mask) == value</c>.</summary>
    TestEqual,

    /// <summary><c>write(value)</c>.</summary>
    Write,

    /// <summary><c>write(status &amp; mask)</c>, with the status that was read last around the step.</summary>
    Echo,

    /// <summary>
    /// <c>write((read &amp; ~mask &amp; ~preserve) | (value &amp; mask))</c>: the bits to preserve are those that a written 1 would clear.
    /// </summary>
    Modify,

    /// <summary>The handler runs, with <c>status</c> and <c>index</c>. No register is touched.</summary>
    Handle,

    /// <summary><c>read</c>, for its side effect: the write before it has reached the device when it returns.</summary>
    Flush,

    /// <summary>
    /// <c>status = read</c> of the program's test again. Where it is pending, the program goes on behind the test, but not more than
    /// <c>value</c> times for one interrupt; after that the status does not settle: all
    /// steps that disable a source of the vector run, and nothing else.
    /// </summary>
    Again,

    /// <summary>The kernel's mask of a level-triggered line is taken off; also for a spurious interrupt. No register is touched.</summary>
    Unmask,

    /// <summary>The block runs where <c>(status &amp; mask) != 0</c>.</summary>
    Match,

    /// <summary>
    /// The block runs for each set bit of <c>status &amp; mask</c>, from the lowest, with
    /// <c>index = index * extent + value + (bit - lowest bit of the mask)</c>: the extent is how many sources one outer index has.
    /// </summary>
    EachBit,

    /// <summary>A further status register: the block runs with <c>status = read</c> where <c>(read &amp; mask) != 0</c>.</summary>
    Bank,

    /// <summary>
    /// The block runs, with <c>status = status &amp; mask</c>, where that is not 0: <c>mask</c> has the pending bits that no handler
    /// claims. They are counted.
    /// </summary>
    Unclaimed,
}
