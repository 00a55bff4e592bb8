namespace TopHalf;

/// <summary>What one step of a step program does. <c>read</c> and writes have the width of the step's register.</summary>
public enum StepOperation : byte
{
    /// <summary><c>status = read</c>; the interrupt is spurious and the program ends unless <c>(status &amp; mask) != 0</c>.</summary>
    TestAny,

    /// <summary><c>status = read</c>; the interrupt is spurious and the program ends unless <c>(status &amp; mask) == value</c>.</summary>
    TestEqual,

    /// <summary><c>write(value)</c>.</summary>
    Write,

    /// <summary><c>write(status &amp; mask)</c>, with the status of the program's test.</summary>
    Echo,

    /// <summary><c>write((read &amp; ~mask) | (value &amp; mask))</c>.</summary>
    Modify,

    /// <summary>The handler runs. No register is touched.</summary>
    Handle,
}
