using System.Net;

namespace TopHalf.Samples.E1000e;

/// <summary>Who is at the other end of the simulated card's cable: somebody with one IP address, who answers questions for it and nothing else.</summary>
/// <param name="ip">The address.</param>
public sealed class ArpResponder(IPAddress ip)
{
    /// <summary>As QEMU's gateway has it: made of the IP address.</summary>
    public MacAddress Address { get; } = MacAddress.FromBytes([0x52, 0x55, .. ip.GetAddressBytes()]);

    /// <summary>Takes a frame.</summary>
    /// <returns>The frame that it sends back; null for none.</returns>
    public byte[]? Take(byte[] frame)
        => ArpPacket.TryParse(frame) is { Operation: ArpPacket.Request } question && question.TargetIp.Equals(ip)
            ? question.Answer(Address).ToFrame()
            : null;
}
