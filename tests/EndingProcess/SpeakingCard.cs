namespace TopHalf.Tests.EndingProcess;

/// <summary>A card that says on the console which register was written.</summary>
internal sealed class SpeakingCard() : SimulatedDevice(new SimulatedDeviceOptions { MsiVectors = 1, Bars = { [0] = new SimulatedBar(64) } })
{
    protected override void WriteRegister(in RegisterAccess access)
    {
        Console.WriteLine(access.Offset switch
        {
            0x10 => "disabled",
            0x18 => "released",
            _ => "unmasked",
        });
    }
}
