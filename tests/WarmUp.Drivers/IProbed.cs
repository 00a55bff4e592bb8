namespace TopHalf.WarmUp.Drivers;

/// <summary>A driver of a certain shape.</summary>
internal interface IProbed
{
    Probe Probe { get; }

    /// <summary>How many vectors it has, from 0.</summary>
    int Vectors { get; }

    InterruptBinding EnableInterrupts(PciDevice device, InterruptOptions? options = null);
}
