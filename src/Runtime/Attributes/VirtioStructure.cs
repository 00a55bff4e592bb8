namespace TopHalf;

/// <summary>
/// The structures whose BAR and place a virtio card tells in vendor-specific capabilities; the values are their <c>cfg_type</c>
/// (Virtual I/O Device 1.2, section 4.1.4).
/// </summary>
public enum VirtioStructure : byte
{
    /// <summary>None: the register is in the BAR that is named.</summary>
    None,

    /// <summary>The common configuration.</summary>
    Common,

    /// <summary>The notifications.</summary>
    Notify,

    /// <summary>The ISR status: one byte, which its read clears.</summary>
    Isr,

    /// <summary>The configuration of the kind of device.</summary>
    Device,
}
