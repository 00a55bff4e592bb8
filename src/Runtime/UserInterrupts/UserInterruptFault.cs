namespace TopHalf;

/// <summary>
/// Why a user-interrupt instruction, or a delivery, did not do its work; each with the processor's exception. Nothing was changed then.
/// Source: Intel SDM, Vol. 2 (SENDUIPI, UIRET: exceptions in 64-bit mode) and Vol. 3, "User Interrupts".
/// </summary>
internal enum UserInterruptFault
{
    /// <summary>It did.</summary>
    None,

    /// <summary>#UD: CR4.UINTR is clear, the processor is not in 64-bit mode, or, for SENDUIPI, bit 0 of IA32_UINTR_TT is clear.</summary>
    NotEnabled,

    /// <summary>#GP: the index is above UITTSZ, which is the highest index and not the number of entries.</summary>
    IndexBeyondTable,

    /// <summary>#GP: the UITT entry's V is clear.</summary>
    EntryNotValid,

    /// <summary>#GP: the UITT entry has a reserved bit set; a vector above 63 is one.</summary>
    EntryReservedBits,

    /// <summary>#GP: the UITT entry's UPID address is no multiple of 64.</summary>
    UpidMisaligned,

    /// <summary>#GP: the UPID has a reserved bit set.</summary>
    UpidReservedBits,

    /// <summary>#PF: there is no memory at the UPID's address.</summary>
    UpidNotMapped,

    /// <summary>#GP: delivery would go to an address that is not canonical.</summary>
    HandlerNotCanonical,

    /// <summary>#GP: UIRET would go to an address that is not canonical.</summary>
    ReturnNotCanonical,
}
