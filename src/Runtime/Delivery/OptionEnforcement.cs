namespace TopHalf;

/// <summary>What happens where the machine or the rights do not allow an option.</summary>
public enum OptionEnforcement
{
    /// <summary>Enabling interrupts fails with a <see cref="PciDeviceException"/>, and nothing stays changed.</summary>
    Required,

    /// <summary>Interrupts are enabled without it, and <see cref="InterruptBinding.Warnings"/> names it.</summary>
    BestEffort,
}
