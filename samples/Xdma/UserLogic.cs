namespace TopHalf.Samples.Xdma;

/// <summary>
/// The registers of the user's logic on the FPGA, in a BAR of its own. What these are is up to who makes the bitstream; ours counts
/// events from sixteen sources, and keeps the request of each up while its count is not 0.
/// </summary>
public static class UserLogic
{
    /// <summary>Events of the first source; its read clears them. Four bytes to the next.</summary>
    public const uint Events = 0x100;

    /// <summary>Sources that the driver handles.</summary>
    public const int Handled = 4;

    /// <summary>Sources there are.</summary>
    public const int Sources = 16;
}
