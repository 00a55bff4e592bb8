namespace TopHalf;

/// <summary>What a <see cref="SimulatedDevice"/> can be told to fail at; see <see cref="SimulatedDevice.FailNext"/>.</summary>
public enum SimulatedFault
{
    /// <summary>A register read throws.</summary>
    ReadRegister,

    /// <summary>A register write throws.</summary>
    WriteRegister,

    /// <summary>A read of configuration space throws.</summary>
    ReadConfig,

    /// <summary>A write of configuration space throws.</summary>
    WriteConfig,

    /// <summary>Connecting the vectors throws, and none is connected.</summary>
    EnableVectors,

    /// <summary>Disconnecting the vectors throws; they are disconnected all the same.</summary>
    DisableVectors,

    /// <summary>Allocating a DMA buffer throws, and none is allocated.</summary>
    AllocateDma,
}
