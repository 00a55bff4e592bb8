using System.Buffers.Binary;
using System.Net;

namespace TopHalf.Samples.E1000e;

/// <summary>
/// A question for the card that has an IP address, or the answer (RFC 826, for Ethernet and IPv4), with the Ethernet header around it.
/// </summary>
/// <param name="Destination">Whom the frame is for.</param>
/// <param name="Operation"><see cref="Request"/> or <see cref="Reply"/>.</param>
/// <param name="Sender">Who asks or answers; the frame's source too.</param>
/// <param name="SenderIp">Its IP address.</param>
/// <param name="Target">Of a reply: who had asked.</param>
/// <param name="TargetIp">Of a request: whose address is wanted.</param>
public sealed record ArpPacket(MacAddress Destination, int Operation, MacAddress Sender, IPAddress SenderIp, MacAddress Target, IPAddress TargetIp)
{
    /// <summary>Who has this address?</summary>
    public const int Request = 1;

    /// <summary>I have.</summary>
    public const int Reply = 2;

    /// <summary>Bytes of a frame; on the wire it is filled up to 60.</summary>
    public const int Size = 42;

    private const ulong EthernetAndIpv4 = 0x0806_0001_0800_0604; // type of the frame, kind of address, protocol, bytes of either address

    /// <summary>A question to all.</summary>
    public static ArpPacket WhoHas(IPAddress wanted, MacAddress me, IPAddress myIp)
        => new(MacAddress.Everybody, Request, me, myIp, default, wanted);

    /// <summary>The answer to this question.</summary>
    public ArpPacket Answer(MacAddress me) => new(Sender, Reply, me, TargetIp, Sender, SenderIp);

    /// <summary>The packet of a frame; null if it has none.</summary>
    public static ArpPacket? TryParse(ReadOnlySpan<byte> frame)
        => frame.Length < Size || BinaryPrimitives.ReadUInt64BigEndian(frame[12..]) != EthernetAndIpv4 ? null : new ArpPacket(
            MacAddress.FromBytes(frame),
            BinaryPrimitives.ReadUInt16BigEndian(frame[20..]),
            MacAddress.FromBytes(frame[22..]),
            new IPAddress(frame.Slice(28, 4)),
            MacAddress.FromBytes(frame[32..]),
            new IPAddress(frame.Slice(38, 4)));

    /// <summary>The frame.</summary>
    public byte[] ToFrame()
    {
        byte[] frame = new byte[Size];
        Destination.CopyTo(frame);
        Sender.CopyTo(frame.AsSpan(6));
        BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(12), EthernetAndIpv4);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(20), (ushort)Operation);
        Sender.CopyTo(frame.AsSpan(22));
        SenderIp.GetAddressBytes().CopyTo(frame, 28);
        Target.CopyTo(frame.AsSpan(32));
        TargetIp.GetAddressBytes().CopyTo(frame, 38);
        return frame;
    }

    /// <summary>In words.</summary>
    public override string ToString() => Operation == Request
        ? $"{Sender} to {Destination}: who has {TargetIp}? Tell {SenderIp}"
        : $"{Sender} to {Destination}: {SenderIp} is at {Sender}";
}
