using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace TopHalf.Samples.Nvme;

/// <summary>What a controller and its first namespace say of themselves (NVM Express 1.4, figures 247 and 245).</summary>
/// <param name="Model">MN.</param>
/// <param name="Serial">SN.</param>
/// <param name="Firmware">FR.</param>
/// <param name="MaximumTransfer">MDTS: bytes of the longest transfer of a command.</param>
/// <param name="Blocks">NSZE: how many the namespace has.</param>
/// <param name="BlockSize">Bytes, a power of two.</param>
public sealed record NvmeIdentity(string Model, string Serial, string Firmware, long MaximumTransfer, ulong Blocks, int BlockSize)
{
    /// <summary>Bytes of either structure.</summary>
    public const int Size = 4096;

    // What the lists of pages of this driver, a page for each command, have room for.
    private const long LongestList = (long)NvmeQueuePair.ListEntries * NvmeQueuePair.PageSize;

    /// <summary>Reads the two structures.</summary>
    /// <exception cref="FormatException">The namespace has blocks that cannot be.</exception>
    public static NvmeIdentity Parse(ReadOnlySpan<byte> controller, ReadOnlySpan<byte> ofNamespace)
    {
        int mdts = controller[77];
        int format = ofNamespace[26] & 0xF;
        int shift = ofNamespace[128 + (4 * format) + 2];
        if (shift is < 9 or > 16)
        {
            throw new FormatException($"Namespace 1 has blocks of 2^{shift} bytes.");
        }

        return new NvmeIdentity(
            Text(controller[24..64]),
            Text(controller[4..24]),
            Text(controller[64..72]),
            mdts == 0 ? LongestList : Math.Min(LongestList, (long)NvmeQueuePair.PageSize << Math.Min(mdts, 16)),
            BinaryPrimitives.ReadUInt64LittleEndian(ofNamespace),
            1 << shift);
    }

    /// <summary>What <see cref="Parse"/> reads, for a model of a controller.</summary>
    public void Write(Span<byte> controller, Span<byte> ofNamespace)
    {
        Fill(controller[4..24], Serial);
        Fill(controller[24..64], Model);
        Fill(controller[64..72], Firmware);
        controller[77] = (byte)BitOperations.Log2((ulong)(MaximumTransfer / NvmeQueuePair.PageSize));
        controller[516] = 1; // NN: namespaces
        BinaryPrimitives.WriteUInt64LittleEndian(ofNamespace, Blocks);
        BinaryPrimitives.WriteUInt64LittleEndian(ofNamespace[8..], Blocks);
        ofNamespace[130] = (byte)BitOperations.Log2((uint)BlockSize);
    }

    // ASCII, filled up with spaces.
    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes).Trim(' ', '\0');

    private static void Fill(Span<byte> bytes, string text)
    {
        bytes.Fill((byte)' ');
        Encoding.ASCII.GetBytes(text, bytes);
    }
}
