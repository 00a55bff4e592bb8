namespace TopHalf;

/// <summary>What an <see cref="IrqAckAttribute"/> does to its register.</summary>
public enum IrqClear : byte
{
    /// <summary>Writes the descriptor's value; its mask where no value is given.</summary>
    Constant,

    /// <summary>
    /// Writes back the bits that were found pending, under the descriptor's mask: the rule of write-1-to-clear registers,
    /// which clears what was seen and nothing that came since. Needs an <see cref="IrqPendingAttribute"/>.
    /// </summary>
    Echo,

    /// <summary>Reads the register and writes <c>(old &amp; ~mask) | (value &amp; mask)</c>.</summary>
    Modify,

    /// <summary>The handler clears the interrupt where it arose; nothing is generated.</summary>
    AtSource,
}
