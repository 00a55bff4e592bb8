namespace TopHalf;

/// <summary>How the bits of a <see cref="StatusBankAttribute"/> are cleared.</summary>
public enum BankClear : byte
{
    /// <summary>They are written back to the register: write-1-to-clear.</summary>
    Echo,

    /// <summary>They are written to the register at <see cref="StatusBankAttribute.ClearOffset"/>.</summary>
    EchoTo,

    /// <summary>The read has cleared them.</summary>
    Read,

    /// <summary>The handler clears them where they arose.</summary>
    AtSource,
}
